import { defined, type Outcome, undefinedFor } from "../outcome";
import { requirePairs, type UnitCounts } from "./counts";
import type { WeightTable } from "./weights";

/**
 * What all chance-corrected coefficients share: the agreement inside each unit and the share of each
 * category, on the rubric's full list of categories (an unused level still counts in AC and BP).
 */
export interface AgreementProfile {
  readonly counts: UnitCounts;
  readonly weights: WeightTable;
  /** Category of the full list for each observed value. */
  readonly place: Int32Array;
  /** Mean over units of the share of each category: pi. */
  readonly share: Float64Array;
  /** Weighted agreement of each pattern; 0 where a unit has one rating. */
  readonly agreement: Float64Array;
  /** Mean agreement over pairable units: p_a. */
  readonly observed: number;
}

/**
 * Agreement and category shares of a table on a list of categories, with credit for near misses.
 *
 * Range: agreement and shares 0 to 1. Unit: share. Minimum n: one unit rated twice.
 * Undefined: `no-pairs`; `invalid-scale` when a score is not among the categories.
 * Source: Gwet (2008), https://doi.org/10.1348/000711006X126600
 *
 * @example
 * // Units (1, 1) and (1, 2) on categories 1 and 2: observed .5, shares .75 and .25
 * agreementProfile(counts, [1, 2], weightTable([1, 2], "unweighted"));
 */
export function agreementProfile(
  counts: UnitCounts,
  categories: ArrayLike<number>,
  weights: WeightTable,
): Outcome<AgreementProfile> {
  const pairs = requirePairs(counts);
  if (!pairs.ok) return pairs;
  const list = Array.from(categories);
  const place = Int32Array.from(counts.values, (value) => list.indexOf(value));
  const stranger = place.indexOf(-1);
  if (stranger >= 0) {
    return undefinedFor("invalid-scale", `The score ${counts.values[stranger]} is not among the categories.`);
  }
  const share = new Float64Array(weights.q);
  const agreement = new Float64Array(counts.patterns);
  let observed = 0;
  for (let p = 0; p < counts.patterns; p++) {
    const m = counts.size[p] ?? 0;
    const w = counts.weight[p] ?? 0;
    let paired = 0;
    for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
      const c = place[counts.category[e] ?? 0] ?? 0;
      const n = counts.count[e] ?? 0;
      share[c] = (share[c] ?? 0) + (w * n) / m / counts.units;
      for (let f = counts.start[p] ?? 0; f < (counts.start[p + 1] ?? 0); f++) {
        const credit = weights.credit[c * weights.q + (place[counts.category[f] ?? 0] ?? 0)] ?? 0;
        paired += n * ((counts.count[f] ?? 0) - (e === f ? 1 : 0)) * credit;
      }
    }
    if (m < 2) continue;
    agreement[p] = paired / (m * (m - 1));
    observed += (w * (agreement[p] ?? 0)) / counts.pairableUnits;
  }
  return defined({ counts, weights, place, share, agreement, observed });
}

/** Mean of `perCategory` over the ratings of a unit of pattern p. */
export function meanInUnit(profile: AgreementProfile, p: number, perCategory: Float64Array): number {
  const { counts, place } = profile;
  let sum = 0;
  for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
    sum += (counts.count[e] ?? 0) * (perCategory[place[counts.category[e] ?? 0] ?? 0] ?? 0);
  }
  return sum / (counts.size[p] ?? 1);
}
