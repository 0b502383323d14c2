import { byDisagreementFirst } from "@/lib/domain/debrief";
import { SPREAD_TO_DEBRIEF } from "@/lib/domain/panel";
import type { RubricContent } from "@/lib/domain/rubric";
import { type Mark, markLabel } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** What happens next with this interview, for who has submitted: who is still to come, or where to begin talking. */
export function nextWords(
  waiting: number,
  cards: readonly Pick<ScorecardContent, "ratings">[],
  rubric: RubricContent,
): string {
  if (waiting > 0) {
    const come = waiting === 1 ? "One scorecard is still to come" : `${waiting} scorecards are still to come`;
    return `${come}; each appears here by itself. Until all are in, keep what you think to yourself.`;
  }
  if (cards.length < 2) return "Yours is the only seat: the recruiter takes it from here.";
  const [first] = byDisagreementFirst(cards);
  const name = first && rubric.dimensions[first.dimension].name;
  if (!first?.range || (!first.split && first.range.to - first.range.from < SPREAD_TO_DEBRIEF)) {
    return "All are in, and nowhere two marks apart: a short debrief will do.";
  }
  const [from, to] = [first.range.from, first.range.to].map((mark) =>
    markLabel(first.dimension, mark as Mark),
  );
  return first.split
    ? `All are in. ${name} is split, ${from} and ${to}: begin the debrief there.`
    : `All are in. You are furthest apart on ${name}, ${from} to ${to}: begin the debrief there.`;
}
