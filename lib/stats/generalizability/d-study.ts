import { defined, type Outcome, undefinedFor } from "../outcome";

/**
 * Variance components of unit x rater x dimension ratings. With one dimension all but `unit`,
 * `rater` and `residual` are 0.
 */
export interface GComponents {
  readonly unit: number;
  readonly rater: number;
  readonly unitDimension: number;
  readonly raterDimension: number;
  readonly unitRater: number;
  readonly residual: number;
}

/** One point of a decision study: how good a panel of so many raters would be. */
export interface DStudyPoint {
  readonly raters: number;
  /** E rho^2: reliability of the order of units. */
  readonly relative: number;
  /** Phi: reliability of the scores themselves, severity counted as error. */
  readonly absolute: number;
  /** Standard error of a unit's mean for ranking. */
  readonly relativeError: number;
  /** Standard error of a unit's mean as a score. */
  readonly absoluteError: number;
}

/** Are the rubric's dimensions all there are (fixed), or a sample of many (random)? */
export type DimensionsAre = "fixed" | "random";

/**
 * The D-study of unit x rater x dimension: each unit seen by the same number of raters,
 * all dimensions rated, the composite their mean. Negative components count as 0 here.
 *
 * Range: coefficients 0 to 1; errors in score points.
 * Minimum n: MINIMUMS.generalizabilityUnits units, MINIMUMS.generalizabilityRaters raters behind
 * the components.
 * Undefined: `no-variation` when units do not differ, not even by error; `too-few-raters` and
 * `too-few-dimensions` below one.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Sparse 60 x 25 x 5 example, dimensions fixed: Phi .53 at one rater, .82 at four
 * dStudy(components, 5, 4, "fixed");
 */
export function dStudy(
  components: GComponents,
  dimensions: number,
  raters: number,
  dimensionsAre: DimensionsAre,
): Outcome<DStudyPoint> {
  if (!(raters >= 1)) return undefinedFor("too-few-raters", "A panel has one rater or more.", 1);
  if (!(dimensions >= 1)) return undefinedFor("too-few-dimensions", "A sheet has one dimension or more.", 1);
  const at = (value: number) => Math.max(0, value);
  const perDimension = at(components.unitDimension) / dimensions;
  const fixed = dimensionsAre === "fixed";
  const universe = at(components.unit) + (fixed ? perDimension : 0);
  const relative =
    (at(components.unitRater) + at(components.residual) / dimensions) / raters + (fixed ? 0 : perDimension);
  const severity = (at(components.rater) + at(components.raterDimension) / dimensions) / raters;
  const absolute = relative + severity;
  if (!(universe + relative > 0)) return undefinedFor("no-variation", "Units do not differ.");
  return defined({
    raters,
    relative: universe / (universe + relative),
    absolute: universe / (universe + absolute),
    relativeError: Math.sqrt(relative),
    absoluteError: Math.sqrt(absolute),
  });
}

/**
 * How many raters each unit would need for scores of a wanted reliability (usually .80), by
 * bisection: Phi grows with the number of raters towards a limit it may never reach.
 *
 * Range: 1 up to MOST_RATERS_ADVISED. Unit: raters. Minimum n: as dStudy.
 * Undefined: `no-variation` when units do not differ, or when no panel of that size reaches it.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * ratersNeeded({ ...components }, 5, 0.8, "fixed"); // 4 for the sparse 60 x 25 x 5 example
 */
export function ratersNeeded(
  components: GComponents,
  dimensions: number,
  wanted: number,
  dimensionsAre: DimensionsAre,
): Outcome<number> {
  const reaches = (raters: number) => {
    const point = dStudy(components, dimensions, raters, dimensionsAre);
    return point.ok && point.value.absolute >= wanted - ROUNDING;
  };
  if (!reaches(MOST_RATERS_ADVISED)) {
    return undefinedFor("no-variation", `Not even ${MOST_RATERS_ADVISED} raters would reach it.`);
  }
  let low = 1;
  let high = MOST_RATERS_ADVISED;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return defined(low);
}

/** A reliability equal to the wanted one up to rounding counts as reached. */
const ROUNDING = 1e-12;

/** Nobody plans a panel larger than this; past it the honest answer is "not by adding raters". */
export const MOST_RATERS_ADVISED = 10_000;

/**
 * Halo of the pool: of what one rater adds to one unit's sheet beyond their severity, the share that
 * is the same on every dimension. Pooled over all raters, so it needs no sheet count per rater.
 *
 * Negative components count as 0 here too.
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n: as dStudy, two dimensions.
 * Undefined: `no-variation` when neither part varies.
 * Source: Viswesvaran, Schmidt & Ones (2005), https://doi.org/10.1037/0021-9010.90.1.108
 *
 * @example
 * haloShare({ ...components, unitRater: 0.1078, residual: 0.4249 }); // .2024
 */
export function haloShare(components: GComponents): Outcome<number> {
  const general = Math.max(0, components.unitRater);
  const whole = general + Math.max(0, components.residual);
  return whole > 0
    ? defined(general / whole)
    : undefinedFor("no-variation", "Nothing is left beyond severity.");
}
