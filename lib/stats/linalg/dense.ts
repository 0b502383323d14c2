/**
 * Dense symmetric positive definite matrices: Cholesky factor, log-determinant, solution and inverse.
 * Row-major in one Float64Array, worked in 4 x 4 tiles of row dot products so that each number loaded
 * is used four times; the kept side of a crossed table is rarely sparse after elimination.
 *
 * Range: finite numbers. Undefined: a pivot that is not positive; `factor` then answers false.
 * Unit: that of the matrix. Minimum n: none.
 * Source: Golub & Van Loan (2013), Matrix Computations, 4.2; Higham (2002), https://doi.org/10.1137/1.9780898718027
 *
 * @example
 * const a = Float64Array.of(4, 2, 2, 3);
 * factor(a, 2); // true; a now holds [2, 2, 1, 1.4142]: only the lower triangle counts
 * logDeterminant(a, 2); // 2.0794415416798357 = log 8
 */

/** Rows (or columns) in a tile; four by four keeps all sums in registers. */
const TILE = 4;

/** Replaces the lower triangle of `a` by its Cholesky factor; false when `a` is not positive definite. */
export function factor(a: Float64Array, n: number): boolean {
  const sums = new Float64Array(TILE * TILE);
  for (let first = 0; first < n; first += TILE) {
    const width = Math.min(TILE, n - first);
    for (let row = first; row < n; row += TILE) {
      const height = Math.min(TILE, n - row);
      tileOfDots(a, row * n, n, height, a, first * n, n, width, 0, first, sums);
      for (let i = 0; i < height; i++) {
        const at = (row + i) * n + first;
        const last = Math.min(width, row + i - first + 1);
        for (let j = 0; j < last; j++) a[at + j] = (a[at + j] as number) - (sums[i * TILE + j] as number);
      }
      if (row === first && !factorCorner(a, n, first, width)) return false;
      solveTileAgainstCorner(a, n, row === first ? first + width : row, row + height, first, width);
    }
  }
  return true;
}

function factorCorner(a: Float64Array, n: number, first: number, width: number): boolean {
  for (let i = 0; i < width; i++) {
    const rowI = (first + i) * n + first;
    for (let j = 0; j <= i; j++) {
      const rowJ = (first + j) * n + first;
      let sum = a[rowI + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[rowI + k] as number) * (a[rowJ + k] as number);
      if (i === j) {
        if (!(sum > 0)) return false;
        a[rowI + i] = Math.sqrt(sum);
      } else a[rowI + j] = sum / (a[rowJ + j] as number);
    }
  }
  return true;
}

function solveTileAgainstCorner(
  a: Float64Array,
  n: number,
  from: number,
  to: number,
  first: number,
  width: number,
) {
  for (let i = from; i < to; i++) {
    const rowI = i * n + first;
    for (let j = 0; j < width; j++) {
      const rowJ = (first + j) * n + first;
      let sum = a[rowI + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[rowI + k] as number) * (a[rowJ + k] as number);
      a[rowI + j] = sum / (a[rowJ + j] as number);
    }
  }
}

/** log|A| from the factor of A; `upTo` leaves out the last pivots (a trailing fixed effect). */
export function logDeterminant(lower: Float64Array, n: number, upTo = n): number {
  let sum = 0;
  for (let i = 0; i < upTo; i++) sum += Math.log(lower[i * n + i] as number);
  return 2 * sum;
}

