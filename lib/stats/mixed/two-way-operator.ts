import type { TwoWayLayout } from "./two-way-layout";

/**
 * The kept system of the crossed model as an operator, never formed: one pass over the ratings applies
 * S = I + rho (N - sum_i g_i n_i n_i') to a block of 2 or 8 vectors at once, so that each index is read
 * once for all of them. Vectors are interleaved: element j of vector p is at j * width + p.
 *
 * Range: finite; S is positive definite with eigenvalues >= 1. Undefined: never.
 * Unit: none (a system scaled by the residual variance). Minimum n: as the fit.
 * Source: Ghosh, Hastie & Owen (2021), https://doi.org/10.1214/21-AOS2121 (why not to factor S when it is large)
 *
 * @example
 * const s = twoWayOperator(layout, 0.08, 0.2);
 * s.apply(x, y, 8); // y = S x, eight vectors in one pass
 */
export interface BlockOperator {
  readonly size: number;
  /** The diagonal of the operator: its preconditioner, and the centre of the control variates. */
  readonly diagonal: Float64Array;
  apply(x: Float64Array, y: Float64Array, width: BlockWidth): void;
}

export type BlockWidth = 2 | 8;

export interface TwoWayOperator extends BlockOperator {
  readonly lambda: number;
  readonly rho: number;
  /** lambda / (1 + lambda n_i) of each eliminated level. */
  readonly weight: Float64Array;
}

export function twoWayOperator(layout: TwoWayLayout, lambda: number, rho: number): TwoWayOperator {
  const { start, keptOf, pairSize, keptCount, kept, eliminated } = layout;
  const weight = new Float64Array(eliminated);
  const own = keptCount.map((n) => 1 + rho * n);
  const diagonal = own.slice();
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const g = lambda / (1 + lambda * (to - from));
    weight[i] = g;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      diagonal[j] = (diagonal[j] as number) - rho * g * (pairSize[p] as number);
    }
  }
  const ends = { start, keptOf, weight, own, rho, kept, eliminated };
  return {
    size: kept,
    diagonal,
    lambda,
    rho,
    weight,
    apply: (x, y, width) => (width === 8 ? applyToEight(ends, x, y) : applyToTwo(ends, x, y)),
  };
}

/**
 * Q x for eight vectors, Q = sum_i h_i^2 n_i n_i' with h_i = 1 / (1 + lambda n_i): what the eliminated
 * side's trace weighs the kept side's inverse with.
 */
export function weighByEliminated(layout: TwoWayLayout, lambda: number, x: Float64Array): Float64Array {
  const { start, keptOf, kept, eliminated } = layout;
  const weight = new Float64Array(eliminated);
  for (let i = 0; i < eliminated; i++) {
    weight[i] = -1 / (1 + lambda * ((start[i + 1] as number) - (start[i] as number))) ** 2;
  }
  const y = new Float64Array(x.length);
  applyToEight({ start, keptOf, weight, own: new Float64Array(kept), rho: 1, kept, eliminated }, x, y);
  return y;
}

interface Parts {
  readonly start: Int32Array;
  readonly keptOf: Int32Array;
  readonly weight: Float64Array;
  readonly own: Float64Array;
  readonly rho: number;
  readonly kept: number;
  readonly eliminated: number;
}

function scaleByOwn(own: Float64Array, x: Float64Array, y: Float64Array, width: number): void {
  for (let j = 0, at = 0; j < own.length; j++) {
    const d = own[j] as number;
    for (let p = 0; p < width; p++, at++) y[at] = d * (x[at] as number);
  }
}

function applyToTwo(
  { start, keptOf, weight, own, rho, eliminated }: Parts,
  x: Float64Array,
  y: Float64Array,
): void {
  scaleByOwn(own, x, y, 2);
  let from = 0;
  for (let i = 0; i < eliminated; i++) {
    const to = start[i + 1] as number;
    let a = 0;
    let b = 0;
    for (let p = from; p < to; p++) {
      const at = (keptOf[p] as number) * 2;
      a += x[at] as number;
      b += x[at + 1] as number;
    }
    const w = rho * (weight[i] as number);
    a *= w;
    b *= w;
    for (let p = from; p < to; p++) {
      const at = (keptOf[p] as number) * 2;
      y[at] = (y[at] as number) - a;
      y[at + 1] = (y[at + 1] as number) - b;
    }
    from = to;
  }
}

function applyToEight(
  { start, keptOf, weight, own, rho, eliminated }: Parts,
  x: Float64Array,
  y: Float64Array,
): void {
  scaleByOwn(own, x, y, 8);
  let from = 0;
  for (let i = 0; i < eliminated; i++) {
    const to = start[i + 1] as number;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let p = from; p < to; p++) {
      const at = (keptOf[p] as number) * 8;
      a += x[at] as number;
      b += x[at + 1] as number;
      c += x[at + 2] as number;
      d += x[at + 3] as number;
      e += x[at + 4] as number;
      f += x[at + 5] as number;
      g += x[at + 6] as number;
      h += x[at + 7] as number;
    }
    const w = rho * (weight[i] as number);
    a *= w;
    b *= w;
    c *= w;
    d *= w;
    e *= w;
    f *= w;
    g *= w;
    h *= w;
    for (let p = from; p < to; p++) {
      const at = (keptOf[p] as number) * 8;
      y[at] = (y[at] as number) - a;
      y[at + 1] = (y[at + 1] as number) - b;
      y[at + 2] = (y[at + 2] as number) - c;
      y[at + 3] = (y[at + 3] as number) - d;
      y[at + 4] = (y[at + 4] as number) - e;
      y[at + 5] = (y[at + 5] as number) - f;
      y[at + 6] = (y[at + 6] as number) - g;
      y[at + 7] = (y[at + 7] as number) - h;
    }
    from = to;
  }
}
