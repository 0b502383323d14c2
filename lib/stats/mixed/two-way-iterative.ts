import { solveBlock } from "../linalg/conjugate-gradients";
import type { Random } from "../random";
import { informationStep, stepped } from "./average-information";
import { eliminatedEffects, type TwoWaySolution } from "./two-way-exact";
import type { TwoWayLayout } from "./two-way-layout";
import { type TwoWayOperator, twoWayOperator } from "./two-way-operator";
import { moreProbes, newProbes, type ProbeBlock, type ProbeTraces, probeTraces } from "./two-way-probes";
import { dot, slopeAndInformation, workingVariates } from "./two-way-slope";
import { keptTraceAtZero } from "./two-way-uncertainty";

/**
 * The REML optimum of the crossed model for large tables: average information, traces by fixed probes,
 * every system solved by conjugate gradients. Time and memory grow with the number of ratings.
 *
 * Unit: squared score points. Range: variances >= 0; within .2 % of the exact optimum (probe error).
 * Undefined: null when the residual variance runs to zero or the steps do not settle.
 * Minimum n: as the fit.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274;
 * Matilainen et al. (2013), https://doi.org/10.1371/journal.pone.0080821 (average information with sampled traces)
 *
 * @example
 * maximiseIteratively(layout, startingVariances(layout), seededRandom(1))?.residualVariance;
 */
export interface IterativeOptimum {
  readonly operator: TwoWayOperator;
  readonly solution: IterativeSolution;
  readonly residualVariance: number;
  readonly probes: readonly ProbeBlock[];
  readonly traces: ProbeTraces;
  /** Average information in (eliminated, kept, residual) variances, at the optimum. */
  readonly information: readonly (readonly number[])[];
  readonly steps: number;
}

export interface IterativeSolution
  extends Pick<TwoWaySolution, "intercept" | "keptEffect" | "eliminatedEffect" | "quadratic"> {
  /** S^-1 times mu's column, and what is left of mu's pivot: mu is eliminated exactly. */
  readonly muColumn: Float64Array;
  readonly muPivot: number;
}

const MOST_STEPS = 60;
/** Relative change of every variance below which the search stops; probe error is ten times this. */
const SETTLED = 2e-5;
const SOLVER_TOLERANCE = 1e-7;
const PROBE_TOLERANCE = 1e-4;
/** Standard errors carry the probes' own noise, beside which this vanishes. */
const ERROR_TOLERANCE = 1e-3;
/** A residual below this share of all variation is rounding: the model explains everything. */
export const NO_RESIDUAL = 1e-7;
const LARGEST_RATIO = 1e9;
/** A variance this small against the residual that still falls is zero: nearer to 0 its trace is all rounding. */
const NEGLIGIBLE = 1e-5;

export function maximiseIteratively(
  layout: TwoWayLayout,
  start: readonly [number, number, number],
  next: Random,
): IterativeOptimum | null {
  const probes = newProbes(layout, next);
  const effects = new Float64Array(layout.kept * 2);
  const working = new Float64Array(layout.kept * 2);
  let lambda = start[0] / start[2];
  let rho = start[1] / start[2];
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const operator = twoWayOperator(layout, lambda, rho);
    const solution = solveIteratively(layout, operator, effects, SOLVER_TOLERANCE);
    const residual = solution.quadratic / (layout.ratings - 1);
    if (
      !(solution.quadratic > NO_RESIDUAL * layout.sumOfSquares) ||
      lambda > LARGEST_RATIO ||
      rho > LARGEST_RATIO
    )
      return null;
    const traces = probeTraces(layout, operator, probes, PROBE_TOLERANCE);
    const here = [lambda * residual, rho * residual, residual];
    const { slope, information } = slopeFrom(layout, operator, solution, traces, working, here);
    const step = informationStep(here, slope, information);
    if (step === null) return null;
    const target = stepped(here, step.change, 1).map((value, k) => {
      const old = here[k] as number;
      return value > 0 || old < NEGLIGIBLE * residual ? value : old / 10;
    });
    const settled = target.every(
      (value, k) => Math.abs(value - (here[k] as number)) <= SETTLED * Math.max(value, NEGLIGIBLE * residual),
    );
    if (settled) {
      const all = moreProbes(layout, operator, probes, next, ERROR_TOLERANCE);
      return { operator, solution, residualVariance: residual, probes: all, traces, information, steps };
    }
    lambda = (target[0] as number) / (target[2] as number);
    rho = (target[1] as number) / (target[2] as number);
  }
  return null;
}

