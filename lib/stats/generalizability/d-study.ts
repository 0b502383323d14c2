import { defined, mapOutcome, type Outcome, undefinedFor } from "../outcome";
import { deviationOf, type Estimate, varianceShare } from "./variance-share";
import { inOrder, type Observed, uncertain, type VarianceStudy, type Weights } from "./variance-study";

/** One point of a decision study: how good a panel of so many raters would be. */
export interface DStudyPoint {
  readonly raters: number;
  /** E rho^2: reliability of the order of units. */
  readonly relative: Estimate;
  /** Phi: reliability of the scores themselves, severity counted as error. */
  readonly absolute: Estimate;
  /** Standard error of a unit's mean for ranking. */
  readonly relativeError: Estimate;
  /** Standard error of a unit's mean as a score. */
  readonly absoluteError: Estimate;
  /** What the components rest on; `raters` above is the panel that is planned. */
  readonly n: Observed;
}

/** Are the rubric's dimensions all there are (fixed), or a sample of many (random)? */
export type DimensionsAre = "fixed" | "random";

/**
 * The D-study of unit x rater x dimension: each unit seen by the same number of raters,
 * all dimensions rated, the composite their mean. Negative components count as 0 here.
 *
 * Range: coefficients 0 to 1; errors in score points; intervals as `varianceShare`'s.
 * Minimum n: MINIMUMS.generalizabilityUnits units, MINIMUMS.generalizabilityRaters raters behind
 * the components.
 * Undefined: `no-variation` when units do not differ, not even by error; `too-few-raters` and
 * `too-few-dimensions` below one.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Sparse 60 x 25 x 5 example, dimensions fixed: Phi .53 at one rater, .82 [.75, .88] at four
 * dStudy(study, 5, 4, "fixed");
 */
export function dStudy(
  study: VarianceStudy,
  dimensions: number,
  raters: number,
  dimensionsAre: DimensionsAre,
): Outcome<DStudyPoint> {
  if (!(raters >= 1)) return undefinedFor("too-few-raters", "A panel has one rater or more.", 1);
  if (!(dimensions >= 1)) return undefinedFor("too-few-dimensions", "A sheet has one dimension or more.", 1);
  const fixed = dimensionsAre === "fixed";
  const truth = inOrder({ unit: 1, unitDimension: fixed ? 1 / dimensions : 0 });
  const order: Weights = {
    unitRater: 1 / raters,
    residual: 1 / dimensions / raters,
    unitDimension: fixed ? 0 : 1 / dimensions,
  };
  const relative = inOrder(order);
  const absolute = inOrder({ ...order, rater: 1 / raters, raterDimension: 1 / dimensions / raters });
  const of = uncertain(study);
  const forOrder = varianceShare(of, truth, relative);
  if (!forOrder.ok) return undefinedFor("no-variation", "Units do not differ.");
  return mapOutcome(varianceShare(of, truth, absolute), (forScores) => ({
    raters,
    relative: forOrder.value,
    absolute: forScores,
    relativeError: deviationOf(of, relative),
    absoluteError: deviationOf(of, absolute),
    n: study.n,
  }));
}

/**
 * Halo of the pool: of what one rater adds to one unit's sheet beyond their severity, the share that
 * is the same on every dimension. Pooled over all raters, so it needs no sheet count per rater.
 *
 * Negative components count as 0 here too.
 *
 * Range: 0 to 1; interval as `varianceShare`'s. Unit: share of variance. Minimum n: as dStudy, two dimensions.
 * Undefined: `no-variation` when neither part varies.
 * Source: Viswesvaran, Schmidt & Ones (2005), https://doi.org/10.1037/0021-9010.90.1.108
 *
 * @example
 * haloShare(study); // unitRater .1078, residual .4249: .2024
 */
export function haloShare(study: VarianceStudy): Outcome<Estimate & { readonly n: Observed }> {
  const found = varianceShare(uncertain(study), inOrder({ unitRater: 1 }), inOrder({ residual: 1 }));
  return found.ok
    ? defined({ ...found.value, n: study.n })
    : undefinedFor("no-variation", "Nothing is left beyond severity.");
}
