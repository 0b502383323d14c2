import { factor, inverse } from "../../linalg/dense";

/**
 * Matrices over the dimensions of one level or one sheet, row-major and D x D: what the operators of holed sheets are
 * put together from. A sheet's inverse covariance is R = mask - shrink x mask mask' on the cells it holds.
 *
 * Unit: none. Range: finite. Undefined: never, on positive definite matrices. Minimum n: one dimension.
 * Source: Henderson & Searle (1981), https://doi.org/10.1137/1023004
 *
 * @example
 * rootOf([1, 1], 3); // { flat: 1, tilt: 1/3 }: its square is J + I
 */
/** The symmetric root of general J + own I: x becomes flat x + tilt (sum x) 1. */
export interface Root {
  readonly flat: number;
  readonly tilt: number;
}

export function rootOf([general, own]: readonly [number, number], dimensions: number): Root {
  const flat = Math.sqrt(own);
  return { flat, tilt: (Math.sqrt(own + dimensions * general) - flat) / dimensions };
}

export function takeRoot(x: Float64Array, D: number, { flat, tilt }: Root): void {
  for (let at = 0; at < x.length; at += D) {
    let sum = 0;
    for (let d = 0; d < D; d++) sum += x[at + d] as number;
    for (let d = 0; d < D; d++) x[at + d] = flat * (x[at + d] as number) + tilt * sum;
  }
}

/** T A T of a D x D matrix. */
export function betweenRoots(a: Float64Array, D: number, root: Root): Float64Array {
  const half = a.slice();
  takeRoot(half, D, root);
  const whole = new Float64Array(D * D);
  for (let k = 0; k < D; k++) for (let l = 0; l < D; l++) whole[l * D + k] = half[k * D + l] as number;
  takeRoot(whole, D, root);
  return whole;
}

/** (I + a)^-1, in place of a. */
export function invertedWithOne(a: Float64Array, D: number): Float64Array {
  for (let d = 0; d < D; d++) a[d * D + d] = (a[d * D + d] as number) + 1;
  factor(a, D);
  return inverse(a, D);
}

/** Row sums of a D x D matrix over a sheet's cells into `rows`; their sum over the same. */
export function maskedRows(
  matrix: Float64Array,
  from: number,
  mask: Float64Array,
  at: number,
  D: number,
  rows: Float64Array,
): number {
  let total = 0;
  for (let k = 0; k < D; k++) {
    let sum = 0;
    for (let l = 0; l < D; l++) sum += (matrix[from + k * D + l] as number) * (mask[at + l] as number);
    rows[k] = sum;
    total += sum * (mask[at + k] as number);
  }
  return total;
}

/** R U R with R = mask - c mask mask'. */
export function betweenSheet(
  U: Float64Array,
  mask: Float64Array,
  at: number,
  c: number,
  D: number,
): Float64Array {
  const rows = new Float64Array(D);
  const total = maskedRows(U, 0, mask, at, D, rows);
  const out = new Float64Array(D * D);
  for (let k = 0; k < D; k++) {
    if ((mask[at + k] as number) === 0) continue;
    for (let l = 0; l < D; l++) {
      if ((mask[at + l] as number) === 0) continue;
      out[k * D + l] =
        (U[k * D + l] as number) - c * ((rows[k] as number) + (rows[l] as number)) + c * c * total;
    }
  }
  return out;
}

export function multiplied(a: Float64Array, b: Float64Array, D: number): Float64Array {
  const out = new Float64Array(D * D);
  for (let k = 0; k < D; k++)
    for (let m = 0; m < D; m++) {
      const x = a[k * D + m] as number;
      for (let l = 0; l < D; l++) out[k * D + l] = (out[k * D + l] as number) + x * (b[m * D + l] as number);
    }
  return out;
}

export function transposed(a: Float64Array, D: number): Float64Array {
  return a.map((_, at) => a[(at % D) * D + Math.floor(at / D)] as number);
}

export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
