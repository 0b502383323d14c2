import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { useEvents } from "@/lib/client/use-events";
import type { Interview } from "@/lib/client/use-interview";
import { useNextInterview } from "@/lib/client/use-next-interview";
import { amendedContent } from "@/lib/domain/amendments";
import { clockText, readTimer } from "@/lib/domain/beats";
import { compositeOf, countsOfOne, isSplit, type MarkCounts } from "@/lib/domain/composite";
import { markKey } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { Amend } from "./amend";
import { Beats } from "./beats";
import { CardView } from "./card-view";
import { Late } from "./late";
import { nextWords } from "./next-words";
import { paceWords } from "./pace-words";
import { Seats } from "./seats";

export interface RevealProps {
  interview: Interview;
  /** Just submitted: the reader is taken to the top of what is new. */
  arrived: boolean;
  /** Something about this interview changed: asks for it again. */
  onChange: () => void;
}

/** After submitting: your card beside the others' as they come in. For who has no seat here: the cards in. */
export function Reveal({ interview, arrived, onChange }: RevealProps) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (arrived) top.current?.focus();
  }, [arrived]);
  useEvents({
    // From the beginning: what came in while the page was on its way is asked for once more.
    since: 0,
    about: (event) => event.interviewId === interview.interviewId,
    onChange,
  });
  const { mine, rubric, seats, candidate, opening } = interview;
  const me = seats.find((seat) => seat.mine)?.member;
  const others = interview.revealed.filter((card) => card.author.id !== me?.id);
  const waiting = seats.filter((seat) => !seat.mine && seat.submittedAt === null).length;
  const cards = [...(mine ? [mine.content] : []), ...others.map((card) => card.content)];
  // All are in: what to do next is to talk.
  const toTalk = mine !== null && waiting === 0 && cards.length > 1;
  const split = isSplit(calibrationOf(cards));
  const next = useNextInterview(interview.interviewId, mine !== null);
  return (
    <Page>
      <div ref={top} tabIndex={-1} className="outline-none">
        <PageHeader
          above={opening.title}
          title={candidate.name}
          names
          below={
            mine ? (
              <span role="status" className="inline-flex items-center gap-1.5">
                <Lock aria-hidden className="size-4" /> Submitted. Your scorecard is kept as it is.
              </span>
            ) : (
              "You have no seat in this interview; these are the scorecards that are in."
            )
          }
          actions={
            <>
              <LinkButton href={`/debriefs/${interview.interviewId}`} look={toTalk ? "primary" : "plain"}>
                Debrief
              </LinkButton>
              {mine && <LinkButton href={`/interviews/${interview.interviewId}/paper`}>On paper</LinkButton>}
              <LinkButton href="/interviews" look={mine && !toTalk && !next ? "primary" : "plain"}>
                Your interviews
              </LinkButton>
              {next && (
                <LinkButton href={`/interviews/${next.interviewId}`} look={toTalk ? "plain" : "primary"}>
                  Next: <span data-name>{next.candidate.name}</span>
                </LinkButton>
              )}
            </>
          }
        />
      </div>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-y border-line py-3">
        <Seats seats={seats} />
        {split && (
          <p className="text-s font-[560] text-warn">◀ ▶ Calibration is split: both sides were heard.</p>
        )}
        {mine && (
          <p role="status" className="text-s text-soft">
            {nextWords(waiting, cards, rubric.content)}
          </p>
        )}
      </div>
      <Late scorecardId={mine?.scorecardId ?? null} rubric={rubric.content} />
      {mine && mine.content.timer.length > 0 && <Pace content={mine.content} />}
      {mine || others.length > 0 ? (
        <section
          aria-label="Scorecards side by side"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
          tabIndex={0}
          className="grid auto-cols-[minmax(280px,1fr)] grid-flow-row gap-4 md:grid-flow-col md:grid-rows-[repeat(7,auto)] md:gap-y-0 md:overflow-x-auto md:pb-2 print:grid-flow-row print:auto-cols-auto print:grid-cols-2 print:grid-rows-none print:gap-y-4 print:overflow-visible"
        >
          {mine && (
            <CardView
              mine
              title="Your scorecard"
              content={mine.content}
              composite={compositeOf(countsOfOne(mine.content.ratings), rubric.weights, rubric.fold)}
              rubric={rubric.content}
              amendments={mine.amendments}
              amend={(what) => (
                <Amend
                  corner
                  scorecardId={mine.scorecardId}
                  what={what}
                  now={amendedContent(mine.content, mine.amendments)}
                  rubric={rubric.content}
                  onAmended={onChange}
                />
              )}
            />
          )}
          {others.map((card) => (
            <CardView
              key={card.scorecardId}
              mine={false}
              title={`${card.author.name}’s scorecard`}
              content={card.content}
              composite={card.composite}
              amendments={card.amendments}
              rubric={rubric.content}
            />
          ))}
        </section>
      ) : (
        <p className="text-soft">No scorecard is in yet. Each appears here once it is submitted.</p>
      )}
    </Page>
  );
}

/** How often each position of calibration was chosen. */
function calibrationOf(cards: readonly ScorecardContent[]): MarkCounts {
  const counts: MarkCounts = {};
  for (const { ratings } of cards) {
    if (!ratings.calibration) continue;
    const key = markKey(ratings.calibration);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function Pace({ content }: { content: ScorecardContent }) {
  const last = content.timer.reduce((most, event) => Math.max(most, event.at), 0);
  const reading = { ...readTimer(content.timer, last), state: "ended" as const };
  return (
    <section aria-label="The answer’s beats" className="mb-6 max-w-[48rem]">
      <p className="mb-2 text-s text-soft">{`${clockText(reading.answerMs)} in all. ${paceWords(reading)}`}</p>
      <Beats reading={reading} />
    </section>
  );
}
