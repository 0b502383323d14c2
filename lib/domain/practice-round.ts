import { gapOf } from "./practice";
import { DIMENSIONS, type Dimension, type Mark } from "./scale";

/** One person's mark of one dimension in a round. */
export interface RoundMark {
  dimension: Dimension;
  mark: Mark | null;
  reference: Mark;
}

/** How far apart a round is on a dimension: the largest difference between two marks; null with fewer than two. */
export function roundSpread(dimension: Dimension, marks: readonly RoundMark[]): number | null {
  const given = marks.flatMap((one) => (one.dimension === dimension && one.mark !== null ? [one.mark] : []));
  return given.length < 2 ? null : Math.max(...given) - Math.min(...given);
}

/** The order to talk in: where the round is furthest apart first, then where it is furthest from the reference. */
export function talkOrder(marks: readonly RoundMark[]): Dimension[] {
  const distance = (dimension: Dimension) =>
    marks
      .filter((one) => one.dimension === dimension)
      .reduce((sum, one) => sum + Math.abs(gapOf(one) ?? 0), 0);
  return [...DIMENSIONS].sort(
    (one, other) =>
      (roundSpread(other, marks) ?? 0) - (roundSpread(one, marks) ?? 0) || distance(other) - distance(one),
  );
}
