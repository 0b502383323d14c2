import type { DimensionRatings } from "../ratings";

/**
 * What the others said: for each rating, the mean of the ratings other people gave the same unit on the
 * same dimension. Nobody is compared with a mean that holds their own score.
 */
export interface Consensus {
  readonly value: Float64Array;
  /** Ratings by others behind the value; 0 where nobody else rated, and then the value means nothing. */
  readonly others: Int32Array;
}

/**
 * The leave-one-out consensus of every rating, in O(ratings).
 *
 * Range: that of the scores; others 0 up. Unit: score points. Minimum n: none.
 * Undefined: where `others` is 0.
 * Source: Saal, Downey & Lahey (1980), https://doi.org/10.1037/0033-2909.88.2.413
 *
 * @example
 * leaveOneOutConsensus(ratings).value[0]; // own 5 beside others' 2 and 4: 3
 */
export function leaveOneOutConsensus(ratings: DimensionRatings): Consensus {
  const { unit, rater, dimension, score, units, dimensions } = ratings;
  const sum = new Float64Array(units * dimensions);
  const count = new Int32Array(units * dimensions);
  const ownSum = new Map<number, number>();
  const ownCount = new Map<number, number>();
  const cellOf = (k: number) => (unit[k] ?? 0) * dimensions + (dimension[k] ?? 0);
  const ownOf = (k: number) => cellOf(k) * ratings.raters + (rater[k] ?? 0);
  for (let k = 0; k < score.length; k++) {
    const cell = cellOf(k);
    sum[cell] = (sum[cell] ?? 0) + (score[k] ?? 0);
    count[cell] = (count[cell] ?? 0) + 1;
    ownSum.set(ownOf(k), (ownSum.get(ownOf(k)) ?? 0) + (score[k] ?? 0));
    ownCount.set(ownOf(k), (ownCount.get(ownOf(k)) ?? 0) + 1);
  }
  const value = new Float64Array(score.length);
  const others = new Int32Array(score.length);
  for (let k = 0; k < score.length; k++) {
    const cell = cellOf(k);
    const left = (count[cell] ?? 0) - (ownCount.get(ownOf(k)) ?? 0);
    others[k] = left;
    if (left > 0) value[k] = ((sum[cell] ?? 0) - (ownSum.get(ownOf(k)) ?? 0)) / left;
  }
  return { value, others };
}
