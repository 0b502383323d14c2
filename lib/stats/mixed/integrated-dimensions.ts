import { inverse } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { blockScores, jointBlockCovariance, varianceWithFixed } from "./blocked/block-score";
import {
  type CompositeLayout,
  type CompositePoint,
  compositeDensity,
  layOutComposite,
} from "./composite-density";
import { DEFAULT_PRIOR_SCALE, type IntegratedFit } from "./integrated-fit";
import { walkLattice } from "./lattice";
import { Mixture } from "./mixture";
import { PairMixture } from "./pair-mixture";
import type { DimensionVariances } from "./several-dimensions";

/**
 * Composite fair scores and severities of a small panel on several dimensions with the composite's variances
 * integrated out, whatever ratings its sheets lack. The variances between dimensions, known from D - 1 times as
 * much, keep their REML values. On complete sheets this is `fitIntegrated` of the sheets' means.
 *
 * Unit: score points; severity is the negative of the *general* rater effect, rater:dimension left out.
 * Range: the scale and a little beyond. Minimum n: as the REML fit whose variances it takes.
 * Undefined: where no variances can be solved for.
 * Source: Rue, Martino & Chopin (2009), https://doi.org/10.1111/j.1467-9868.2008.00700.x; notes 3.4 for the prior
 *
 * @example
 * const reml = fitDimensions(ratings, dimension, 5);
 * reml.ok && fitIntegratedDimensions(ratings, dimension, 5, reml.value.variance); // fair.estimate, fair.se, ...
 */
export function fitIntegratedDimensions(
  ratings: Ratings,
  dimension: Int32Array,
  dimensions: number,
  reml: DimensionVariances,
  priorScale = DEFAULT_PRIOR_SCALE,
): Outcome<IntegratedFit> {
  const own = { unit: reml.unitDimension, rater: reml.raterDimension, residual: reml.residual };
  const layout = layOutComposite(ratings, dimension, dimensions, own);
  const sum = new Sum(layout, ratings, own.rater / dimensions);
  walkLattice(
    (at) => compositeDensity(layout, own, priorScale, at),
    startAt(reml, dimensions),
    (point, weight) => sum.add(point, weight),
  );
  if (sum.weight === 0) return undefinedFor("not-converged", "no variances can be solved for");
  return defined(sum.finish(priorScale));
}

/** The columns of the dense system the walk over variances has to solve some 300 times. */
export function integratedColumns({ units, raters }: Ratings, dimensions: number): number {
  return (Math.min(units, raters) + 1) * dimensions;
}

/** No log SD starts further below the residual's than this. */
const DEEPEST_START = 1.5;

function startAt(reml: DimensionVariances, dimensions: number): number[] {
  const logDeviation = (general: number, own: number) => Math.log(general + own / dimensions) / 2;
  const residual = logDeviation(reml.unitRater, reml.residual);
  const floor = residual - DEEPEST_START;
  return [
    Math.max(logDeviation(reml.unit, reml.unitDimension), floor),
    Math.max(logDeviation(reml.rater, reml.raterDimension), floor),
    residual,
  ];
}

class Sum {
  weight = 0;
  private readonly intercept = new Mixture(1);
  private readonly deviations = new Mixture(3);
  private readonly fair: Mixture;
  private readonly rater: Mixture;
  private readonly pairs: PairMixture;
  /** The grand mean as a combination of the columns. */
  private readonly grand: Float64Array;

  constructor(
    private readonly of: CompositeLayout,
    { units, raters }: Ratings,
    private readonly ownRaterVariance: number,
  ) {
    this.fair = new Mixture(units);
    this.rater = new Mixture(raters);
    this.pairs = new PairMixture(units);
    const { columns, fixedFrom } = of.layout;
    this.grand = new Float64Array(columns).fill(1 / of.dimensions, fixedFrom);
  }

  add(point: CompositePoint, weight: number): void {
    const { system, composite } = point;
    const whole = inverse(system.lower, this.of.layout.columns);
    const grand = this.grand.reduce((sum, share, c) => sum + share * (system.effect[c] as number), 0);
    const grandVariance = system.residualVariance * this.grandSquare(whole);
    const sides = this.sidesAt(point, whole, grandVariance);
    const { unit, rater } = this.of.keptIsRater
      ? { unit: sides.block, rater: sides.kept }
      : { unit: sides.kept, rater: sides.block };
    this.weight += weight;
    this.intercept.add(
      weight,
      () => grand,
      () => grandVariance,
    );
    this.fair.add(weight, (i) => grand + (unit.effect[i] as number), unit.withGrand);
    this.pairs.add(weight, unit.effect, unit.joint(), [{ sigma: 1, share: 1 }]);
    const general = Math.max(0, 1 - this.ownRaterVariance / composite.rater);
    this.rater.add(
      weight,
      (j) => general * (rater.effect[j] as number),
      (j) => composite.rater * general * (1 - general) + general ** 2 * rater.variance(j),
    );
    const deviations = [composite.unit, composite.rater, composite.residual].map(Math.sqrt);
    this.deviations.add(
      weight,
      (k) => deviations[k] as number,
      () => 0,
    );
  }

  /** Effects of either side with their errors: the eliminated blocks' and the kept columns'. */
  private sidesAt({ system, composite }: CompositePoint, whole: Float64Array, grandVariance: number) {
    const { layout, keptIsRater } = this.of;
    const size = layout.columns;
    const e = system.residualVariance;
    const [ofBlock, ofKept] = keptIsRater
      ? [composite.unit, composite.rater]
      : [composite.rater, composite.unit];
    const scores = blockScores(layout, system, whole, ofBlock / e);
    const kept = layout.termStart[1] as number;
    const entry = (i: number, j: number) => ofKept * (whole[i * size + j] as number);
    const cross = Math.sqrt(ofKept * e);
    return {
      block: {
        effect: scores.effect,
        variance: (i: number) => scores.variance[i] as number,
        withGrand: (i: number) => varianceWithFixed(scores, i, this.grand, e, whole),
        joint: () => jointBlockCovariance(scores, e, whole, size),
      },
      kept: {
        effect: system.effect.subarray(0, kept),
        variance: (i: number) => entry(i, i),
        withGrand: (i: number) => grandVariance + entry(i, i) + 2 * cross * this.rowWithGrand(whole, i),
        joint: () =>
          Float64Array.from({ length: kept * kept }, (_, at) => entry(Math.floor(at / kept), at % kept)),
      },
    };
  }

  private rowWithGrand(whole: Float64Array, row: number): number {
    const { columns, fixedFrom } = this.of.layout;
    let sum = 0;
    for (let c = fixedFrom; c < columns; c++)
      sum += (this.grand[c] as number) * (whole[row * columns + c] as number);
    return sum;
  }

  private grandSquare(whole: Float64Array): number {
    const { columns, fixedFrom } = this.of.layout;
    let sum = 0;
    for (let row = fixedFrom; row < columns; row++)
      sum += (this.grand[row] as number) * this.rowWithGrand(whole, row);
    return sum;
  }

  finish(priorScale: number): IntegratedFit {
    const { centre } = this.of.layout;
    const { estimate, se } = this.intercept.posterior(centre);
    const [unit = 0, rater = 0, residual = 0] = this.deviations.posterior().estimate;
    return {
      priorScale,
      intercept: { estimate: estimate[0] as number, se: se[0] as number },
      fair: this.fair.posterior(centre),
      rater: this.rater.posterior(),
      deviation: { unit, rater, residual },
      better: this.pairs.better(),
    };
  }
}
