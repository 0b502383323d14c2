import { defined, type Outcome, type Undefined, undefinedFor } from "../outcome";
import { seededRandom } from "../random";
import type { Ratings } from "../ratings";
import { iterativeUncertainty } from "./iterative-uncertainty";
import type { ExactSystem } from "./two-way-exact";
import { maximiseIteratively } from "./two-way-iterative";
import { layOutTwoWay, type TwoWayLayout } from "./two-way-layout";
import { maximiseExactly } from "./two-way-reml";
import { startingVariances } from "./two-way-start";
import type { TwoWayUncertainty } from "./two-way-uncertainty";

/**
 * The crossed mixed model, score = mu + unit + rater + e, fitted by REML on whatever sparse table there
 * is: who is good allowing for who rated them, and who is harsh allowing for whom they saw.
 *
 * Unit: score points (variances: squared). Range: variances >= 0; 0 means "none detectable".
 * Minimum n: two units, two raters, a unit rated twice, a rater rating twice, some variation.
 * Undefined: no ratings, one rater, no unit seen twice, no variation, residual variance of zero.
 * Source: Bates, Maechler, Bolker & Walker (2015), https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * const fit = fitCrossed(ratings); // lme4::Penicillin, plates as units and samples as raters
 * fit.ok && fit.value.remlCriterion; // 330.860588991
 */
export interface CrossedFit {
  readonly method: "exact" | "iterative";
  readonly ratings: number;
  readonly intercept: { readonly estimate: number; readonly se: number };
  readonly variance: { readonly unit: number; readonly rater: number; readonly residual: number };
  /** -2 restricted log-likelihood as lme4 prints it; null on the iterative route (see `remlCriterion`). */
  readonly remlCriterion: number | null;
  readonly unit: CrossedEffects;
  readonly rater: CrossedEffects;
  readonly solved: SolvedTwoWay;
}

/** One side's effects with their prediction-error variance and covariance with mu (score points squared). */
export interface CrossedEffects {
  readonly effect: Float64Array;
  readonly variance: Float64Array;
  readonly withIntercept: Float64Array;
}

/** What joint covariances and criteria are computed from. */
export interface SolvedTwoWay {
  readonly layout: TwoWayLayout;
  readonly lambda: number;
  readonly rho: number;
  readonly exact: { readonly system: ExactSystem; readonly inverse: Float64Array } | null;
  /** Average information in (eliminated, kept, residual) variances: what their errors come from. */
  readonly information: readonly (readonly number[])[];
}

export type Route = "auto" | "exact" | "iterative";

/** Up to this many kept levels a dense system costs less than a second. */
export const LARGEST_EXACT_SIDE = 800;
/** Where a start by moments is too far to pay dense steps for: the iterative answer is the start. */
const CHEAP_DENSE_STEP = 200;
const PROBE_SEED = 20240502;

/** `seed` moves the probes of the iterative route; the same seed gives the same figures to the last digit. */
export function fitCrossed(ratings: Ratings, route: Route = "auto", seed = PROBE_SEED): Outcome<CrossedFit> {
  const missing = whyNoCrossedFit(ratings);
  if (missing !== null) return missing;
  const layout = layOutTwoWay(ratings);
  const exact = route === "exact" || (route === "auto" && layout.kept <= LARGEST_EXACT_SIDE);
  return exact ? fitExactly(layout) : fitIteratively(layout, seed);
}

/** The reason a table cannot carry the model, or null. */
export function whyNoCrossedFit(ratings: Ratings): Undefined | null {
  const n = ratings.score.length;
  if (n === 0) return undefinedFor("no-ratings", "there are no ratings");
  const raters = distinct(ratings.rater, ratings.raters);
  const units = distinct(ratings.unit, ratings.units);
  if (raters < 2) return undefinedFor("one-rater", "one person rated everything: severity needs a second", 1);
  if (units < 2) return undefinedFor("too-few-units", "only one was rated: differences need a second", 1);
  if (n === units)
    return undefinedFor("no-pairs", "nobody was rated twice: merit and error cannot be told apart");
  if (n === raters)
    return undefinedFor("no-pairs", "nobody rated twice: severity and error cannot be told apart");
  if (n < 4) return undefinedFor("too-few-ratings", "fewer ratings than the model has parameters", 4 - n);
  const first = ratings.score[0];
  if (ratings.score.every((x) => x === first))
    return undefinedFor("no-variation", "every rating is the same");
  return null;
}

function fitExactly(layout: TwoWayLayout): Outcome<CrossedFit> {
  let start = startingVariances(layout);
  if (layout.kept > CHEAP_DENSE_STEP) {
    const near = maximiseIteratively(layout, start, seededRandom(PROBE_SEED));
    if (near !== null) {
      const s2 = near.residualVariance;
      start = [near.operator.lambda * s2, near.operator.rho * s2, s2];
    }
  }
  const best = maximiseExactly(layout, start);
  if (best === null) return notSettled();
  const { system, inverse, uncertainty, information } = best;
  const { lambda, rho } = system;
  const solved = { layout, lambda, rho, exact: { system, inverse }, information };
  return defined(
    assemble("exact", solved, system.residualVariance, system, uncertainty, system.remlCriterion),
  );
}

function fitIteratively(layout: TwoWayLayout, seed: number): Outcome<CrossedFit> {
  const best = maximiseIteratively(layout, startingVariances(layout), seededRandom(seed));
  if (best === null) return notSettled();
  const { lambda, rho } = best.operator;
  const uncertainty = iterativeUncertainty(layout, best);
  const solved = { layout, lambda, rho, exact: null, information: best.information };
  return defined(assemble("iterative", solved, best.residualVariance, best.solution, uncertainty, null));
}

function notSettled(): Undefined {
  return undefinedFor(
    "not-converged",
    "the ratings leave no residual to estimate: the model explains all of them",
  );
}

type Uncertainty = Omit<TwoWayUncertainty, "eliminatedTrace" | "keptTrace">;

function assemble(
  method: CrossedFit["method"],
  solved: SolvedTwoWay,
  s2: number,
  effects: { intercept: number; keptEffect: Float64Array; eliminatedEffect: Float64Array },
  uncertainty: Uncertainty,
  remlCriterion: number | null,
): CrossedFit {
  const { layout, lambda, rho } = solved;
  const scaled = (values: Float64Array) => values.map((value) => s2 * value);
  const kept = {
    effect: effects.keptEffect,
    variance: scaled(uncertainty.keptVariance),
    withIntercept: scaled(uncertainty.keptWithIntercept),
  };
  const eliminated = {
    effect: effects.eliminatedEffect,
    variance: scaled(uncertainty.eliminatedVariance),
    withIntercept: scaled(uncertainty.eliminatedWithIntercept),
  };
  const [unit, rater] = layout.keptIsRater ? [eliminated, kept] : [kept, eliminated];
  const [ofUnit, ofRater] = layout.keptIsRater ? [lambda, rho] : [rho, lambda];
  return {
    method,
    ratings: layout.ratings,
    intercept: {
      estimate: effects.intercept + layout.centre,
      se: Math.sqrt(s2 * uncertainty.interceptVariance),
    },
    variance: { unit: s2 * ofUnit, rater: s2 * ofRater, residual: s2 },
    remlCriterion,
    unit,
    rater,
    solved,
  };
}

function distinct(level: Int32Array, levels: number): number {
  const seen = new Uint8Array(levels);
  for (const i of level) seen[i] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}
