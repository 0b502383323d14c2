import type { Outcome } from "../outcome";
import { type Coefficient, linearised } from "./linearised";
import { type AgreementProfile, meanInUnit } from "./profile";

/**
 * Fleiss' kappa, weighted and with missing ratings: agreement corrected by the chance that two ratings
 * drawn from the pooled shares of the categories agree.
 *
 * Range: up to 1; 0 is chance. Unit: none.
 * Minimum n: MINIMUMS.agreementUnits units rated twice to be shown.
 * Undefined: `no-pairs`; `no-variation` when all ratings are equal.
 * Source: Fleiss (1971), https://doi.org/10.1037/h0031619; standard error of Gwet (2008),
 * https://doi.org/10.1348/000711006X126600 (Fleiss' own is for the null hypothesis only).
 *
 * @example
 * // Fleiss 1971, 30 patients x 6 raters: .43024, SE .05420
 * fleissKappa(profile);
 */
export function fleissKappa(profile: AgreementProfile, level = 0.95): Outcome<Coefficient> {
  const { near, expected } = pooledChance(profile.share, profile.weights.credit);
  return linearised(profile, expected, (p) => meanInUnit(profile, p, near), level);
}

/** Credit a rating of each category earns against the pooled shares, and the mean of that credit. */
export function pooledChance(
  share: Float64Array,
  credit: Float64Array,
): { near: Float64Array; expected: number } {
  const q = share.length;
  const near = new Float64Array(q);
  let expected = 0;
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) near[a] = (near[a] ?? 0) + (credit[a * q + b] ?? 0) * (share[b] ?? 0);
    expected += (share[a] ?? 0) * (near[a] ?? 0);
  }
  return { near, expected };
}
