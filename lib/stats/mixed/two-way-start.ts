import type { TwoWayLayout } from "./two-way-layout";

/**
 * Starting variances by moments: three sums of squares set equal to their expectations under the
 * crossed model. Close enough that REML needs few steps, and one pass over the counts.
 *
 * Unit: squared score points, in the order eliminated, kept, residual. Range: > 0 (floored, being a start).
 * Undefined: never.
 * Minimum n: as the fit.
 * Source: Henderson (1953), method 1, https://doi.org/10.2307/3001853
 *
 * @example
 * startingVariances(layout); // e.g. [0.36, 0.28, 0.49]
 */
export function startingVariances(layout: TwoWayLayout): [number, number, number] {
  const n = layout.ratings;
  let eliminatedSquares = 0;
  let eliminatedCounts = 0;
  let eliminatedLevels = 0;
  for (let i = 0; i < layout.eliminated; i++) {
    const count = (layout.start[i + 1] as number) - (layout.start[i] as number);
    if (count === 0) continue;
    eliminatedLevels++;
    eliminatedCounts += count * count;
    eliminatedSquares += (layout.eliminatedSum[i] as number) ** 2 / count;
  }
  let keptSquares = 0;
  let keptCounts = 0;
  let keptLevels = 0;
  for (let j = 0; j < layout.kept; j++) {
    const count = layout.keptCount[j] as number;
    if (count === 0) continue;
    keptLevels++;
    keptCounts += count * count;
    keptSquares += (layout.keptSum[j] as number) ** 2 / count;
  }
  const total = layout.sumOfSquares;
  const a = n - eliminatedCounts / n;
  const b = n - keptCounts / n;
  // Repeats within a pair are ignored here: each pair counts as seen once.
  const aInKept = keptLevels - eliminatedCounts / n;
  const bInEliminated = eliminatedLevels - keptCounts / n;
  const rows: [number, number, number, number][] = [
    [a, b, n - 1, total],
    [a, bInEliminated, eliminatedLevels - 1, eliminatedSquares],
    [aInKept, b, keptLevels - 1, keptSquares],
  ];
  const solved = cramer(rows);
  const floor = total / Math.max(n - 1, 1) / 50;
  return [
    Math.max(solved?.[0] ?? 0, floor),
    Math.max(solved?.[1] ?? 0, floor),
    Math.max(solved?.[2] ?? 0, 2 * floor),
  ];
}

function cramer(
  rows: readonly (readonly [number, number, number, number])[],
): [number, number, number] | null {
  const column = (k: 0 | 1 | 2 | 3) => rows.map((row) => row[k]) as [number, number, number];
  const [a, b, c, d] = [column(0), column(1), column(2), column(3)];
  const whole = determinant(a, b, c);
  if (Math.abs(whole) < Number.EPSILON) return null;
  const solved: [number, number, number] = [
    determinant(d, b, c) / whole,
    determinant(a, d, c) / whole,
    determinant(a, b, d) / whole,
  ];
  return solved.every(Number.isFinite) ? solved : null;
}

type Triple = readonly [number, number, number];

function determinant(a: Triple, b: Triple, c: Triple): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    b[0] * (a[1] * c[2] - a[2] * c[1]) +
    c[0] * (a[1] * b[2] - a[2] * b[1])
  );
}