/** Overwrites b by the solution of A x = b, A given by its factor. */
export function solveInPlace(lower: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number;
    for (let k = 0, at = i * n; k < i; k++) sum -= (lower[at + k] as number) * (b[k] as number);
    b[i] = sum / (lower[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const x = (b[i] as number) / (lower[i * n + i] as number);
    b[i] = x;
    for (let k = 0, at = i * n; k < i; k++) b[k] = (b[k] as number) - (lower[at + k] as number) * x;
  }
}

/** The whole symmetric inverse from the factor. */
export function inverse(lower: Float64Array, n: number): Float64Array {
  const rows = transposedInverseOfLower(lower, n);
  const result = new Float64Array(n * n);
  const sums = new Float64Array(TILE * TILE);
  for (let i = 0; i < n; i += TILE) {
    const height = Math.min(TILE, n - i);
    for (let j = 0; j <= i; j += TILE) {
      const width = Math.min(TILE, n - j);
      tileOfDots(rows, i * n, n, height, rows, j * n, n, width, i, n, sums);
      for (let p = 0; p < height; p++) {
        for (let q = 0; q < width; q++) {
          const value = sums[p * TILE + q] as number;
          result[(i + p) * n + j + q] = value;
          result[(j + q) * n + i + p] = value;
        }
      }
    }
  }
  return result;
}

/** Row j holds column j of L^-1, so that both passes of the inverse read along rows. */
function transposedInverseOfLower(lower: Float64Array, n: number): Float64Array {
  const rows = new Float64Array(n * n);
  const sums = new Float64Array(TILE * TILE);
  for (let j = 0; j < n; j += TILE) {
    const height = Math.min(TILE, n - j);
    for (let i = j; i < n; i += TILE) {
      const width = Math.min(TILE, n - i);
      tileOfDots(rows, j * n, n, height, lower, i * n, n, width, j, i, sums);
      for (let p = 0; p < height; p++) {
        const row = (j + p) * n;
        for (let q = 0; q < width; q++) {
          const at = i + q;
          let sum = (at === j + p ? 1 : 0) - (sums[p * TILE + q] as number);
          for (let k = i; k < at; k++) sum -= (rows[row + k] as number) * (lower[at * n + k] as number);
          if (at >= j + p) rows[row + at] = sum / (lower[at * n + at] as number);
        }
      }
    }
  }
  return rows;
}

/** sums[p*4+q] = dot of row p of x with row q of y over columns from..to; full tiles run unrolled. */
function tileOfDots(
  x: Float64Array,
  xAt: number,
  xStride: number,
  height: number,
  y: Float64Array,
  yAt: number,
  yStride: number,
  width: number,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  if (height === TILE && width === TILE) {
    fullTile(x, xAt, xStride, y, yAt, yStride, from, to, sums);
    return;
  }
  for (let p = 0; p < height; p++) {
    for (let q = 0; q < width; q++) {
      let sum = 0;
      const a = xAt + p * xStride;
      const b = yAt + q * yStride;
      for (let k = from; k < to; k++) sum += (x[a + k] as number) * (y[b + k] as number);
      sums[p * TILE + q] = sum;
    }
  }
}

function fullTile(
  x: Float64Array,
  xAt: number,
  xStride: number,
  y: Float64Array,
  yAt: number,
  yStride: number,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const x1 = xAt + xStride;
  const x2 = x1 + xStride;
  const x3 = x2 + xStride;
  for (let q = 0; q < TILE; q += 2) {
    const ya = yAt + q * yStride;
    const yb = ya + yStride;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let k = from; k < to; k++) {
      const u = y[ya + k] as number;
      const v = y[yb + k] as number;
      const p0 = x[xAt + k] as number;
      const p1 = x[x1 + k] as number;
      const p2 = x[x2 + k] as number;
      const p3 = x[x3 + k] as number;
      a0 += p0 * u;
      b0 += p0 * v;
      a1 += p1 * u;
      b1 += p1 * v;
      a2 += p2 * u;
      b2 += p2 * v;
      a3 += p3 * u;
      b3 += p3 * v;
    }
    sums[q] = a0;
    sums[q + 1] = b0;
    sums[TILE + q] = a1;
    sums[TILE + q + 1] = b1;
    sums[2 * TILE + q] = a2;
    sums[2 * TILE + q + 1] = b2;
    sums[3 * TILE + q] = a3;
    sums[3 * TILE + q + 1] = b3;
  }
}
