import type { Debrief } from "@/lib/contracts/debriefs";
import type { Amendment } from "@/lib/domain/amendments";
import { RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import { markLabel, type RatingValue } from "@/lib/domain/scale";

type Seats = Debrief["seats"];

/** Where the room stands, in one sentence. */
export function stateWords({ state, seats, decisions }: Debrief): string {
  const missing = seats.filter(({ submittedAt }) => submittedAt === null).length;
  if (decisions.length > 0) return "Decided. What was said and changed is kept below.";
  if (state === "revealed") return "Revealed to everybody. First scores stay what statistics read.";
  if (state === "open") {
    return missing === 0
      ? "Every scorecard is in. A lead reveals them to everybody at once."
      : `Opened early with ${missing} of ${seats.length} scorecards missing.`;
  }
  return `Waiting for ${missing} of ${seats.length} scorecards: ${namesOf(seats)}.`;
}

function namesOf(seats: Seats): string {
  const missing = seats.filter(({ submittedAt }) => submittedAt === null).map(({ member }) => member.name);
  return new Intl.ListFormat("en-GB").format(missing);
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
