import type { PanelRating } from "@/db/queries/panel-ratings";
import type { DimensionCounts } from "@/lib/domain/composite";
import { markKey } from "@/lib/domain/scale";

/** Agreement is between people: of one interviewer's several scorecards on a candidate, the first one speaks. */
export function firstOfEach(ratings: readonly PanelRating[]): PanelRating[] {
  const first = new Map<string, string>();
  return ratings.filter(({ applicationId, member, scorecardId }) => {
    const pair = `${applicationId} ${member.id}`;
    if (!first.has(pair)) first.set(pair, scorecardId);
    return first.get(pair) === scorecardId;
  });
}

/** All marks of a list of ratings, by dimension: one interview's, or one candidate's. */
export function countsOf(ratings: readonly PanelRating[]): DimensionCounts {
  const counts: DimensionCounts = {};
  for (const { dimension, mark } of ratings) {
    const key = markKey(mark === null ? { state: "not-observed" } : { state: "observed", mark });
    const marks = counts[dimension] ?? {};
    marks[key] = (marks[key] ?? 0) + 1;
    counts[dimension] = marks;
  }
  return counts;
}
