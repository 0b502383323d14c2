import { factor, logDeterminant, solveInPlace } from "../../linalg/dense";
import type { BlockedLayout } from "./design";
import { applyInverse, type PatternInverse, patternInverses } from "./pattern-inverse";

/**
 * A blocked mixed model solved exactly at given variance ratios: blocks drop out pattern by pattern,
 * the kept terms stand in one dense system, random columns scaled by the root of their ratio.
 *
 * Range: criteria any real number. Undefined: null when the fixed part is not of full rank or V is not positive definite.
 * Minimum n: more ratings than fixed effects.
 * Unit: score points; criteria have none.
 * Source: Bates et al. (2015), eq. 34 and 42, https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * solveBlockedExactly(layout, { local: [1.09], kept: [0.17, 2.15] })?.remlCriterion; // 582.987 for the drift panel
 */
export interface BlockedRatios {
  readonly local: readonly number[];
  readonly kept: readonly number[];
}

export interface BlockedSystem {
  readonly ratios: BlockedRatios;
  readonly inverses: readonly PatternInverse[];
  /** Root of the ratio of each column; 1 for fixed ones. */
  readonly scale: Float64Array;
  readonly lower: Float64Array;
  /** Effects of the kept columns, unscaled. */
  readonly effect: Float64Array;
  /** P y in units of the residual variance, one a rating. */
  readonly projected: Float64Array;
  readonly quadratic: number;
  readonly residualVariance: number;
  readonly remlCriterion: number;
}

export function solveBlockedExactly(layout: BlockedLayout, ratios: BlockedRatios): BlockedSystem | null {
  const size = layout.columns;
  const inverses = patternInverses(layout, ratios.local);
  if (inverses === null) return null;
  const scale = columnScale(layout, ratios.kept);
  const lower = rawSystem(layout, inverses, scale);
  for (let c = 0; c < layout.fixedFrom; c++) lower[c * size + c] = (lower[c * size + c] as number) + 1;
  if (!factor(lower, size)) return null;
  const solution = keptSums(layout, applyInverse(layout, inverses, layout.score)).map(
    (x, c) => x * (scale[c] as number),
  );
  solveInPlace(lower, size, solution);
  const effect = solution.map((x, c) => x * (scale[c] as number));
  const projected = applyInverse(layout, inverses, unexplained(layout, effect));
  let quadratic = 0;
  for (let at = 0; at < layout.ratings; at++)
    quadratic += (layout.score[at] as number) * (projected[at] as number);
  const freedom = layout.ratings - (size - layout.fixedFrom);
  let logBlocks = 0;
  for (const pattern of layout.patternOf) logBlocks += (inverses[pattern] as PatternInverse).logDeterminant;
  return {
    ratios,
    inverses,
    scale,
    lower,
    effect,
    projected,
    quadratic,
    residualVariance: quadratic / freedom,
    remlCriterion:
      logBlocks + logDeterminant(lower, size) + freedom * (1 + Math.log((2 * Math.PI * quadratic) / freedom)),
  };
}

export function columnScale(layout: BlockedLayout, kept: readonly number[]): Float64Array {
  const scale = new Float64Array(layout.columns).fill(1);
  kept.forEach((ratio, k) => {
    scale.fill(Math.sqrt(ratio), layout.termStart[k], layout.termStart[k + 1]);
  });
  return scale;
}

/** W' V^-1 W with the columns scaled; lower triangle. */
function rawSystem(
  layout: BlockedLayout,
  inverses: readonly PatternInverse[],
  scale: Float64Array,
): Float64Array {
  const { width, column, coefficient, columns } = layout;
  const system = new Float64Array(columns * columns);
  for (let i = 0; i < layout.blocks; i++) {
    const from = layout.start[i] as number;
    const { size, inverse: v } = inverses[layout.patternOf[i] as number] as PatternInverse;
    for (let a = 0; a < size; a++) {
      for (let p = (from + a) * width; p < (from + a + 1) * width; p++) {
        const row = column[p] as number;
        const byRow = (coefficient[p] as number) * (scale[row] as number);
        if (byRow === 0) continue;
        for (let b = 0; b < size; b++) {
          const weight = byRow * (v[a * size + b] as number);
          for (let q = (from + b) * width; q < (from + b + 1) * width; q++) {
            const other = column[q] as number;
            if (other > row) continue;
            const at = row * columns + other;
            system[at] =
              (system[at] as number) + weight * (coefficient[q] as number) * (scale[other] as number);
          }
        }
      }
    }
  }
  return system;
}

/** W' x, unscaled. */
export function keptSums(
  { width, column, coefficient, columns }: BlockedLayout,
  x: Float64Array,
): Float64Array {
  const sums = new Float64Array(columns);
  for (let p = 0; p < column.length; p++) {
    const c = column[p] as number;
    sums[c] = (sums[c] as number) + (coefficient[p] as number) * (x[Math.floor(p / width)] as number);
  }
  return sums;
}

/** y - W effect */
function unexplained(layout: BlockedLayout, effect: Float64Array): Float64Array {
  const { width, column, coefficient } = layout;
  const rest = layout.score.slice();
  for (let p = 0; p < column.length; p++) {
    const at = Math.floor(p / width);
    rest[at] = (rest[at] as number) - (coefficient[p] as number) * (effect[column[p] as number] as number);
  }
  return rest;
}
