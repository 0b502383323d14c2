import { product } from "./layout";
import type { HoledOperator } from "./operator";

/**
 * S x = b on the kept side by conjugate gradients, preconditioned by each level's own block. Starts from what is in x.
 *
 * Unit: that of b. Range: finite. Undefined: stops after MOST_STEPS with what it has. Minimum n: none.
 * Source: Hestenes & Stiefel (1952), https://doi.org/10.6028/jres.049.044
 *
 * @example
 * const x = new Float64Array(b.length);
 * solveKept(operator, b, x, 1e-8);
 */
export function solveKept(
  operator: HoledOperator,
  b: Float64Array,
  x: Float64Array,
  tolerance: number,
): void {
  const image = new Float64Array(b.length);
  operator.apply(x, image);
  const residual = b.map((value, at) => value - (image[at] as number));
  const target = product(b, byBlocks(operator, b)) * tolerance * tolerance;
  let weighted = byBlocks(operator, residual);
  let squares = product(residual, weighted);
  const direction = weighted.slice();
  for (let steps = 0; steps < MOST_STEPS && squares > target; steps++) {
    operator.apply(direction, image);
    const curvature = product(direction, image);
    if (!(curvature > 0)) return;
    const alpha = squares / curvature;
    for (let at = 0; at < x.length; at++) {
      x[at] = (x[at] as number) + alpha * (direction[at] as number);
      residual[at] = (residual[at] as number) - alpha * (image[at] as number);
    }
    weighted = byBlocks(operator, residual);
    const next = product(residual, weighted);
    const beta = next / squares;
    for (let at = 0; at < x.length; at++)
      direction[at] = (weighted[at] as number) + beta * (direction[at] as number);
    squares = next;
  }
}

const MOST_STEPS = 500;

/** Each level's own block inverted: the first guess at S^-1. */
export function byBlocks({ layout, blocks }: HoledOperator, x: Float64Array): Float64Array {
  const D = layout.dimensions;
  const out = new Float64Array(x.length);
  for (let at = 0; at < x.length; at += D) {
    for (let k = 0; k < D; k++) {
      let sum = 0;
      for (let l = 0; l < D; l++) sum += (blocks[(at + k) * D + l] as number) * (x[at + l] as number);
      out[at + k] = sum;
    }
  }
  return out;
}
