import type { HoledLayout } from "./layout";
import { betweenRoots, invertedWithOne, maskedRows, type Root, rootOf, takeRoot } from "./small";

/**
 * The model of several dimensions at given variance ratios, as operators that are never formed: the eliminated side's
 * inverse level by level, and the Schur complement on the kept side, S = I + T Z'V^-1 Z T, with T the symmetric root of
 * a level's own covariance over the dimensions.
 *
 * Unit: none (systems scaled by the residual variance). Range: S is positive definite with eigenvalues >= 1.
 * Undefined: never, at ratios >= 0. Minimum n: as the fit.
 * Source: Henderson & Searle (1981), https://doi.org/10.1137/1023004
 *
 * @example
 * const at = holedOperator(layout, { eliminated: [0.8, 0.2], kept: [0.3, 0.1], sheet: 0.25 });
 * at.apply(x, y); // y = S x
 */
export interface HoledRatios {
  /** General and by dimension, over the residual variance. */
  readonly eliminated: readonly [general: number, own: number];
  readonly kept: readonly [general: number, own: number];
  readonly sheet: number;
}

export interface HoledOperator {
  readonly layout: HoledLayout;
  readonly ratios: HoledRatios;
  readonly root: Root;
  /** kappa / (1 + kappa n) of each sheet: its inverse is mask - shrink x mask mask'. */
  readonly shrink: Float64Array;
  /** Prediction-error matrix of each eliminated level given the kept side, D x D. */
  readonly error: Float64Array;
  /** Sum of its sheets' inverses, D x D. */
  readonly weight: Float64Array;
  /** Inverse of each kept level's own block of S, D x D: the preconditioner. */
  readonly blocks: Float64Array;
  apply(x: Float64Array, y: Float64Array): void;
  /** V^-1 of the eliminated side alone, on cells. */
  eliminate(cells: Float64Array): Float64Array;
  /** V^-1 Z T x of the eliminated side alone: what a kept vector is on cells. */
  toCells(x: Float64Array): Float64Array;
  /** T Z' of cells. */
  toKept(cells: Float64Array): Float64Array;
}

export function holedOperator(layout: HoledLayout, ratios: HoledRatios): HoledOperator {
  const { dimensions: D, filled, kept } = layout;
  const root = rootOf(ratios.kept, D);
  const shrink = filled.map((n) => ratios.sheet / (1 + ratios.sheet * n));
  const weight = levelWeights(layout, shrink);
  const error = errorsOf(layout, weight, rootOf(ratios.eliminated, D));
  const eliminate = (cells: Float64Array) => eliminateFrom(layout, shrink, error, cells);
  const toKept = (cells: Float64Array) => {
    const out = new Float64Array(kept * D);
    for (let s = 0; s < layout.sheets; s++) {
      const j = (layout.keptOf[s] as number) * D;
      for (let d = 0; d < D; d++) out[j + d] = (out[j + d] as number) + (cells[s * D + d] as number);
    }
    takeRoot(out, D, root);
    return out;
  };
  const toCells = (x: Float64Array) => {
    const scaled = x.slice();
    takeRoot(scaled, D, root);
    const cells = new Float64Array(layout.mask.length);
    for (let s = 0; s < layout.sheets; s++) {
      const j = (layout.keptOf[s] as number) * D;
      for (let d = 0; d < D; d++)
        cells[s * D + d] = (layout.mask[s * D + d] as number) * (scaled[j + d] as number);
    }
    return eliminate(cells);
  };
  return {
    ...{ layout, ratios, root, shrink, error, weight, eliminate, toKept, toCells },
    blocks: keptBlocks(layout, shrink, error, root),
    apply: (x, y) => applyFused(layout, shrink, error, root, x, y),
  };
}

function levelWeights({ dimensions: D, eliminated, start, mask }: HoledLayout, shrink: Float64Array) {
  const weight = new Float64Array(eliminated * D * D);
  for (let i = 0; i < eliminated; i++) {
    for (let s = start[i] as number; s < (start[i + 1] as number); s++) {
      const c = shrink[s] as number;
      for (let k = 0; k < D; k++) {
        if ((mask[s * D + k] as number) === 0) continue;
        const row = (i * D + k) * D;
        weight[row + k] = (weight[row + k] as number) + 1;
        for (let l = 0; l < D; l++)
          weight[row + l] = (weight[row + l] as number) - c * (mask[s * D + l] as number);
      }
    }
  }
  return weight;
}

/** T (I + T B T)^-1 T of each level. */
function errorsOf({ dimensions: D, eliminated }: HoledLayout, weight: Float64Array, root: Root) {
  const error = new Float64Array(weight.length);
  for (let i = 0; i < eliminated; i++) {
    const a = betweenRoots(weight.subarray(i * D * D, (i + 1) * D * D).slice(), D, root);
    error.set(betweenRoots(invertedWithOne(a, D), D, root), i * D * D);
  }
  return error;
}

