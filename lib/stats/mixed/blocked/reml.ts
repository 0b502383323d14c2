import { inverse, solveInPlace } from "../../linalg/dense";
import { climb } from "../climb";
import { NO_RESIDUAL } from "../two-way-iterative";
import { dot } from "../two-way-slope";
import { blockLoadings, quadraticForm } from "./block-loadings";
import type { BlockedLayout } from "./design";
import { type BlockedSystem, keptSums, solveBlockedExactly } from "./exact";
import { groupSums, spreadGroups } from "./local-effects";
import { applyInverse } from "./pattern-inverse";

/**
 * The REML optimum of a blocked mixed model by exact algebra and average-information steps, each taken
 * only if the criterion falls.
 *
 * Unit: squared score points, in the order local effects, kept random terms, residual. Range: >= 0.
 * Undefined: null when the residual runs to zero or the fixed part is not of full rank.
 * Minimum n: as the fit.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * maximiseBlocked(layout)?.variances; // [.350, .081, .108, .121, .043, .425] for the sparse panel
 */
export interface BlockedOptimum {
  readonly system: BlockedSystem;
  /** Scaled inverse of the kept system. */
  readonly inverse: Float64Array;
  readonly variances: readonly number[];
  /** Average information in the order of `variances`, at the optimum. */
  readonly information: readonly (readonly number[])[];
  readonly steps: number;
}

const MOST_STEPS = 200;
const LARGEST_RATIO = 1e9;
/** Below this ratio (1 - C)/rho loses its digits and the trace is taken directly. */
const SMALL_RATIO = 1e-7;

export function maximiseBlocked(layout: BlockedLayout, start?: readonly number[]): BlockedOptimum | null {
  const variation = dot(layout.score, layout.score);
  let system = solveAt(layout, start ?? evenShares(layout));
  for (let steps = 1; system !== null && steps <= MOST_STEPS; steps++) {
    const { residualVariance: residual, ratios } = system;
    if (
      !(system.quadratic > NO_RESIDUAL * variation) ||
      [...ratios.local, ...ratios.kept].some((ratio) => ratio > LARGEST_RATIO)
    )
      return null;
    const variances = [...ratios.local, ...ratios.kept, 1].map((ratio) => ratio * residual);
    const whole = inverse(system.lower, layout.columns);
    const standing = { variances, levels: levelsOf(layout), ...slopeAt(layout, system, whole) };
    const next = climb(system, standing, (at) => solveAt(layout, at));
    if (next === "settled")
      return { system, inverse: whole, variances, information: standing.information, steps };
    system = next;
  }
  return null;
}

/** A start that favours no component: half the variance residual, the rest shared. */
function evenShares(layout: BlockedLayout): number[] {
  const total = dot(layout.score, layout.score) / Math.max(1, layout.ratings - 1);
  const components = layout.locals + layout.termStart.length - 2;
  return [...new Array<number>(components).fill(total / 2 / Math.max(1, components)), total / 2];
}

function solveAt(layout: BlockedLayout, variances: readonly number[]): BlockedSystem | null {
  const residual = variances.at(-1) ?? 0;
  const ratios = variances.slice(0, -1).map((value) => value / residual);
  return solveBlockedExactly(layout, {
    local: ratios.slice(0, layout.locals),
    kept: ratios.slice(layout.locals),
  });
}

/** How many levels each component has, the ratings last. */
function levelsOf(layout: BlockedLayout): number[] {
  const local = Array.from({ length: layout.locals }, (_, l) =>
    layout.patternOf.reduce((sum, pattern) => sum + (layout.patterns[pattern]?.groupCounts[l] ?? 0), 0),
  );
  const kept = layout.termStart.slice(0, -2).map((from, k) => (layout.termStart[k + 1] as number) - from);
  return [...local, ...kept, layout.ratings];
}

