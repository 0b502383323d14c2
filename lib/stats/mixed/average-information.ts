/**
 * One step of average-information REML: variances, the slope of the restricted log-likelihood and the
 * average of observed and expected information give the next variances. Variances stay at or above 0:
 * one that sits at 0 and is pushed below is left out of the step.
 *
 * Unit: squared score points. Range: steps of any sign, variances >= 0.
 * Undefined: null when the information is singular (a component the table cannot tell from another).
 * Minimum n: as the fit.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * const step = informationStep([1, 1], [2, -3], [[4, 0], [0, 6]]);
 * step?.change; // [0.5, -0.5]
 */
export interface InformationStep {
  readonly change: readonly number[];
  /** slope . change: what the step is expected to gain, twice over, in log-likelihood. */
  readonly decrement: number;
}

export function informationStep(
  variances: readonly number[],
  slope: readonly number[],
  information: readonly (readonly number[])[],
): InformationStep | null {
  const free = variances.flatMap((value, k) => (value > 0 || (slope[k] as number) > 0 ? [k] : []));
  const change = new Array<number>(variances.length).fill(0);
  const matrix = free.map((k) => free.map((l) => (information[k] as readonly number[])[l] as number));
  const solved = solveSmall(
    matrix,
    free.map((k) => slope[k] as number),
  );
  if (solved === null) return null;
  let decrement = 0;
  free.forEach((k, at) => {
    change[k] = solved[at] as number;
    decrement += (slope[k] as number) * (solved[at] as number);
  });
  return { change, decrement };
}

/**
 * The expectation-maximisation step: slow, but uphill wherever the information is too nearly singular
 * to point anywhere. Source: Dempster, Laird & Rubin (1977), https://doi.org/10.1111/j.2517-6161.1977.tb01600.x
 */
export function expectationStep(
  variances: readonly number[],
  slope: readonly number[],
  levels: readonly number[],
): number[] {
  return variances.map((value, k) => (2 * value * value * (slope[k] as number)) / (levels[k] as number));
}

/** Changes that put falling variances at 0 at once, all of them or one: crawling there takes for ever. */
export function changesToZero(variances: readonly number[], slope: readonly number[]): number[][] {
  const falling = variances.flatMap((value, k) =>
    k < variances.length - 1 && value > 0 && (slope[k] as number) < 0 ? [k] : [],
  );
  const sets = falling.length > 1 ? [falling, ...falling.map((k) => [k])] : falling.map((k) => [k]);
  return sets.map((set) => variances.map((value, k) => (set.includes(k) ? -value : 0)));
}

/**
 * Nothing left to climb but rounding: the step promises next to nothing, or no change of a variance by a share moves
 * the likelihood. Asked only where no step has lowered the criterion: on large tables rounding hides the last gains.
 */
export function nothingToGain(
  step: { decrement: number } | null,
  variances: readonly number[],
  slope: readonly number[],
): boolean {
  if (step !== null && Math.abs(step.decrement) < ROUNDING) return true;
  return variances.every((value, k) => Math.abs(value * (slope[k] as number)) < FLAT);
}

/** Twice a gain in log-likelihood that moves no variance in its sixth digit. */
export const ROUNDING = 1e-7;
const FLAT = 1e-5;

/** The variances after a share of the step; none goes below 0 and the residual (last) stays positive. */
export function stepped(variances: readonly number[], change: readonly number[], share: number): number[] {
  return variances.map((value, k) => {
    const next = value + share * (change[k] as number);
    if (next > 0) return next;
    return k === variances.length - 1 ? value / 10 : 0;
  });
}

/** Gaussian elimination with partial pivots on a copy; null when a pivot vanishes. */
export function solveSmall(matrix: readonly (readonly number[])[], rhs: readonly number[]): number[] | null {
  const n = rhs.length;
  const rows = matrix.map((row, i) => [...row, rhs[i] as number]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
    const pivotRow = rows[best] as number[];
    rows[best] = rows[k] as number[];
    rows[k] = pivotRow;
    const pivot = pivotRow[k] as number;
    if (!(Math.abs(pivot) > Number.MIN_VALUE)) return null;
    for (let i = k + 1; i < n; i++) {
      const row = rows[i] as number[];
      const factor = (row[k] as number) / pivot;
      if (factor !== 0)
        for (let j = k; j <= n; j++) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let sum = row[n] as number;
    for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (x[j] as number);
    x[i] = sum / (row[i] as number);
  }
  return x.every(Number.isFinite) ? x : null;
}
