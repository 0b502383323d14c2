import type { Debrief } from "@/lib/contracts/debriefs";
import type { Amendment } from "@/lib/domain/amendments";
import { OUTCOME_LABEL, RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import { markLabel, type RatingValue } from "@/lib/domain/scale";

/** Where the room stands, in one sentence. */
export function stateWords({ state, seats, decisions, blind }: Debrief): string {
  const missing = seats.filter(({ submittedAt }) => submittedAt === null).map(({ member }) => member.name);
  const latest = decisions.at(-1);
  if (latest) return `Decided: ${OUTCOME_LABEL[latest.outcome].toLowerCase()}.`;
  if (state === "waiting")
    return `Waiting for ${missing.length} of ${seats.length} scorecards: ${listed(missing)}.`;
  if (blind)
    return `${state === "open" ? "Opened early" : "Revealed to the others"}; your own scorecard is still to come.`;
  if (state === "open")
    return missing.length === 0
      ? "Every scorecard is in."
      : `Opened early with ${missing.length} of ${seats.length} scorecards missing: ${listed(missing)}.`;
  const shownTo =
    missing.length === 0 ? "Revealed to everybody." : `Revealed; still blind: ${listed(missing)}.`;
  return `${shownTo} Statistics go on reading the first scores, whatever is amended here.`;
}

/** "Ada, Ben and Chidi". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}

/** "from 2 to 4", "both sides heard", or why there is nothing to compare. */
export function apartWords({ range, split }: Debrief["agenda"][number]): string {
  if (range === null) return "fewer than two marks";
  const signed = (mark: number) => (range.from < 0 || split ? signedText(mark) : String(mark));
  if (split) return `split: both sides heard, ${signed(range.from)} to ${signed(range.to)}`;
  return range.from === range.to
    ? `all ${signed(range.from)}`
    : `from ${signed(range.from)} to ${signed(range.to)}`;
}

const signedText = (mark: number) => (mark > 0 ? `+${mark}` : String(mark).replace("-", "−"));

export function ratingText(
  dimension: Parameters<typeof markLabel>[0],
  rating: RatingValue | undefined,
): string {
  if (!rating) return "not rated";
  return rating.state === "observed" ? markLabel(dimension, rating.mark) : "not observed";
}

/** What an amendment says now: "Ownership: 3", "Recommendation: Yes". */
export function amendmentText({ change }: Amendment, rubric: RubricContent): string {
  return change.field === "recommendation"
    ? `Recommendation: ${RECOMMENDATION_LABEL[change.value]}`
    : `${rubric.dimensions[change.dimension].name}: ${ratingText(change.dimension, change.value)}`;
}
