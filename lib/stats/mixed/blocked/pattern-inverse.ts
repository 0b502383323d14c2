import { factor, inverse, logDeterminant } from "../../linalg/dense";
import type { BlockedLayout, Pattern } from "./design";

/**
 * V^-1 and log|V| of each pattern at given local variance ratios, V = I + sum_l lambda_l [same group].
 * A million ratings on complete sheets have a handful of patterns, so this costs nothing.
 *
 * Range: V positive definite. Undefined: null where negative ratios leave V indefinite. Unit: multiples of the residual variance.
 * Minimum n: as the fit.
 * Source: Henderson & Searle (1981), https://doi.org/10.1137/1023004
 *
 * @example
 * patternInverses(layout, [0.8])?.[0]?.inverse; // I - .8 / (1 + .8 n) J for a block of n
 */
export interface PatternInverse {
  readonly size: number;
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

export function patternInverses(
  layout: BlockedLayout,
  lambda: readonly number[],
): readonly PatternInverse[] | null {
  const inverses: PatternInverse[] = [];
  for (const pattern of layout.patterns) {
    const found = invert(pattern, lambda);
    if (found === null) return null;
    inverses.push(found);
  }
  return inverses;
}

function invert({ size, groups }: Pattern, lambda: readonly number[]): PatternInverse | null {
  const v = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    v[a * size + a] = 1;
    for (let b = 0; b <= a; b++) {
      groups.forEach((group, l) => {
        if (group[a] === group[b]) v[a * size + b] = (v[a * size + b] as number) + (lambda[l] as number);
      });
    }
  }
  if (!factor(v, size)) return null;
  return { size, inverse: inverse(v, size), logDeterminant: logDeterminant(v, size) };
}

/** out = V^-1 x over all ratings, block by block. */
export function applyInverse(
  layout: BlockedLayout,
  inverses: readonly PatternInverse[],
  x: Float64Array,
): Float64Array {
  const out = new Float64Array(x.length);
  for (let i = 0; i < layout.blocks; i++) {
    const from = layout.start[i] as number;
    const { size, inverse: v } = inverses[layout.patternOf[i] as number] as PatternInverse;
    for (let a = 0; a < size; a++) {
      let sum = 0;
      for (let b = 0; b < size; b++) sum += (v[a * size + b] as number) * (x[from + b] as number);
      out[from + a] = sum;
    }
  }
  return out;
}
