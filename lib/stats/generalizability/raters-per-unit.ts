import { ratingGraph } from "../connectedness/graph";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";

/**
 * The shape of an ill-structured panel in two numbers: how many raters a unit has (harmonic mean),
 * and q, the share of rater severity that stays in the differences between units. When all
 * units share their raters severity cancels (q = 0); when none do it stays whole (q = 1 / k).
 *
 * Range: k at least 1; q from 0 to 1 / k. Unit: raters; none.
 * Minimum n: two units.
 * Undefined: `no-ratings`; `too-few-units` with one unit.
 * Source: Putka, Le, McCloy & Diaz (2008), https://doi.org/10.1037/0021-9010.93.5.959
 *
 * @example
 * ratersPerUnit(ratingsOfTable([[1, 2], [3, 4]])); // everybody saw both: harmonicMean 2, q 0
 */
export function ratersPerUnit(ratings: Ratings): Outcome<RatersPerUnit> {
  if (ratings.unit.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const { units, raters, start, next } = ratingGraph(ratings);
  let seen = 0;
  let inverse = 0;
  const sum = new Float64Array(raters);
  const squares = new Float64Array(raters);
  for (let u = 0; u < units; u++) {
    const from = start[u] ?? 0;
    const k = (start[u + 1] ?? 0) - from;
    if (k === 0) continue;
    seen += 1;
    inverse += 1 / k;
    for (let e = from; e < from + k; e++) {
      const r = (next[e] ?? 0) - units;
      sum[r] = (sum[r] ?? 0) + 1 / k;
      squares[r] = (squares[r] ?? 0) + 1 / (k * k);
    }
  }
  if (seen < 2) return undefinedFor("too-few-units", "One unit differs from nobody.", 2 - seen);
  let shared = 0;
  for (let r = 0; r < raters; r++) shared += (sum[r] ?? 0) * (sum[r] ?? 0) - (squares[r] ?? 0);
  const harmonicMean = seen / inverse;
  const q = 1 / harmonicMean - shared / (seen * (seen - 1));
  return defined({ harmonicMean, q: q < ROUNDING ? 0 : q, units: seen });
}

export interface RatersPerUnit {
  readonly harmonicMean: number;
  readonly q: number;
  readonly units: number;
}

/** A q this near 0 is what rounding leaves of a crossed panel. */
const ROUNDING = 1e-15;
