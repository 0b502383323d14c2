import { divided, products, solveBlock } from "../linalg/conjugate-gradients";
import { type Random, randomSign } from "../random";
import type { TwoWayLayout } from "./two-way-layout";
import { type TwoWayOperator, weighByEliminated } from "./two-way-operator";

/**
 * Traces and diagonals of the kept system's inverse from random-sign probes (Hutchinson). What the
 * diagonal alone predicts to first order is known exactly and subtracted, so that a few dozen probes do.
 *
 * Range: traces > 0. Undefined: never. Deterministic: the probes come from a given seed and are kept
 * between steps, so that the optimum does not move between two runs.
 * Unit: none (traces of scaled systems). Minimum n: as the fit.
 * Source: Hutchinson (1990), https://doi.org/10.1080/03610919008812866
 *
 * @example
 * const probes = newProbes(layout, seededRandom(1));
 * probeTraces(layout, operator, probes, 1e-4).kept; // tr(S^-1)
 */
export interface ProbeBlock {
  readonly signs: Float64Array;
  /** The last solutions, the next step's starting point. */
  readonly solutions: Float64Array;
}

/** Probes in a block: one cache line of doubles, one pass over the ratings. */
export const PROBES = 8;

/** Small tables need more probes for the same precision and can afford them. */
const SMALL_TABLE_RATINGS = 250_000;
const BLOCKS = { small: 4, large: 1 };

export function newProbes(layout: TwoWayLayout, next: Random): readonly ProbeBlock[] {
  const blocks = layout.ratings <= SMALL_TABLE_RATINGS ? BLOCKS.small : BLOCKS.large;
  return Array.from({ length: blocks }, () => newBlock(layout.kept, next));
}

/** Blocks added once the optimum is found: standard errors need more probes than traces do. */
const MORE_BLOCKS = { small: 12, large: 1 };

/** The probes of the search with fresh ones beside them, all solved at the optimum. */
export function moreProbes(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  probes: readonly ProbeBlock[],
  next: Random,
  tolerance: number,
): readonly ProbeBlock[] {
  const blocks = layout.ratings <= SMALL_TABLE_RATINGS ? MORE_BLOCKS.small : MORE_BLOCKS.large;
  const fresh = Array.from({ length: blocks }, () => newBlock(layout.kept, next));
  for (const { signs, solutions } of fresh) solveBlock(operator, signs, solutions, PROBES, tolerance);
  return [...probes, ...fresh];
}

function newBlock(size: number, next: Random): ProbeBlock {
  const signs = new Float64Array(size * PROBES).map(() => randomSign(next));
  return { signs, solutions: new Float64Array(signs.length) };
}

export interface ProbeTraces {
  /** tr(S^-1) */
  readonly kept: number;
  /** tr(Q S^-1), Q = rho sum_i h_i^2 n_i n_i', h_i = 1 / (1 + lambda n_i) */
  readonly eliminated: number;
}

export function probeTraces(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  probes: readonly ProbeBlock[],
  tolerance: number,
): ProbeTraces {
  const known = eliminatedTraceByDiagonal(layout, operator);
  const parts = probes.map((block) => blockTraces(layout, operator, block, tolerance));
  const average = (read: (part: ProbeTraces) => number) =>
    parts.reduce((sum, part) => sum + read(part), 0) / parts.length;
  return {
    kept: average((part) => part.kept),
    eliminated: operator.rho * (known + average((part) => part.eliminated)),
  };
}

/** tr(Q P^-1) / rho with P the diagonal of S: exact, and most of the trace. */
function eliminatedTraceByDiagonal(layout: TwoWayLayout, { diagonal, lambda }: TwoWayOperator): number {
  let known = 0;
  for (let i = 0; i < layout.eliminated; i++) {
    const from = layout.start[i] as number;
    const to = layout.start[i + 1] as number;
    const h = 1 / (1 + lambda * (to - from));
    for (let p = from; p < to; p++) {
      known += (h * h * (layout.pairSize[p] as number)) / (diagonal[layout.keptOf[p] as number] as number);
    }
  }
  return known;
}

function blockTraces(
  layout: TwoWayLayout,
  operator: TwoWayOperator,
  { signs, solutions }: ProbeBlock,
  tolerance: number,
): ProbeTraces {
  const { diagonal, lambda } = operator;
  const first = divided(signs, diagonal, PROBES);
  const image = new Float64Array(signs.length);
  operator.apply(first, image, PROBES);
  const { residual } = solveBlock(operator, signs, solutions, PROBES, tolerance);
  // x'z + x'r errs by the square of the solver's error only; u'Su - u'z has mean zero and is its shadow.
  const direct = mean(products(solutions, signs, PROBES)) + mean(products(solutions, residual, PROBES));
  const shadow = mean(products(first, image, PROBES)) - mean(products(first, signs, PROBES));
  const beyond = solutions.map((x, at) => x - (first[at] as number));
  return {
    kept: direct + shadow,
    eliminated: mean(products(signs, weighByEliminated(layout, lambda, beyond), PROBES)),
  };
}

/**
 * The diagonal of S^-1, from solved probes: first order exact, the rest probed, never below 1 / S_jj
 * (a true lower bound).
 */
export function probeDiagonal(operator: TwoWayOperator, probes: readonly ProbeBlock[]): Float64Array {
  const { diagonal } = operator;
  const sums = new Float64Array(diagonal.length);
  for (const { signs, solutions } of probes) {
    const first = divided(signs, diagonal, PROBES);
    const image = new Float64Array(first.length);
    operator.apply(first, image, PROBES);
    for (let at = 0; at < signs.length; at++) {
      const j = Math.floor(at / PROBES);
      const z = signs[at] as number;
      // x - P^-1 (2 z - S P^-1 z): what is left after the first two terms of the Neumann series.
      const beyond = (solutions[at] as number) - (2 * z - (image[at] as number)) / (diagonal[j] as number);
      sums[j] = (sums[j] as number) + z * beyond;
    }
  }
  const count = probes.length * PROBES;
  return diagonal.map((d, j) => Math.max(1 / d, 1 / d + (sums[j] as number) / count));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
