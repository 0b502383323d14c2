import { MINIMUMS } from "../minimums";
import type { RaschTable } from "./rating-table";

/**
 * What a reader of a rating-scale fit must know before using it: raters and categories with too few ratings for a
 * stable measure, and thresholds out of order, where a category is never the likeliest answer at any ability.
 *
 * Range: index lists, ascending. Unit: numbers of raters, categories and thresholds. Minimum n:
 * MINIMUMS.raschRatingsPerRater ratings a rater and MINIMUMS.raschRatingsPerCategory a category are not remarked on.
 * Undefined: never; an empty list means nothing to remark on.
 * Source: Linacre (2002), Optimizing rating scale category effectiveness, Journal of Applied Measurement 3:85
 * (ISSN 1529-7713); Andrich (1978) on thresholds, https://doi.org/10.1007/BF02293814
 *
 * @example
 * raschCautions(table, Float64Array.of(-1, 0.5, 0.2)).disordered; // [2]: the third threshold lies below the second
 */
export function raschCautions(
  { rater, raters, category, levels }: RaschTable,
  tau: Float64Array,
): RaschCautions {
  return {
    thinRaters: fewerThan(MINIMUMS.raschRatingsPerRater, rater, raters),
    thinCategories: fewerThan(MINIMUMS.raschRatingsPerCategory, category, levels.length),
    disordered: Array.from(tau.keys()).filter((k) => k > 0 && (tau[k] as number) < (tau[k - 1] as number)),
  };
}

export interface RaschCautions {
  readonly thinRaters: readonly number[];
  readonly thinCategories: readonly number[];
  /** Thresholds that lie below the one before. */
  readonly disordered: readonly number[];
}

/** Those that have ratings, but fewer than that many. */
function fewerThan(least: number, of: Int32Array, count: number): number[] {
  const ratings = new Int32Array(count);
  for (const k of of) ratings[k] = (ratings[k] as number) + 1;
  return Array.from(ratings.keys()).filter(
    (k) => (ratings[k] as number) > 0 && (ratings[k] as number) < least,
  );
}
