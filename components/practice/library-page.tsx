import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { PracticeLibrary } from "@/lib/contracts/practice";
import type { Trap } from "@/lib/domain/traps";
import { AnswerLine } from "./answer-line";
import { LibraryFilters } from "./library-filters";
import { readinessWords, ruleWords } from "./words";

interface LibraryPageProps {
  library: PracticeLibrary;
  /** Narrowed to one trap: what is opened from here is not blind. */
  trap: Trap | null;
}

/** Everything there is to practise on, with your own place in it. */
export function LibraryPage({ library, trap }: LibraryPageProps) {
  const { answers, readiness, rule, changedAnchors, names } = library;
  const scored = answers.filter(({ attemptedAt }) => attemptedAt !== null).length;
  const first = answers.find(({ attemptedAt }) => attemptedAt === null);
  return (
    <>
      <PageHeader
        title={`You have scored ${scored} of ${answers.length} ${answers.length === 1 ? "answer" : "answers"}`}
        above="Reference answers, written for practice: nobody here is a candidate"
        below={`${readinessWords(readiness, rule)}. ${ruleWords(rule)}`}
        actions={
          first && (
            <LinkButton look="primary" href={answerHref(first.key, trap)}>
              {scored === 0 ? "Score the first" : "Score the next"}
            </LinkButton>
          )
        }
      />
      <LibraryFilters />
      {trap && (
        <div className="mb-4">
          <Notice title="These were chosen by their trap, so you know half the answer">
            Good for looking at one trap closely. What you score from here is kept, and not counted towards
            readiness.
          </Notice>
        </div>
      )}
      {changedAnchors.length > 0 && (
        <div className="mb-4">
          <Notice
            title={`Your rubric words ${listed(changedAnchors.map((each) => names[each]))} in its own way`}
          >
            The references of the answers that ship were set against Plumbline’s own wording. Where a mark
            seems wrong under yours, trust yours, and let two leads set a reference of your own.
          </Notice>
        </div>
      )}
      {answers.length === 0 ? (
        <EmptyState
          title="No answer fits these filters"
          action={<LinkButton href="/practice">Show all</LinkButton>}
        >
          Not every trap happens in every kind of work.
        </EmptyState>
      ) : (
        <ul aria-label="Practice answers" className="border-t border-line-strong">
          {answers.map((answer) => (
            <AnswerLine key={answer.key} answer={answer} href={answerHref(answer.key, trap)} />
          ))}
        </ul>
      )}
    </>
  );
}

function answerHref(key: string, trap: Trap | null): string {
  return `/practice/answers/${key}${trap ? "?hinted=yes" : ""}`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}
