import type { BlockedLayout } from "./design";
import type { BlockedSystem } from "./exact";
import type { PatternInverse } from "./pattern-inverse";

/**
 * One figure a block that loads evenly on all of its ratings: the block's general effect, or its
 * composite over dimensions. With `ratio` its variance over the residual's, the BLUP is ratio 1'Py, and
 * errors are shared with every block that touches the same kept columns.
 *
 * Unit: score points (variances: squared). Range: variances >= 0. Undefined: never, at a solved point.
 * Minimum n: one rating in the block. Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * const general = blockScores(layout, system, inverse, system.ratios.local[0]); // units' general effects
 */
export interface BlockScores {
  readonly effect: Float64Array;
  readonly variance: Float64Array;
  /** Covariance with a fixed combination's error is -ratio t' C f: kept as ratio times C t, column-scaled. */
  readonly loading: readonly SparseLoading[];
  readonly ratio: number;
}

export interface SparseLoading {
  readonly columns: Int32Array;
  /** W' V^-1 1 on those columns, scaled. */
  readonly values: Float64Array;
}

export function blockScores(
  layout: BlockedLayout,
  system: BlockedSystem,
  inverse: Float64Array,
  ratio: number,
): BlockScores {
  const { residualVariance: s2, projected } = system;
  const size = layout.columns;
  const effect = new Float64Array(layout.blocks);
  const variance = new Float64Array(layout.blocks);
  const loading = evenLoadings(layout, system);
  const own = evenSums(layout, system.inverses);
  for (let i = 0; i < layout.blocks; i++) {
    let sum = 0;
    for (let at = layout.start[i] as number; at < (layout.start[i + 1] as number); at++)
      sum += projected[at] as number;
    effect[i] = ratio * sum;
    const t = loading[i] as SparseLoading;
    const shared = joint(t, t, inverse, size);
    variance[i] = s2 * (ratio - ratio * ratio * ((own[i] as number) - shared));
  }
  return { effect, variance, loading, ratio };
}

/** Joint covariance of the block scores, row-major. */
export function jointBlockCovariance(
  scores: BlockScores,
  s2: number,
  inverse: Float64Array,
  size: number,
): Float64Array {
  const n = scores.effect.length;
  const covariance = new Float64Array(n * n);
  const factor = s2 * scores.ratio * scores.ratio;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value =
        factor * joint(scores.loading[i] as SparseLoading, scores.loading[j] as SparseLoading, inverse, size);
      covariance[i * n + j] = value;
      covariance[j * n + i] = value;
    }
    covariance[i * n + i] = scores.variance[i] as number;
  }
  return covariance;
}

/** Variance of (a fixed combination + block score): what a fair score's standard error is the root of. */
export function varianceWithFixed(
  scores: BlockScores,
  block: number,
  fixed: Float64Array,
  s2: number,
  inverse: Float64Array,
): number {
  const size = fixed.length;
  const all = { columns: Int32Array.from(fixed.keys()), values: fixed };
  const own = joint(all, all, inverse, size);
  const cross = joint(scores.loading[block] as SparseLoading, all, inverse, size);
  return (scores.variance[block] as number) + s2 * (own - 2 * scores.ratio * cross);
}

function joint(a: SparseLoading, b: SparseLoading, c: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < a.columns.length; p++) {
    const weight = a.values[p] as number;
    if (weight === 0) continue;
    const row = (a.columns[p] as number) * size;
    let inner = 0;
    for (let q = 0; q < b.columns.length; q++)
      inner += (c[row + (b.columns[q] as number)] as number) * (b.values[q] as number);
    sum += weight * inner;
  }
  return sum;
}

function evenLoadings(layout: BlockedLayout, { inverses, scale }: BlockedSystem): SparseLoading[] {
  const { width, column, coefficient } = layout;
  return Array.from({ length: layout.blocks }, (_, i) => {
    const from = layout.start[i] as number;
    const { size, inverse: v } = inverses[layout.patternOf[i] as number] as PatternInverse;
    const sums = new Map<number, number>();
    for (let a = 0; a < size; a++) {
      let weight = 0;
      for (let b = 0; b < size; b++) weight += v[a * size + b] as number;
      for (let p = (from + a) * width; p < (from + a + 1) * width; p++) {
        const c = column[p] as number;
        sums.set(c, (sums.get(c) ?? 0) + weight * (coefficient[p] as number) * (scale[c] as number));
      }
    }
    return { columns: Int32Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
  });
}

/** 1' V^-1 1 of each block. */
function evenSums(layout: BlockedLayout, inverses: readonly PatternInverse[]): Float64Array {
  const totals = inverses.map(({ inverse: v }) => v.reduce((sum, x) => sum + x, 0));
  return Float64Array.from(layout.patternOf, (pattern) => totals[pattern] as number);
}
