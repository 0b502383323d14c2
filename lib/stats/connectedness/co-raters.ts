import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { ratingGraph } from "./graph";

/**
 * With how many different colleagues each rater has judged the same unit: a severity resting on
 * one colleague is a comparison of two people, not with the panel.
 *
 * Range: 0 to raters - 1. Unit: people. Minimum n: one rating.
 * Undefined: `no-ratings`.
 * Source: Linacre (1994), Many-Facet Rasch Measurement (ISBN 978-0941938020), on judging plans.
 *
 * @example
 * coRaters(ratingsOfTable([[4, 3, null], [null, 2, 5]])); // [1, 2, 1]
 */
export function coRaters(ratings: Ratings): Outcome<Int32Array> {
  if (ratings.unit.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const { units, raters, start, next } = ratingGraph(ratings);
  const metBy = new Int32Array(raters).fill(-1);
  const found = new Int32Array(raters);
  for (let r = 0; r < raters; r++) {
    metBy[r] = r;
    let met = 0;
    for (let k = start[units + r] ?? 0; k < (start[units + r + 1] ?? 0); k++) {
      const u = next[k] ?? 0;
      for (let j = start[u] ?? 0; j < (start[u + 1] ?? 0); j++) {
        const other = (next[j] ?? 0) - units;
        if (metBy[other] === r) continue;
        metBy[other] = r;
        met += 1;
      }
    }
    found[r] = met;
  }
  return defined(found);
}
