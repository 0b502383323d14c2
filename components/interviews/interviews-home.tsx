import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { OutputOf } from "@/lib/contracts/contract";
import type { InterviewRow, listInterviewsContract } from "@/lib/contracts/interviews";
import { ageWords } from "../ui/age";
import { FiguresNotice } from "./figures-notice";
import { InterviewLine } from "./interview-line";
import { PracticeCard } from "./practice-card";

type Interviews = OutputOf<typeof listInterviewsContract>;

interface InterviewsHomeProps {
  interviews: Interviews;
  /** Ms since 1970, for the age of what waits, and for what is not today by the clock. */
  now: number;
}

/** The interviewer's home, in the order of screens.md: today and next, what waits for a scorecard, what is done. */
export function InterviewsHome({ interviews, now }: InterviewsHomeProps) {
  const { today, next, toSubmit, submitted, ownFigures } = interviews;
  const first = [...today, ...toSubmit, ...next][0];
  const nothing = first === undefined && submitted.length === 0;
  return (
    <Page>
      <PageHeader
        title={titleOf(interviews)}
        actions={
          <LinkButton href="/interviews/paper" look="quiet" size="s">
            A blank form
          </LinkButton>
        }
      />
      {ownFigures && <FiguresNotice opensAt={ownFigures.opensAt} />}
      {submitted.length === 0 && <PracticeCard />}
      {nothing && (
        <EmptyState
          title="No interview has a seat for you yet"
          action={<LinkButton href="/rubric">Read the rubric</LinkButton>}
        >
          Your recruiter gives you a seat; the interview then stands here. Until then, the rubric is worth
          five minutes.
        </EmptyState>
      )}
      <Group title="Today" rows={today} lead="time" now={now} first={first} />
      <Group title="Next" rows={next} lead="day" now={now} first={first} />
      <Group
        title="To submit"
        rows={toSubmit}
        lead="day"
        now={now}
        first={first}
        ageOf={(row) => ageWords(row.scheduledAt, now)}
      />
      <Group title="Submitted" rows={submitted} lead="day" now={now} first={first} />
    </Page>
  );
}

interface GroupProps {
  title: string;
  rows: readonly InterviewRow[];
  lead: "time" | "day";
  now: number;
  first: InterviewRow | undefined;
  ageOf?: (row: InterviewRow) => string;
}

function Group({ title, rows, lead, now, first, ageOf }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="mb-10">
      <h2 className="mb-1 border-b border-line-strong pb-2">
        {title} <span className="font-sans text-s font-normal text-soft">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <InterviewLine
            key={row.interviewId}
            row={row}
            lead={lead}
            now={now}
            first={row === first}
            {...(ageOf ? { age: ageOf(row) } : {})}
          />
        ))}
      </ul>
    </section>
  );
}

/** The page's finding, in one sentence. */
function titleOf({ today, toSubmit }: Interviews): string {
  const interviews = today.length === 1 ? "1 interview today" : `${today.length || "No"} interviews today`;
  if (toSubmit.length === 0) return interviews;
  return `${interviews}, ${toSubmit.length} ${toSubmit.length === 1 ? "scorecard" : "scorecards"} to submit`;
}