function slopeAt(layout: BlockedLayout, system: BlockedSystem, whole: Float64Array) {
  const { projected, inverses, scale, lower, ratios } = system;
  const residual = system.residualVariance;
  const keptProjected = keptSums(layout, projected);
  const terms = layout.termStart.length - 2;
  const locals = Array.from({ length: layout.locals }, (_, l) => {
    const sums = groupSums(layout, l, projected);
    return { squares: dot(sums.sum, sums.sum), working: spreadGroups(layout, l, sums) };
  });
  const kept = Array.from({ length: terms }, (_, k) => {
    const own = keptProjected.map((x, c) =>
      c >= (layout.termStart[k] as number) && c < (layout.termStart[k + 1] as number) ? x : 0,
    );
    return { squares: dot(own, own), working: spreadColumns(layout, own) };
  });
  const parts = [...locals, ...kept];
  const traces = [
    ...locals.map((_, l) => localTrace(layout, system, whole, l)),
    ...kept.map((_, k) => keptTrace(layout, system, whole, k)),
  ];
  const solved = parts.map(({ working }) => {
    const weighted = applyInverse(layout, inverses, working);
    const rhs = keptSums(layout, weighted).map((x, c) => x * (scale[c] as number));
    const solution = rhs.slice();
    solveInPlace(lower, layout.columns, solution);
    return { working, weighted, rhs, solution };
  });
  const allRatios = [...ratios.local, ...ratios.kept];
  const s4 = residual * residual;
  const information = solved.map((a) =>
    solved.map((b) => (0.5 * (dot(a.working, b.weighted) - dot(a.rhs, b.solution))) / (s4 * residual)),
  );
  // V P y = y - X b: the residual's row follows from the others.
  const last = parts.map(({ squares }, k) => {
    const others = (information[k] as number[]).reduce(
      (sum, value, l) => sum + (allRatios[l] as number) * value,
      0,
    );
    return (0.5 * squares) / s4 / residual - others;
  });
  const residualSquares =
    system.quadratic - parts.reduce((sum, { squares }, k) => sum + (allRatios[k] as number) * squares, 0);
  const corner =
    (0.5 * residualSquares) / s4 / residual -
    last.reduce((sum, value, k) => sum + (allRatios[k] as number) * value, 0);
  const freedom = layout.ratings - (layout.columns - layout.fixedFrom);
  const residualTrace = freedom - traces.reduce((sum, trace, k) => sum + (allRatios[k] as number) * trace, 0);
  const slope = [...parts.map(({ squares }) => squares), residualSquares].map(
    (squares, k) => -0.5 * (([...traces, residualTrace][k] as number) / residual - squares / s4),
  );
  return {
    slope,
    information: [...information.map((row, k) => [...row, last[k] as number]), [...last, corner]],
  };
}

function spreadColumns(
  { width, column, coefficient, ratings }: BlockedLayout,
  own: Float64Array,
): Float64Array {
  const out = new Float64Array(ratings);
  for (let p = 0; p < column.length; p++) {
    const at = Math.floor(p / width);
    out[at] = (out[at] as number) + (coefficient[p] as number) * (own[column[p] as number] as number);
  }
  return out;
}

/** tr(P Z Z') of a local effect. */
function localTrace(
  layout: BlockedLayout,
  { inverses, scale }: BlockedSystem,
  whole: Float64Array,
  local: number,
): number {
  let trace = 0;
  for (let i = 0; i < layout.blocks; i++) {
    const loadings = blockLoadings(layout, inverses, scale, i, local);
    loadings.own.forEach((own, g) => {
      trace += own - quadraticForm(loadings, g, whole, layout.columns);
    });
  }
  return trace;
}

/** tr(P Z Z') of a kept random term. */
function keptTrace(layout: BlockedLayout, system: BlockedSystem, whole: Float64Array, k: number): number {
  const ratio = system.ratios.kept[k] as number;
  const from = layout.termStart[k] as number;
  const to = layout.termStart[k + 1] as number;
  if (ratio > SMALL_RATIO) {
    let inverseTrace = 0;
    for (let c = from; c < to; c++) inverseTrace += whole[c * layout.columns + c] as number;
    return (to - from - inverseTrace) / ratio;
  }
  let trace = 0;
  for (let c = from; c < to; c++) {
    const unit = new Float64Array(layout.columns);
    unit[c] = 1;
    const weighted = applyInverse(layout, system.inverses, spreadColumns(layout, unit));
    const raw = keptSums(layout, weighted);
    const scaled = raw.map((x, at) => x * (system.scale[at] as number));
    const solution = scaled.slice();
    solveInPlace(system.lower, layout.columns, solution);
    trace += (raw[c] as number) - dot(scaled, solution);
  }
  return trace;
}