function slopeFrom(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  solution: IterativeSolution,
  traces: ProbeTraces,
  working: Float64Array,
  here: readonly number[],
) {
  const { lambda, rho } = operator;
  const work = workingVariates(layout, lambda, rho, solution);
  const both = interleave(work.rhsEliminated, work.rhsKept, layout.kept);
  solveBlock(operator, both, working, 2, PROBE_TOLERANCE);
  const solvedWithMu = (column: 0 | 1, rhs: Float64Array) =>
    withMu(pick(working, column), solution, rhs[layout.kept] as number, rhs);
  return slopeAndInformation(
    layout,
    operator,
    here[2] as number,
    work,
    fullTraces(layout, operator, solution, traces),
    { eliminated: solvedWithMu(0, work.rhsEliminated), kept: solvedWithMu(1, work.rhsKept) },
  );
}

/** mu, b and a at these ratios; `effects` carries the last solution in and the new one out. */
export function solveIteratively(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  effects: Float64Array,
  tolerance: number,
): IterativeSolution {
  const { kept, eliminated, start, keptOf } = layout;
  const { lambda, rho, weight } = operator;
  const tau = Math.sqrt(rho);
  const b = new Float64Array(kept * 2);
  for (let j = 0; j < kept; j++) b[j * 2] = tau * (layout.keptSum[j] as number);
  let muMu = 0;
  let muRhs = 0;
  let squares = layout.sumOfSquares;
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const g = weight[i] as number;
    const h = 1 / (1 + lambda * (to - from));
    const sum = layout.eliminatedSum[i] as number;
    muMu += h * (to - from);
    muRhs += h * sum;
    squares -= g * sum * sum;
    const byY = tau * g * sum;
    const byMu = tau * h;
    for (let p = from; p < to; p++) {
      const at = (keptOf[p] as number) * 2;
      b[at] = (b[at] as number) - byY;
      b[at + 1] = (b[at + 1] as number) + byMu;
    }
  }
  solveBlock(operator, b, effects, 2, tolerance);
  const y = pick(effects, 0);
  const muColumn = pick(effects, 1);
  const yRhs = pick(b, 0);
  const muPivot = muMu - dot(pick(b, 1), muColumn);
  const intercept = (muRhs - dot(yRhs, muColumn)) / muPivot;
  const keptEffect = y.map((value, j) => tau * (value - intercept * (muColumn[j] as number)));
  return {
    intercept,
    keptEffect,
    eliminatedEffect: eliminatedEffects(layout, lambda, intercept, keptEffect),
    quadratic: squares - dot(yRhs, y) - intercept * (muRhs - dot(yRhs, muColumn)),
    muColumn,
    muPivot,
  };
}

/** The solution of the whole system from that of the kept block and mu's eliminated column. */
function withMu(
  solved: Float64Array,
  { muColumn, muPivot }: IterativeSolution,
  muRhs: number,
  rhs: Float64Array,
) {
  const kept = solved.length;
  let cross = 0;
  for (let j = 0; j < kept; j++) cross += (rhs[j] as number) * (muColumn[j] as number);
  const mu = (muRhs - cross) / muPivot;
  const whole = new Float64Array(kept + 1);
  for (let j = 0; j < kept; j++) whole[j] = (solved[j] as number) - mu * (muColumn[j] as number);
  whole[kept] = mu;
  return whole;
}

/** tr(P Z Z') of both sides: the probed part, plus mu's part, which is exact. */
function fullTraces(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  solution: IterativeSolution,
  traces: ProbeTraces,
) {
  const { start, keptOf, eliminated, kept } = layout;
  const { muColumn, muPivot } = solution;
  const tau = Math.sqrt(operator.rho);
  let eliminatedTrace = -traces.eliminated;
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const h = 1 / (1 + operator.lambda * (to - from));
    let mu = from - to;
    for (let p = from; p < to; p++) mu += tau * (muColumn[keptOf[p] as number] as number);
    eliminatedTrace += (to - from) * h - (h * h * mu * mu) / muPivot;
  }
  const keptInverse = traces.kept + dot(muColumn, muColumn) / muPivot;
  return {
    eliminated: eliminatedTrace,
    kept:
      operator.rho > NEGLIGIBLE
        ? (kept - keptInverse) / operator.rho
        : keptTraceAtZero(layout, operator.lambda, 1 / muPivot),
  };
}

function interleave(a: Float64Array, b: Float64Array, length: number): Float64Array {
  const result = new Float64Array(length * 2);
  for (let j = 0; j < length; j++) {
    result[j * 2] = a[j] as number;
    result[j * 2 + 1] = b[j] as number;
  }
  return result;
}

function pick(block: Float64Array, column: 0 | 1): Float64Array {
  const result = new Float64Array(block.length / 2);
  for (let j = 0; j < result.length; j++) result[j] = block[j * 2 + column] as number;
  return result;
}
