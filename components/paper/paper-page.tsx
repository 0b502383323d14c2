import type { ComponentProps } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { LocalTime } from "@/components/ui/local-time";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import type { OutputOf } from "@/lib/contracts/contract";
import type { getInterviewContract } from "@/lib/contracts/interviews";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { PaperSheet } from "./paper-sheet";

type Interview = OutputOf<typeof getInterviewContract>;

const HOW =
  "* needs evidence, and so does each trap. Type it in later: open the interview and say when it was filled in.";

/** The blank form, with no names on it. */
export function BlankForm({ rubric }: { rubric: RubricVersion }) {
  return (
    <Frame title="A blank form" back="/interviews">
      <PaperSheet rubric={rubric.content} rubricNumber={rubric.number} card={null} foot={HOW} />
    </Frame>
  );
}

/** One interview on paper: your scorecard as it stands, or the form with the names filled in. */
export function InterviewPaper({ interview, blank }: { interview: Interview; blank: boolean }) {
  const { mine, rubric, candidate, opening, seats, interviewId, scheduledAt } = interview;
  const me = seats.find((seat) => seat.mine)?.member.name;
  const card = blank ? null : (mine?.content ?? null);
  const at = card?.scoredOnPaperAt ?? scheduledAt;
  const sheet: ComponentProps<typeof PaperSheet> = {
    rubric: rubric.content,
    rubricNumber: rubric.number,
    card,
    candidate: candidate.name,
    opening: opening.title,
    ...(me ? { interviewer: me } : {}),
    when: (
      <>
        <LocalTime iso={at} show="day" /> <LocalTime iso={at} show="time" />
      </>
    ),
    foot: card ? cardFoot(mine) : HOW,
  };
  return (
    <Frame title={card ? "Your scorecard on paper" : "A blank form"} back={`/interviews/${interviewId}`}>
      <PaperSheet {...sheet} />
    </Frame>
  );
}

function cardFoot(mine: Interview["mine"]): string {
  const kind = mine?.submittedAt ? "The first, independent score, as submitted." : "A draft, not submitted.";
  return mine?.content.scoredOnPaperAt ? `${kind} Filled in by hand and typed in later.` : kind;
}

function Frame({ title, back, children }: { title: string; back: string; children: React.ReactNode }) {
  return (
    <Page>
      <div data-print="no">
        <PageHeader
          title={title}
          below="One page of A4."
          actions={
            <>
              <LinkButton href={back} size="s">
                Back
              </LinkButton>
              <PrintButton />
            </>
          }
        />
      </div>
      <section
        aria-label="The sheet"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto print:overflow-visible"
      >
        {children}
      </section>
    </Page>
  );
}
