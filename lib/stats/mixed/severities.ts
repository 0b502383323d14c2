import type { CrossedFit } from "./crossed-fit";
import type { FairScores } from "./fair-scores";

/**
 * Severity is positive for a rater who gives less than the others would, allowing for whom they saw: the predicted
 * rater effect with its sign turned, and its standard error from the full inverse.
 *
 * Unit: score points. Range: symmetric about 0. Minimum n: MINIMUMS.severitySharedUnits shared units to be judged.
 * Undefined: never, at a fit; where the rater variance is 0 every one is 0 with error 0, and nothing is detectable.
 * Source: Searle, Casella & McCulloch (1992), Variance Components, https://doi.org/10.1002/9780470316856
 *
 * @example
 * severities(fit).estimate[0]; // Penicillin sample A: -2.187058, the mildest
 */
export function severities(fit: Pick<CrossedFit, "rater">): FairScores {
  return { estimate: fit.rater.effect.map((effect) => -effect), se: fit.rater.variance.map(Math.sqrt) };
}
