import type { Outcome } from "../outcome";
import { undefinedFor } from "../outcome";
import { type Coefficient, linearised } from "./linearised";
import type { AgreementProfile } from "./profile";

/**
 * Brennan and Prediger's coefficient: agreement corrected by the chance of people who pick any category
 * of the list with equal probability. It does not depend on how the ratings are spread.
 *
 * Range: up to 1; 0 is even chance. Unit: none.
 * Minimum n: MINIMUMS.agreementUnits units rated twice to be shown.
 * Undefined: `no-pairs`; `no-variation` with one category in the list.
 * Source: Brennan & Prediger (1981), https://doi.org/10.1177/001316448104100307
 *
 * @example
 * // Two people, two categories, agreeing on half of the units: (.5 - .5) / (1 - .5) = 0
 * brennanPrediger(profile);
 */
export function brennanPrediger(profile: AgreementProfile, level = 0.95): Outcome<Coefficient> {
  const { weights } = profile;
  if (weights.q < 2) return undefinedFor("no-variation", "Agreement by chance needs two categories or more.");
  const expected = weights.total / (weights.q * weights.q);
  return linearised(profile, expected, () => expected, level);
}
