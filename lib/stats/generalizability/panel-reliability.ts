import { defined, type Outcome, undefinedFor } from "../outcome";
import type { RatersPerUnit } from "./raters-per-unit";

/** Variance of units, of rater severity, and of what is left, on the scale of one rating. */
export interface CrossedVariances {
  readonly unit: number;
  readonly rater: number;
  readonly residual: number;
}

/**
 * G(q, k): how reliable the units' raw means are in the panel as it was, whoever saw whom.
 * Show var(unit) beside it: where units hardly differ every reliability is small, though
 * raters may agree.
 *
 * Range: 0 to 1. Unit: share of variance.
 * Minimum n: MINIMUMS.generalizabilityUnits units, MINIMUMS.generalizabilityRaters raters.
 * Undefined: `no-variation` when all three variances are 0.
 * Source: Putka, Le, McCloy & Diaz (2008), https://doi.org/10.1037/0021-9010.93.5.959
 *
 * @example
 * panelReliability({ unit: 0.36, rater: 0.28, residual: 0.49 }, { harmonicMean: 2.7, q: 0.28, units: 40 }); // .58
 */
export function panelReliability(variance: CrossedVariances, shape: RatersPerUnit): Outcome<number> {
  const error = shape.q * variance.rater + variance.residual / shape.harmonicMean;
  const whole = variance.unit + error;
  return whole > 0 ? defined(variance.unit / whole) : undefinedFor("no-variation", "All ratings are equal.");
}

/**
 * The reliability of a single rating by one rater: of its absolute value (severity counts as error)
 * and of the order it gives (severity does not).
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n and Undefined: as panelReliability.
 * Source: McGraw & Wong (1996), ICC(A,1) and ICC(C,1), https://doi.org/10.1037/1082-989X.1.1.30
 *
 * @example
 * singleRatingReliability({ unit: 0.4, rater: 0.2, residual: 0.4 }); // absolute .4, consistency .5
 */
export function singleRatingReliability(
  variance: CrossedVariances,
): Outcome<{ readonly absolute: number; readonly consistency: number }> {
  const { unit, rater, residual } = variance;
  if (!(unit + residual > 0)) return undefinedFor("no-variation", "All ratings are equal.");
  return defined({ absolute: unit / (unit + rater + residual), consistency: unit / (unit + residual) });
}
