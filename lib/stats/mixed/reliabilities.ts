import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CrossedEffects } from "./crossed-fit";

/**
 * The share of true differences that the data can see, level by level: 1 - PEV / variance. Low where few ratings stand
 * behind a predicted effect, which is then mostly the mean.
 *
 * Unit: share of variance. Range: 0 to 1. Minimum n: as the fit; below LOWEST_USEFUL_RELIABILITY a score is drawn grey.
 * Undefined: `no-variation` where the variance is 0 (nobody differs detectably).
 * Source: Searle, Casella & McCulloch (1992), Variance Components, https://doi.org/10.1002/9780470316856
 *
 * @example
 * const found = reliabilities(fit.unit, fit.variance.unit);
 * found.ok && found.value[0]; // Penicillin plate a: .895383
 */
export function reliabilities(effects: CrossedEffects, variance: number): Outcome<Float64Array> {
  return variance > 0
    ? defined(effects.variance.map((pev) => 1 - pev / variance))
    : undefinedFor("no-variation", "The variance is estimated as 0: nobody can be told from another.");
}
