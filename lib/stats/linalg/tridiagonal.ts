/**
 * e1' log(T) e1 for a symmetric positive definite tridiagonal T: Gauss quadrature from Lanczos
 * coefficients, by the implicit QL algorithm carrying the first row of the eigenvectors.
 *
 * Range: any real number. Undefined: NaN when T has an eigenvalue that is not positive.
 * Unit: none. Minimum n: none.
 * Source: Golub & Welsch (1969), https://doi.org/10.1090/S0025-5718-69-99647-1
 *
 * @example
 * quadratureOfLog([Math.E], []); // 1
 */
export function quadratureOfLog(diagonal: readonly number[], offDiagonal: readonly number[]): number {
  const { values, weights } = eigen(diagonal.slice(), [...offDiagonal, 0]);
  return values.reduce((sum, value, k) => sum + (weights[k] as number) ** 2 * Math.log(value), 0);
}

const MOST_SWEEPS = 60;

function eigen(d: number[], e: number[]): { values: number[]; weights: number[] } {
  const n = d.length;
  const first = d.map((_, k) => (k === 0 ? 1 : 0));
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let m = l;
      while (m < n - 1 && !isNegligible(e[m] as number, d[m] as number, d[m + 1] as number)) m++;
      if (m === l) break;
      rotateUp(d, e, first, l, m);
    }
  }
  return { values: d, weights: first };
}

function isNegligible(off: number, a: number, b: number): boolean {
  return Math.abs(off) <= Number.EPSILON * (Math.abs(a) + Math.abs(b));
}

/** One implicit QL sweep from m down to l (Wilkinson's shift). */
function rotateUp(d: number[], e: number[], first: number[], l: number, m: number): void {
  const dl = d[l] as number;
  let g = ((d[l + 1] as number) - dl) / (2 * (e[l] as number));
  let r = Math.hypot(g, 1);
  g = (d[m] as number) - dl + (e[l] as number) / (g + (g >= 0 ? r : -r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    const w = first[i + 1] as number;
    first[i + 1] = s * (first[i] as number) + c * w;
    first[i] = c * (first[i] as number) - s * w;
  }
  d[l] = (d[l] as number) - p;
  e[l] = g;
  e[m] = 0;
}
