import { defined, type Outcome, undefinedFor } from "../outcome";
import { layOutTerms, type TermLayout, type TermModel } from "./term-layout";
import { solveTerms, type TermSolution } from "./term-solution";

/**
 * REML of any set of random terms: the variance of each, what is left, fixed effects, predicted effects
 * and the variance of their errors from the full mixed-model equations. Variances at the boundary are
 * legal and reported as 0.
 *
 * Range: variances 0 up. Unit: squared score points. Minimum n: more ratings than fixed columns and
 * variances together, two levels of each term.
 * Undefined: `no-ratings`; `too-few-ratings`; `no-variation` when scores are equal or fitted perfectly;
 * `not-converged`.
 * Source: Bates, Maechler, Bolker & Walker (2015), https://doi.org/10.18637/jss.v067.i01; slopes of the
 * criterion from Smith & Graser (1986), https://doi.org/10.3168/jds.S0022-0302(86)80516-1
 *
 * @example
 * // Units and raters with a rater-specific slope of time t:
 * fitTerms({ score, fixed: [ones, t], terms: [units, raters, { ...raters, weight: t }] });
 */
export function fitTerms(model: TermModel): Outcome<TermFit> {
  const n = model.score.length;
  if (n === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const short = model.fixed.length + model.terms.length + 1 - n;
  if (short > 0) return undefinedFor("too-few-ratings", "Fewer ratings than the model has unknowns.", short);
  if (model.score.every((x) => x === model.score[0])) {
    return undefinedFor("no-variation", "Every rating is the same, so no variance can be split.");
  }
  const { score, centre, scale } = standardised(model.score);
  const layout = layOutTerms({ ...model, score });
  const found = maximise(layout, new Float64Array(model.terms.length).fill(1));
  if (found === null)
    return undefinedFor("no-variation", "Nothing is left over: the terms fit every rating.");
  if (found === "unsettled") return undefinedFor("not-converged", "The fit did not settle.");
  const { theta: ratio, at } = found;
  const square = scale * scale;
  return defined({
    variance: Array.from(ratio, (one) => one * one * at.residualVariance * square),
    residual: at.residualVariance * square,
    criterion: at.deviance + (n - model.fixed.length) * Math.log(square),
    beta: at.beta.map((one, j) => (j === 0 ? centre + scale * one : scale * one)),
    betaVariance: at.betaVariance.map((one) => one * square),
    effect: at.effect.map((term) => term.map((one) => one * scale)),
    errorVariance: at.errorVariance.map((term) => term.map((one) => one * square)),
  });
}

/** Scores about their mean in standard deviations: large scores would drown their differences. */
function standardised(score: Float64Array): { score: Float64Array; centre: number; scale: number } {
  const centre = score.reduce((sum, x) => sum + x, 0) / score.length;
  const scale = Math.sqrt(score.reduce((sum, x) => sum + (x - centre) * (x - centre), 0) / score.length);
  return { score: score.map((x) => (x - centre) / scale), centre, scale };
}

export interface TermFit {
  /** Variance of each term, in the order given; 0 where none is detectable. */
  readonly variance: readonly number[];
  readonly residual: number;
  readonly criterion: number;
  readonly beta: Float64Array;
  readonly betaVariance: Float64Array;
  readonly effect: readonly Float64Array[];
  readonly errorVariance: readonly Float64Array[];
}

const MOST_STEPS = 200;
/** Slope in log theta at which a variance is settled to about eight digits. */
const SETTLED = 1e-7;
/** Ratios below this whose variance would rather shrink are put to exactly 0. */
const NEAR_ZERO = 0.03;
const LONGEST_STEP = 1.5;
const GROWTH = 4;
/** A term this many residual standard deviations wide leaves nothing over: the fit is perfect. */
const LARGEST_RATIO = 1e4;

interface Found {
  readonly theta: Float64Array;
  readonly at: TermSolution;
}

/** Quasi-Newton (BFGS) in log theta over the terms not at 0. */
function maximise(layout: TermLayout, start: Float64Array): Found | null | "unsettled" {
  let theta = start;
  let at = solveTerms(layout, theta);
  if (at === null) return null;
  let curvature = startingCurvature(layout);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (Math.max(...theta) > LARGEST_RATIO) return null;
    const zeroed = putToZero(layout, theta, at);
    if (zeroed !== null) {
      theta = zeroed.theta;
      at = zeroed.at;
      curvature = startingCurvature(layout);
      continue;
    }
    const slope = at.slope.map((s, f) => (theta[f] === 0 ? 0 : s));
    if (Math.max(...slope.map(Math.abs)) < SETTLED) {
      const woken = wakeZero(layout, theta, at);
      if (woken === null) return { theta, at };
      theta = woken;
      at = solveTerms(layout, theta);
      if (at === null) return null;
      continue;
    }
    const next = lineSearch(layout, theta, at, direction(curvature, slope));
    if (next === null) return { theta, at };
    curvature = updated(
      curvature,
      next.moved,
      next.at.slope.map((s, f) => s - (at?.slope[f] ?? 0)),
    );
    theta = next.theta;
    at = next.at;
  }
  return "unsettled";
}