function keptBlocks(layout: HoledLayout, shrink: Float64Array, error: Float64Array, root: Root) {
  const { dimensions: D, kept, eliminated, start, keptOf, mask } = layout;
  const sums = new Float64Array(kept * D * D);
  const rows = new Float64Array(D);
  for (let i = 0; i < eliminated; i++) {
    const h = i * D * D;
    for (let s = start[i] as number; s < (start[i + 1] as number); s++) {
      const c = shrink[s] as number;
      const at = s * D;
      const total = maskedRows(error, h, mask, at, D, rows);
      const block = (keptOf[s] as number) * D * D;
      for (let k = 0; k < D; k++) {
        if ((mask[at + k] as number) === 0) continue;
        for (let l = 0; l < D; l++) {
          if ((mask[at + l] as number) === 0) continue;
          const inside =
            (error[h + k * D + l] as number) -
            c * ((rows[k] as number) + (rows[l] as number)) +
            c * c * total;
          const to = block + k * D + l;
          sums[to] = (sums[to] as number) + (k === l ? 1 : 0) - c - inside;
        }
      }
    }
  }
  const blocks = new Float64Array(sums.length);
  for (let j = 0; j < kept; j++) {
    const own = betweenRoots(sums.subarray(j * D * D, (j + 1) * D * D).slice(), D, root);
    blocks.set(invertedWithOne(own, D), j * D * D);
  }
  return blocks;
}

function eliminateFrom(layout: HoledLayout, shrink: Float64Array, error: Float64Array, cells: Float64Array) {
  const { dimensions: D, eliminated, start, mask } = layout;
  const out = new Float64Array(cells.length);
  const sums = new Float64Array(D);
  const fitted = new Float64Array(D);
  for (let i = 0; i < eliminated; i++) {
    const [first, end] = [start[i] as number, start[i + 1] as number];
    sums.fill(0);
    for (let s = first; s < end; s++) {
      let total = 0;
      for (let d = 0; d < D; d++) total += cells[s * D + d] as number;
      total *= shrink[s] as number;
      for (let d = 0; d < D; d++) {
        const value = (cells[s * D + d] as number) - total * (mask[s * D + d] as number);
        out[s * D + d] = value;
        sums[d] = (sums[d] as number) + value;
      }
    }
    for (let k = 0; k < D; k++) {
      let sum = 0;
      for (let l = 0; l < D; l++) sum += (error[(i * D + k) * D + l] as number) * (sums[l] as number);
      fitted[k] = sum;
    }
    for (let s = first; s < end; s++) {
      let total = 0;
      for (let d = 0; d < D; d++) total += (fitted[d] as number) * (mask[s * D + d] as number);
      total *= shrink[s] as number;
      for (let d = 0; d < D; d++) {
        const at = s * D + d;
        out[at] = (out[at] as number) - (mask[at] as number) * ((fitted[d] as number) - total);
      }
    }
  }
  return out;
}

/** y = x + T Z'V^-1 Z T x in one pass over the sheets: what toKept(toCells(x)) is, without a vector of cells. */
function applyFused(
  { dimensions: D, eliminated, start, keptOf, mask }: HoledLayout,
  shrink: Float64Array,
  error: Float64Array,
  root: Root,
  x: Float64Array,
  y: Float64Array,
): void {
  const scaled = x.slice();
  takeRoot(scaled, D, root);
  const image = new Float64Array(x.length);
  const sums = new Float64Array(D);
  const fitted = new Float64Array(D);
  for (let i = 0; i < eliminated; i++) {
    const first = start[i] as number;
    const end = start[i + 1] as number;
    sums.fill(0);
    for (let s = first; s < end; s++) {
      const at = s * D;
      const j = (keptOf[s] as number) * D;
      let total = 0;
      for (let d = 0; d < D; d++) total += (mask[at + d] as number) * (scaled[j + d] as number);
      total *= shrink[s] as number;
      for (let d = 0; d < D; d++) {
        const value = (mask[at + d] as number) * ((scaled[j + d] as number) - total);
        sums[d] = (sums[d] as number) + value;
        image[j + d] = (image[j + d] as number) + value;
      }
    }
    for (let k = 0, at = i * D * D; k < D; k++) {
      let sum = 0;
      for (let l = 0; l < D; l++, at++) sum += (error[at] as number) * (sums[l] as number);
      fitted[k] = sum;
    }
    for (let s = first; s < end; s++) {
      const at = s * D;
      const j = (keptOf[s] as number) * D;
      let total = 0;
      for (let d = 0; d < D; d++) total += (mask[at + d] as number) * (fitted[d] as number);
      total *= shrink[s] as number;
      for (let d = 0; d < D; d++)
        image[j + d] = (image[j + d] as number) - (mask[at + d] as number) * ((fitted[d] as number) - total);
    }
  }
  takeRoot(image, D, root);
  for (let at = 0; at < y.length; at++) y[at] = (x[at] as number) + (image[at] as number);
}
