import type { CompleteTable } from "./complete-table";

/** Mean squares of a complete table: what ICC and Finn's coefficient are made of. */
export interface TwoWayAnova {
  readonly n: number;
  readonly k: number;
  /** Between units. */
  readonly msb: number;
  /** Between raters. */
  readonly msj: number;
  /** Residual, after units and raters. */
  readonly mse: number;
  /** Within units: residual and raters together. */
  readonly msw: number;
}

/**
 * The two-way analysis of variance of units x raters, one rating a cell. Sums run over deviations, and
 * a residual that is only rounding counts as 0.
 *
 * Range: mean squares 0 up. Unit: squared score points. Minimum n: two complete units, two raters.
 * Undefined: never, given a complete table.
 * Source: Shrout & Fleiss (1979), https://doi.org/10.1037/0033-2909.86.2.420
 *
 * @example
 * // Shrout & Fleiss' 6 x 4 table: MSB 11.2417, MSJ 32.4861, MSE 1.01944, MSW 6.26389
 * twoWayAnova(table);
 */
export function twoWayAnova({ rows, n, k }: CompleteTable): TwoWayAnova {
  const rowMeans = rows.map((row) => row.reduce((sum, x) => sum + x, 0) / k);
  const columnMeans = Array.from(
    { length: k },
    (_, r) => rows.reduce((sum, row) => sum + (row[r] ?? 0), 0) / n,
  );
  const grand = rowMeans.reduce((sum, x) => sum + x, 0) / n;
  let residual = 0;
  let total = 0;
  rows.forEach((row, u) => {
    row.forEach((x, r) => {
      residual += (x - (rowMeans[u] ?? 0) - (columnMeans[r] ?? 0) + grand) ** 2;
      total += (x - grand) ** 2;
    });
  });
  const clean = (squares: number) => (squares <= ROUNDING * (total + grand * grand) ? 0 : squares);
  const between = clean(k * rowMeans.reduce((sum, x) => sum + (x - grand) ** 2, 0));
  const raters = clean(n * columnMeans.reduce((sum, x) => sum + (x - grand) ** 2, 0));
  const error = clean(residual);
  return {
    n,
    k,
    msb: between / (n - 1),
    msj: raters / (k - 1),
    mse: error / ((n - 1) * (k - 1)),
    msw: (error + raters) / (n * (k - 1)),
  };
}

/** Squares below this share of the whole are what double precision leaves of a zero. */
const ROUNDING = 1e-24;
