import type { Outcome } from "../outcome";
import { type Coefficient, linearised } from "./linearised";
import type { AgreementProfile } from "./profile";

/**
 * Percent agreement: the share of pairs of ratings of the same unit that agree (weighted: the mean
 * credit such a pair earns), averaged over units. No correction for chance: it stands beside one.
 *
 * Range: 0 to 1. Unit: share. Minimum n: one unit rated twice.
 * Undefined: `no-pairs`.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, ch. 2 (ISBN 978-0970806284); standard error
 * as Gwet (2008), https://doi.org/10.1348/000711006X126600
 *
 * @example
 * // Units rated (1, 1) and (1, 2): one pair of two agrees
 * percentAgreement(profile); // estimate 0.5
 */
export function percentAgreement(profile: AgreementProfile, level = 0.95): Outcome<Coefficient> {
  return linearised(profile, 0, () => 0, level);
}
