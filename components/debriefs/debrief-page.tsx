"use client";

import { type DebriefRoom, useDebrief } from "@/lib/client/use-debrief";
import type { Debrief } from "@/lib/contracts/debriefs";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { PrintButton } from "../ui/print-button";
import { Agenda } from "./agenda";
import { stateWords } from "./debrief-words";
import { Decide } from "./decide";
import { Decisions } from "./decisions";
import { People } from "./people";
import { Steps } from "./steps";
import { Transcript } from "./transcript";
import { Verdicts } from "./verdicts";

/** What ends the talk: for a lead the decision, for everybody else that it is still to come. */
function LastStep({ room }: { room: DebriefRoom }) {
  const { leads, decisions } = room.debrief;
  if (leads) return <Decide room={room} />;
  if (decisions.length > 0) return null;
  return (
    <p data-print="no" className="border-t border-line-strong pt-3 text-soft">
      No decision yet. A lead writes it down, and it appears here by itself.
    </p>
  );
}

/** The panel's talk about one candidate: who is in, the marks once revealed, what was decided. */
export function DebriefPage({ initial }: { initial: Debrief }) {
  const room = useDebrief(initial);
  const { debrief, away } = room;
  const shown = debrief.scorecards.length > 0;
  return (
    <Page>
      <PageHeader
        above={`Debrief · ${debrief.opening.title} · rubric ${debrief.rubric.number}`}
        title={debrief.candidate.name}
        names
        below={<span role="status">{stateWords(debrief)}</span>}
        actions={
          <>
            {shown && <PrintButton>Print the packet</PrintButton>}
            <LinkButton size="s" href={`/interviews/${debrief.interviewId}`}>
              The interview
            </LinkButton>
          </>
        }
      />
      {away && (
        <div className="mb-6">
          <Notice tone="warn" live title="You are looking at an earlier moment of this room">
            {away} It comes up to date by itself.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-11 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem] print:block">
        <div className="space-y-8">
          {debrief.blind ? (
            <Notice
              title="Submit your own scorecard first"
              action={
                <LinkButton size="s" href={`/interviews/${debrief.interviewId}`}>
                  Go to your scorecard
                </LinkButton>
              }
            >
              You are to score this interview. Until you have, this room shows you nobody’s marks.
            </Notice>
          ) : (
            <>
              <Steps room={room} />
              {shown && <Decisions decisions={debrief.decisions} />}
              {shown && <Agenda debrief={debrief} onAmended={room.look} />}
              {shown && <Verdicts debrief={debrief} onAmended={room.look} />}
              {shown && <LastStep room={room} />}
            </>
          )}
        </div>
        <aside className="space-y-8 print:mt-6">
          <People debrief={debrief} />
          {shown && <Transcript debrief={debrief} />}
        </aside>
      </div>
    </Page>
  );
}
