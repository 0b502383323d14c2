import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { type BlockScores, blockScores, varianceWithFixed } from "./blocked/block-score";
import type { BlockedLayout } from "./blocked/design";
import { layOutBlocks } from "./blocked/design";
import { type BlockedOptimum, maximiseBlocked } from "./blocked/reml";
import { whyNoCrossedFit } from "./crossed-fit";

/**
 * The crossed model over several dimensions, score = mu_d + unit + rater + unit:d + rater:d + unit:rater + e,
 * dimensions fixed: what a unit is worth in general, by dimension, and how much of a rater's view of it
 * colours all dimensions alike (halo).
 *
 * Unit: score points (variances: squared). Range: variances >= 0. Minimum n: as the one-dimension model,
 * two dimensions. Undefined: as there; too few dimensions; a residual of zero.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * const fit = fitDimensions(ratings, dimension, 5); // the sparse 60 x 25 x 5 panel
 * fit.ok && fit.value.variance.unit; // .350291185538922
 */
export interface DimensionsFit {
  readonly ratings: number;
  readonly dimensions: number;
  readonly variance: DimensionVariances;
  /** REML criterion under sum-to-zero contrasts of the dimensions (it depends on that coding). */
  readonly remlCriterion: number;
  readonly intercept: { readonly estimate: number; readonly se: number };
  /** Mean of each dimension less the grand mean. */
  readonly dimensionEffect: { readonly estimate: Float64Array; readonly se: Float64Array };
  /** The general effect alone, and the composite: general plus the mean of unit:dimension. */
  readonly general: UnitScores;
  readonly composite: UnitScores;
  /** The general rater effect, rater:dimension left out: severity is its negative, on every route. */
  readonly rater: { readonly effect: Float64Array; readonly variance: Float64Array };
  readonly solved: { readonly layout: BlockedLayout; readonly optimum: BlockedOptimum };
}

export interface DimensionVariances {
  readonly unit: number;
  readonly rater: number;
  readonly unitDimension: number;
  readonly raterDimension: number;
  readonly unitRater: number;
  readonly residual: number;
}

export interface UnitScores {
  readonly scores: BlockScores;
  /** Grand mean + effect, and its standard error. */
  readonly fair: { readonly estimate: Float64Array; readonly se: Float64Array };
}

/** `start`: variances known to be near, which save most of the climb on a large table. */
export function fitDimensions(
  ratings: Ratings,
  dimension: Int32Array,
  dimensions: number,
  start?: DimensionVariances,
): Outcome<DimensionsFit> {
  if (dimensions < 2)
    return undefinedFor("too-few-dimensions", "several dimensions are needed", 2 - dimensions);
  const missing = whyNoCrossedFit(ratings);
  if (missing !== null) return missing;
  const layout = layOutBlocks({
    block: ratings.unit,
    blocks: ratings.units,
    score: ratings.score,
    local: [new Int32Array(ratings.score.length), dimension, ratings.rater],
    random: [
      { level: ratings.rater, levels: ratings.raters, coefficient: null },
      {
        level: ratings.rater.map((r, at) => r * dimensions + (dimension[at] as number)),
        levels: ratings.raters * dimensions,
        coefficient: null,
      },
    ],
    fixed: [{ level: dimension, levels: dimensions, coefficient: null }],
  });
  const optimum = maximiseBlocked(layout, start && startingFrom(start));
  if (optimum === null) {
    return undefinedFor(
      "not-converged",
      "the ratings leave no residual to estimate, or a dimension is empty",
    );
  }
  return defined(describe(layout, optimum, ratings.raters, dimensions));
}

/** A climb that starts on the boundary learns nothing of it: a component at 0 starts a little inside. */
function startingFrom(v: DimensionVariances): number[] {
  const least = v.residual / 1000;
  return [v.unit, v.unitDimension, v.unitRater, v.rater, v.raterDimension, v.residual].map((value) =>
    Math.max(value, least),
  );
}

function describe(
  layout: BlockedLayout,
  optimum: BlockedOptimum,
  raters: number,
  dimensions: number,
): DimensionsFit {
  const { system, inverse, variances } = optimum;
  const [unit = 0, unitDimension = 0, unitRater = 0, rater = 0, raterDimension = 0, residual = 0] = variances;
  const size = layout.columns;
  const first = layout.fixedFrom;
  const combination = (weights: (d: number) => number) => {
    const fixed = new Float64Array(size);
    for (let d = 0; d < dimensions; d++) fixed[first + d] = weights(d);
    let estimate = 0;
    let variance = 0;
    for (let d = 0; d < dimensions; d++) {
      estimate += weights(d) * (system.effect[first + d] as number);
      for (let e = 0; e < dimensions; e++) {
        variance += weights(d) * weights(e) * (inverse[(first + d) * size + first + e] as number);
      }
    }
    return { fixed, estimate, se: Math.sqrt(residual * variance) };
  };
  const grand = combination(() => 1 / dimensions);
  const contrasts = Array.from({ length: dimensions }, (_, of) =>
    combination((d) => (d === of ? 1 : 0) - 1 / dimensions),
  );
  const centre = layout.centre + grand.estimate;
  const scored = (ratio: number): UnitScores => {
    const scores = blockScores(layout, system, inverse, ratio);
    return {
      scores,
      fair: {
        estimate: scores.effect.map((effect) => centre + effect),
        se: scores.effect.map((_, i) =>
          Math.sqrt(varianceWithFixed(scores, i, grand.fixed, residual, inverse)),
        ),
      },
    };
  };
  const [general = 0, byDimension = 0] = system.ratios.local;
  return {
    ratings: layout.ratings,
    dimensions,
    variance: { unit, rater, unitDimension, raterDimension, unitRater, residual },
    remlCriterion: system.remlCriterion + 2 * Math.log(dimensions),
    intercept: { estimate: centre, se: grand.se },
    dimensionEffect: {
      estimate: Float64Array.from(contrasts, (one) => one.estimate),
      se: Float64Array.from(contrasts, (one) => one.se),
    },
    general: scored(general),
    composite: scored(general + byDimension / dimensions),
    rater: {
      effect: system.effect.slice(0, raters),
      variance: Float64Array.from({ length: raters }, (_, j) => rater * (inverse[j * size + j] as number)),
    },
    solved: { layout, optimum },
  };
}
