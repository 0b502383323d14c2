import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { type Categories, categorise } from "./categories";
import { gatherPatterns, gatherUnits } from "./gather";

/**
 * How often each value was given to each unit: all that any agreement coefficient needs.
 * Units with the same counts share one pattern, so a large table costs little more than its reading.
 * Pattern p holds entries start[p] .. start[p + 1] - 1, ascending in category, no category twice.
 */
export interface UnitCounts {
  /** The distinct values, ascending; `category` points into this list. */
  readonly values: Float64Array;
  readonly start: Int32Array;
  readonly category: Int32Array;
  readonly count: Int32Array;
  /** Ratings of a unit of this pattern. */
  readonly size: Int32Array;
  /** Units of this pattern. */
  readonly weight: Int32Array;
  readonly patterns: number;
  /** Units with at least one rating. */
  readonly units: number;
  /** Units with two ratings or more: the only ones agreement can be seen in. */
  readonly pairableUnits: number;
  /** Ratings in those units. */
  readonly pairableRatings: number;
}

/**
 * Counts by unit in O(ratings), never by pairs.
 *
 * Range: counts 1 up, sizes 1 up. Unit: ratings. Minimum n: one rating.
 * Undefined: `no-ratings`.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section E: values by units; Hayes &
 * Krippendorff (2007), https://doi.org/10.1080/19312450709336664
 *
 * @example
 * const counts = countByUnit(ratingsOfTable([[1, 1], [2, 3]])); // four ratings of two units
 * if (counts.ok) counts.value.pairableRatings; // 4
 */
export function countByUnit(ratings: Ratings): Outcome<UnitCounts> {
  if (ratings.score.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const categories: Categories = categorise(ratings.score);
  return defined(gatherPatterns(ratings, categories) ?? gatherUnits(ratings, categories));
}

/** The counts when at least one unit was rated twice, else the reason agreement cannot be seen. */
export function requirePairs(counts: UnitCounts): Outcome<UnitCounts> {
  if (counts.pairableUnits > 0) return defined(counts);
  return undefinedFor("no-pairs", "No unit was rated twice, so agreement cannot be seen.", 1);
}

/** The same patterns with other numbers of units each: a resample. */
export function reweighted(counts: UnitCounts, weight: Int32Array): UnitCounts {
  let units = 0;
  let pairableUnits = 0;
  let pairableRatings = 0;
  for (let p = 0; p < counts.patterns; p++) {
    const w = weight[p] ?? 0;
    const m = counts.size[p] ?? 0;
    units += w;
    if (m < 2) continue;
    pairableUnits += w;
    pairableRatings += w * m;
  }
  return { ...counts, weight, units, pairableUnits, pairableRatings };
}
