import type { Outcome } from "../outcome";
import { undefinedFor } from "../outcome";
import { type Coefficient, linearised } from "./linearised";
import { type AgreementProfile, meanInUnit } from "./profile";

/**
 * Gwet's AC1 (unweighted) and AC2 (weighted): agreement corrected by a chance that stays low when
 * ratings pile up in one category, where kappa and alpha fall though people agree. On a skewed
 * five-point scale AC2 is high by construction: never show it alone.
 *
 * Range: up to 1; 0 is chance. Unit: none.
 * Minimum n: MINIMUMS.agreementUnits units rated twice to be shown.
 * Undefined: `no-pairs`; `no-variation` with one category in the list.
 * Source: Gwet (2008), https://doi.org/10.1348/000711006X126600
 *
 * @example
 * // Krippendorff's 4 x 12 table, categories 1..5: AC1 .77544, SE .14295, interval [.4608, 1]
 * gwetAc(profile);
 */
export function gwetAc(profile: AgreementProfile, level = 0.95): Outcome<Coefficient> {
  const { share, weights } = profile;
  if (weights.q < 2) return undefinedFor("no-variation", "Agreement by chance needs two categories or more.");
  const scale = weights.total / (weights.q * (weights.q - 1));
  let expected = 0;
  for (const pi of share) expected += scale * pi * (1 - pi);
  const away = share.map((pi) => scale * (1 - pi));
  return linearised(profile, expected, (p) => meanInUnit(profile, p, away), level);
}
