import type { Ratings } from "../ratings";
import { ratingGraph } from "./graph";

/**
 * For each rater, the units somebody else saw too: only those say anything about severity.
 *
 * Range: 0 to the rater's units. Unit: units. Minimum n: none.
 * Undefined: never; a rater without ratings shares 0.
 * Source: Linacre (1994), Many-Facet Rasch Measurement (ISBN 978-0941938020), on judging plans.
 *
 * @example
 * sharedUnits(ratingsOfTable([[4, 3], [2, null]])); // [1, 1]
 */
export function sharedUnits(ratings: Ratings): Int32Array {
  const { units, raters, start, next } = ratingGraph(ratings);
  const shared = new Int32Array(raters);
  for (let u = 0; u < units; u++) {
    const from = start[u] ?? 0;
    const to = start[u + 1] ?? 0;
    if (to - from < 2) continue;
    for (let e = from; e < to; e++) {
      const r = (next[e] ?? 0) - units;
      shared[r] = (shared[r] ?? 0) + 1;
    }
  }
  return shared;
}
