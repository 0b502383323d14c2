import { chiSquareUpper } from "../distributions";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { type BlockedDesign, layOutBlocks } from "./blocked/design";
import { type BlockedOptimum, maximiseBlocked } from "./blocked/reml";
import { whyNoCrossedFit } from "./crossed-fit";

/**
 * Do raters drift? score = mu + b t + unit + rater + slope_rater t + e by REML: each rater's own change
 * over one period beside the common one, and whether such changes exist at all (their variance against 0).
 *
 * Unit: score points per unit of `time` (scale it to one period). Range: slopes any sign; variance >= 0.
 * Minimum n: as the crossed model, three different times. Undefined: too few times, a residual of zero.
 * Source: Self & Liang (1987), https://doi.org/10.1080/01621459.1987.10478472 (half chi-square mixture)
 *
 * @example
 * const fit = fitDrift(ratings, time); // the 60 x 15 drift panel
 * fit.ok && fit.value.slopeTest.p; // 5.0433649e-5
 */
export interface DriftFit {
  readonly variance: {
    readonly unit: number;
    readonly rater: number;
    readonly slope: number;
    readonly residual: number;
  };
  readonly intercept: { readonly estimate: number; readonly se: number };
  readonly commonSlope: { readonly estimate: number; readonly se: number };
  /** Each rater's slope beside the common one, with its prediction-error SD. With a slope variance of 0
   * all are 0 without error: no drift can be told, which is not the same as none. */
  readonly slope: { readonly effect: Float64Array; readonly se: Float64Array };
  readonly remlCriterion: number;
  readonly slopeTest: { readonly statistic: number; readonly p: number };
}

const FEWEST_TIMES = 3;

export function fitDrift(ratings: Ratings, time: Float64Array): Outcome<DriftFit> {
  const missing = whyNoCrossedFit(ratings);
  if (missing !== null) return missing;
  if (!time.every(Number.isFinite))
    return undefinedFor("too-few-times", "some ratings have no time", FEWEST_TIMES);
  const times = new Set(time).size;
  if (times < FEWEST_TIMES) {
    return undefinedFor("too-few-times", "a slope needs at least three time points", FEWEST_TIMES - times);
  }
  const constant = new Int32Array(ratings.score.length);
  const rater = { level: ratings.rater, levels: ratings.raters };
  const design: BlockedDesign = {
    block: ratings.unit,
    blocks: ratings.units,
    score: ratings.score,
    local: [constant],
    random: [
      { ...rater, coefficient: null },
      { ...rater, coefficient: time },
    ],
    fixed: [
      { level: constant, levels: 1, coefficient: null },
      { level: constant, levels: 1, coefficient: time },
    ],
  };
  const layout = layOutBlocks(design);
  const with_ = maximiseBlocked(layout);
  const without = maximiseBlocked(layOutBlocks({ ...design, random: design.random.slice(0, 1) }));
  if (with_ === null || without === null) {
    return undefinedFor("not-converged", "the ratings leave no residual to estimate, or time does not vary");
  }
  const statistic = Math.max(0, without.system.remlCriterion - with_.system.remlCriterion);
  return defined({
    ...described(with_, ratings.raters, layout.columns, layout.centre),
    slopeTest: mixtureTest(statistic),
  });
}

/** Under "no slopes" the variance sits on its boundary: half the time the statistic is 0. */
function mixtureTest(statistic: number): DriftFit["slopeTest"] {
  return { statistic, p: statistic > CRITERION_ROUNDING ? chiSquareUpper(statistic, 1) / 2 : 1 };
}

/** Two criteria this near are equal: the statistic is 0 and not a small chi-square. */
const CRITERION_ROUNDING = 1e-7;

function described(
  { system, inverse, variances }: BlockedOptimum,
  raters: number,
  size: number,
  centre: number,
) {
  const [unit = 0, rater = 0, slope = 0, residual = 0] = variances;
  const se = (column: number) => Math.sqrt(residual * (inverse[column * size + column] as number));
  const first = 2 * raters;
  return {
    variance: { unit, rater, slope, residual },
    intercept: { estimate: centre + (system.effect[first] as number), se: se(first) },
    commonSlope: { estimate: system.effect[first + 1] as number, se: se(first + 1) },
    slope: {
      effect: system.effect.slice(raters, first),
      se: Float64Array.from({ length: raters }, (_, j) => {
        const column = raters + j;
        return Math.sqrt(slope * (inverse[column * size + column] as number));
      }),
    },
    remlCriterion: system.remlCriterion,
  };
}