/** A small term that would rather shrink is put to 0, if the criterion there is no worse. */
function putToZero(layout: TermLayout, theta: Float64Array, at: TermSolution): Found | null {
  const small = theta.findIndex((ratio, f) => ratio > 0 && ratio < NEAR_ZERO && (at.slope[f] ?? 0) > 0);
  if (small < 0) return null;
  const without = theta.with(small, 0);
  const there = solveTerms(layout, without);
  return there !== null && there.deviance <= at.deviance ? { theta: without, at: there } : null;
}

/** A term put to 0 comes back if a small variance would fit better. */
function wakeZero(layout: TermLayout, theta: Float64Array, at: TermSolution): Float64Array | null {
  for (let f = 0; f < theta.length; f++) {
    if (theta[f] !== 0) continue;
    const raised = theta.with(f, NEAR_ZERO);
    const there = solveTerms(layout, raised);
    if (there !== null && there.deviance < at.deviance - 1e-9 * Math.abs(at.deviance)) return raised;
  }
  return null;
}

/** Inverse curvature to begin with: the criterion bends by about twice the levels of a term. */
function startingCurvature({ levels }: TermLayout): number[][] {
  return levels.map((count, f) => levels.map((_, g) => (f === g ? 1 / (2 * count) : 0)));
}

function direction(curvature: readonly (readonly number[])[], slope: Float64Array): Float64Array {
  const along = Float64Array.from(curvature, (row, f) =>
    slope[f] === 0 ? 0 : -row.reduce((sum, one, g) => sum + one * (slope[g] ?? 0), 0),
  );
  const longest = Math.max(...along.map(Math.abs));
  return longest > LONGEST_STEP ? along.map((one) => (one * LONGEST_STEP) / longest) : along;
}

/** Halves the step until the criterion falls; null when rounding leaves no better point. */
function lineSearch(layout: TermLayout, theta: Float64Array, at: TermSolution, along: Float64Array) {
  let share = 1;
  for (let tries = 0; tries < 40; tries++, share /= 2) {
    const moved = along.map((one) => one * share);
    const next = theta.map((ratio, f) => ratio * Math.exp(moved[f] ?? 0));
    const there = solveTerms(layout, next);
    if (there === null) continue;
    const gain = at.deviance - there.deviance;
    if (gain > 0 || (tries === 0 && gain > -1e-10 * Math.abs(at.deviance) && flatter(there, at, next))) {
      return { theta: next, at: there, moved };
    }
  }
  return null;
}

/** At the bottom the criterion is only rounding: then a smaller slope decides. */
function flatter(there: TermSolution, at: TermSolution, theta: Float64Array): boolean {
  const steepest = (solution: TermSolution) =>
    Math.max(...solution.slope.map((s, f) => (theta[f] === 0 ? 0 : Math.abs(s))));
  return steepest(there) < steepest(at);
}

/** The BFGS update of the inverse curvature; where the criterion bends downwards (near 0) steps grow instead. */
function updated(h: number[][], moved: Float64Array, turned: Float64Array): number[][] {
  let bend = 0;
  for (let f = 0; f < moved.length; f++) bend += (moved[f] ?? 0) * (turned[f] ?? 0);
  if (!(bend > 1e-14)) return h.map((row) => row.map((one) => GROWTH * one));
  const ht = h.map((row) => row.reduce((sum, one, g) => sum + one * (turned[g] ?? 0), 0));
  const tht = ht.reduce((sum, one, f) => sum + one * (turned[f] ?? 0), 0);
  return h.map((row, f) =>
    row.map((one, g) => {
      const mf = moved[f] ?? 0;
      const mg = moved[g] ?? 0;
      return one + ((1 + tht / bend) * mf * mg) / bend - (mf * (ht[g] ?? 0) + (ht[f] ?? 0) * mg) / bend;
    }),
  );
}
