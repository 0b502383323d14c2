import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { OwnAnswer } from "@/lib/contracts/practice";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { AddAnswer } from "./add-answer";
import { OwnAnswerCard } from "./own-answer-card";

interface OwnPageProps {
  answers: readonly OwnAnswer[];
  rubric: RubricVersion;
  memberId: string;
}

/** The organisation's own answers, for leads: added by one, their reference set by two alone, then agreed. */
export function OwnPage({ answers, rubric, memberId }: OwnPageProps) {
  const agreed = answers.filter(({ standing }) => standing === "agreed").length;
  return (
    <>
      <PageHeader
        title={
          answers.length === 0
            ? "You have no answers of your own yet"
            : `Of ${answers.length} ${answers.length === 1 ? "answer" : "answers"} of your own, ${inLibraryWords(agreed)}`
        }
        above="Your own answers"
        below="Write them for practice: never a real candidate’s words. Two leads each set the reference alone, one writes down what you agree on, another confirms it; then it is in the library."
      />
      <AddAnswer />
      {answers.length === 0 ? (
        <EmptyState title="The library has what ships">
          An answer of your own is worth writing where your line of work sounds different from all of those.
        </EmptyState>
      ) : (
        answers.map((answer) => (
          <OwnAnswerCard key={answer.answerId} answer={answer} rubric={rubric.content} memberId={memberId} />
        ))
      )}
    </>
  );
}

function inLibraryWords(agreed: number): string {
  if (agreed === 0) return "none is in the library yet";
  return `${agreed} ${agreed === 1 ? "is" : "are"} in the library`;
}
