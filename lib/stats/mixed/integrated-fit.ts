import { inverse } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { whyNoCrossedFit } from "./crossed-fit";
import { type GridPoint, integratedGrid } from "./integrated-grid";
import { unitJointFrom } from "./joint-covariance";
import { Mixture, type Posterior } from "./mixture";
import { PairMixture } from "./pair-mixture";
import { solveTwoWayExactly } from "./two-way-exact";
import { NO_RESIDUAL } from "./two-way-iterative";
import { layOutTwoWay, type TwoWayLayout } from "./two-way-layout";
import { startingVariances } from "./two-way-start";
import { uncertaintyFromInverse } from "./two-way-uncertainty";

/**
 * Fair scores and severities of a small panel with the variance ratios integrated out: below 40 units
 * plug-in intervals cover 82-93 % where these cover 94-97 %.
 *
 * Unit: score points. Range: the scale and a little beyond. Minimum n: as for the crossed fit.
 * Undefined: as for the crossed fit. Prior: see `integratedGrid`; its scale must be shown.
 * Source: Kackar & Harville (1984), https://doi.org/10.2307/2288715 (why plug-in is short); notes 3.4
 *
 * @example
 * const fit = fitIntegrated(ratings, 1); // five units, four raters
 * fit.ok && fit.value.fair.estimate[0]; // 1.3632 +- .399
 */
export interface IntegratedFit {
  readonly priorScale: number;
  readonly intercept: { readonly estimate: number; readonly se: number };
  readonly fair: Posterior;
  /** The general rater effect. Positive = gives higher scores; severity is its negative. */
  readonly rater: Posterior;
  /** Posterior means of the standard deviations. */
  readonly deviation: { readonly unit: number; readonly rater: number; readonly residual: number };
  /** P(row > column), row-major. */
  readonly better: Float64Array;
}

export const DEFAULT_PRIOR_SCALE = 1;

/**
 * `ownRaterVariance`: the variance of what a rater's effect holds beside severity (score points squared). On the
 * means of sheets over D dimensions it is 1/D of rater:dimension; on one dimension there is none.
 */
export function fitIntegrated(
  ratings: Ratings,
  priorScale = DEFAULT_PRIOR_SCALE,
  ownRaterVariance = 0,
): Outcome<IntegratedFit> {
  const missing = whyNoCrossedFit(ratings);
  if (missing !== null) return missing;
  const layout = layOutTwoWay(ratings);
  if (!leavesResidual(layout)) {
    return undefinedFor(
      "not-converged",
      "the ratings leave no residual to estimate: the model explains all of them",
    );
  }
  const [a, b, e] = startingVariances(layout);
  const grid = integratedGrid(layout, priorScale, [Math.log(a / e) / 2, Math.log(b / e) / 2]);
  if (grid.length === 0) return undefinedFor("not-converged", "no variance ratio can be solved for");
  return defined(mixtureOf(layout, grid, priorScale, ownRaterVariance));
}

/** Effects left all but free: what they cannot explain is residual. Without any, certainty has no limit. */
const FREE_RATIO = 1e9;

function leavesResidual(layout: TwoWayLayout): boolean {
  const free = solveTwoWayExactly(layout, FREE_RATIO, FREE_RATIO);
  return free !== null && free.quadratic > NO_RESIDUAL * layout.sumOfSquares;
}

function mixtureOf(
  layout: TwoWayLayout,
  grid: readonly GridPoint[],
  priorScale: number,
  ownRaterVariance: number,
): IntegratedFit {
  const units = layout.keptIsRater ? layout.eliminated : layout.kept;
  const raters = layout.keptIsRater ? layout.kept : layout.eliminated;
  const fair = new Mixture(units);
  const rater = new Mixture(raters);
  const intercept = new Mixture(1);
  const pairs = new PairMixture(units);
  const deviation = { unit: 0, rater: 0, residual: 0 };
  for (const { system, weight, deviations } of grid) {
    const whole = inverse(system.lower, system.size);
    const spread = uncertaintyFromInverse(layout, system.lambda, system.rho, whole);
    const scale = deviations.reduce((sum, node) => sum + node.share * node.sigma ** 2, 0);
    const mean = deviations.reduce((sum, node) => sum + node.share * node.sigma, 0);
    const [ofUnits, ofRaters] = layout.keptIsRater
      ? [system.eliminatedEffect, system.keptEffect]
      : [system.keptEffect, system.eliminatedEffect];
    const [unitVariance, raterVariance] = layout.keptIsRater
      ? [spread.eliminatedVariance, spread.keptVariance]
      : [spread.keptVariance, spread.eliminatedVariance];
    const unitWithMu = layout.keptIsRater ? spread.eliminatedWithIntercept : spread.keptWithIntercept;
    // About the centre: squares of large scores would drown the errors.
    const mu = system.intercept;
    const muVariance = spread.interceptVariance;
    intercept.add(
      weight,
      () => mu,
      () => scale * muVariance,
    );
    fair.add(
      weight,
      (i) => mu + (ofUnits[i] as number),
      (i) => scale * (muVariance + (unitVariance[i] as number) + 2 * (unitWithMu[i] as number)),
    );
    const [ofUnit, ofRater] = layout.keptIsRater ? [system.lambda, system.rho] : [system.rho, system.lambda];
    for (const { sigma, share } of deviations) {
      const whole = ofRater * sigma ** 2;
      const general = Math.max(0, 1 - ownRaterVariance / whole);
      rater.add(
        weight * share,
        (j) => general * (ofRaters[j] as number),
        (j) => general * (1 - general) * whole + general ** 2 * sigma ** 2 * (raterVariance[j] as number),
      );
    }
    deviation.unit += weight * Math.sqrt(ofUnit) * mean;
    deviation.rater += weight * Math.sqrt(ofRater) * mean;
    deviation.residual += weight * mean;
    const joint = unitJointFrom(layout, system.lambda, system.rho, whole);
    pairs.add(weight, ofUnits, joint, deviations);
  }
  const { estimate, se } = intercept.posterior(layout.centre);
  return {
    priorScale,
    intercept: { estimate: estimate[0] as number, se: se[0] as number },
    fair: fair.posterior(layout.centre),
    rater: rater.posterior(),
    deviation,
    better: pairs.better(),
  };
}
