import { factor, inverse, logDeterminant } from "../linalg/dense";
import type { TermLayout } from "./term-layout";

/** The model solved at given ratios theta = sd of a term / residual sd. */
export interface TermSolution {
  /** -2 restricted log-likelihood with the residual variance profiled out, as lme4 prints it. */
  readonly deviance: number;
  readonly residualVariance: number;
  /** Slope of the deviance in log theta, one a term. */
  readonly slope: Float64Array;
  readonly beta: Float64Array;
  readonly betaVariance: Float64Array;
  /** Predicted effects of each term, and the variance of their error, by term. */
  readonly effect: readonly Float64Array[];
  readonly errorVariance: readonly Float64Array[];
}

/**
 * Solves the mixed-model equations at given variance ratios, with the slope of the criterion.
 *
 * Range: variances 0 up. Unit: score points (variances: squared). Minimum n: more ratings than fixed columns.
 * Undefined: null when the residual is 0 (a perfect fit) or nothing varies.
 * Source: Bates, Maechler, Bolker & Walker (2015), https://doi.org/10.18637/jss.v067.i01; Henderson (1975),
 * https://doi.org/10.2307/2529430
 *
 * @example
 * solveTerms(layout, Float64Array.of(1, 1))?.deviance; // the REML criterion at sd ratios of 1
 */
export function solveTerms(layout: TermLayout, theta: Float64Array): TermSolution | null {
  const { width, fixed, n } = layout;
  const size = width - 1;
  const scale = columnScale(layout, theta);
  const own = theta[layout.eliminated] ?? 0;
  const pivot = layout.diagonal.map((d) => 1 + own * own * d);
  const system = schur(layout, scale, own, pivot);
  if (!factor(system, width)) return null;
  const last = system[width * width - 1] ?? 0;
  const q = last * last;
  const total = layout.dense[width * width - 1] ?? 0;
  if (!(q > ROUNDING * total)) return null;
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) lower.set(system.subarray(i * width, i * width + size), i * size);
  const spread = inverse(lower, size);
  const x = backSolve(system, width);
  const degrees = n - fixed;
  const residualVariance = q / degrees;
  let logPivots = 0;
  for (const d of pivot) logPivots += Math.log(d);
  const deviance =
    logPivots + logDeterminant(lower, size) + degrees * (1 + Math.log((2 * Math.PI * q) / degrees));
  const parts = layout.levels.map((_, f) =>
    f === layout.eliminated
      ? eliminatedPart(layout, scale, own, pivot, spread, x)
      : keptPart(layout, layout.kept.indexOf(f), spread, x),
  );
  const slope = Float64Array.from(parts, ({ u, spreadOfU }) => {
    let sum = 0;
    for (let j = 0; j < u.length; j++)
      sum += 1 - (spreadOfU[j] ?? 0) - ((u[j] ?? 0) * (u[j] ?? 0)) / residualVariance;
    return 2 * sum;
  });
  const first = size - fixed;
  return {
    deviance,
    residualVariance,
    slope,
    beta: x.slice(first),
    betaVariance: Float64Array.from(
      { length: fixed },
      (_, j) => residualVariance * (spread[(first + j) * (size + 1)] ?? 0),
    ),
    effect: parts.map(({ u }, f) => u.map((value) => value * (theta[f] ?? 0))),
    errorVariance: parts.map(({ spreadOfU }, f) =>
      spreadOfU.map((v) => v * residualVariance * (theta[f] ?? 0) ** 2),
    ),
  };
}

/** A residual below this share of the data's squares is rounding. */
const ROUNDING = 1e-13;

/** theta for columns of random terms, 1 for fixed columns and score. */
function columnScale({ kept, levels, offset, width }: TermLayout, theta: Float64Array): Float64Array {
  const scale = new Float64Array(width).fill(1);
  kept.forEach((f, at) => {
    scale.fill(theta[f] ?? 0, offset[at], (offset[at] ?? 0) + (levels[f] ?? 0));
  });
  return scale;
}

/** The equations of the kept columns after eliminating the longest term. */
function schur(layout: TermLayout, scale: Float64Array, own: number, pivot: Float64Array): Float64Array {
  const { width, fixed } = layout;
  const system = layout.dense.slice();
  layout.rows.forEach(({ column, value }, i) => {
    const share = (own * own) / (pivot[i] ?? 1);
    for (let a = 0; a < column.length; a++) {
      const x = share * (value[a] ?? 0);
      const row = (column[a] ?? 0) * width;
      for (let b = 0; b < column.length; b++) {
        const at = row + (column[b] ?? 0);
        system[at] = (system[at] ?? 0) - x * (value[b] ?? 0);
      }
    }
  });
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++)
      system[a * width + b] = (system[a * width + b] ?? 0) * (scale[a] ?? 0) * (scale[b] ?? 0);
  }
  for (let a = 0; a < width - 1 - fixed; a++) system[a * (width + 1)] = (system[a * (width + 1)] ?? 0) + 1;
  return system;
}

/** The solution from the factor whose last row holds L^-1 times the right-hand side. */
function backSolve(system: Float64Array, width: number): Float64Array {
  const size = width - 1;
  const x = system.slice(size * width, size * width + size);
  for (let i = size - 1; i >= 0; i--) {
    const value = (x[i] ?? 0) / (system[i * width + i] ?? 1);
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] = (x[k] ?? 0) - (system[i * width + k] ?? 0) * value;
  }
  return x;
}

interface TermPart {
  readonly u: Float64Array;
  readonly spreadOfU: Float64Array;
}

function keptPart(
  { kept, levels, offset, width }: TermLayout,
  at: number,
  spread: Float64Array,
  x: Float64Array,
): TermPart {
  const from = offset[at] ?? 0;
  const to = from + (levels[kept[at] ?? 0] ?? 0);
  const spreadOfU = Float64Array.from({ length: to - from }, (_, j) => spread[(from + j) * width] ?? 0);
  return { u: x.slice(from, to), spreadOfU };
}

/** Effects of the eliminated levels from their own equations, and their spread from the kept inverse. */
function eliminatedPart(
  { rows, width }: TermLayout,
  scale: Float64Array,
  own: number,
  pivot: Float64Array,
  spread: Float64Array,
  x: Float64Array,
): TermPart {
  const size = width - 1;
  const u = new Float64Array(rows.length);
  const spreadOfU = new Float64Array(rows.length);
  rows.forEach(({ column, value }, i) => {
    const d = pivot[i] ?? 1;
    let residual = 0;
    let form = 0;
    for (let a = 0; a < column.length; a++) {
      const ca = column[a] ?? 0;
      const va = (value[a] ?? 0) * (scale[ca] ?? 0);
      residual += ca === size ? va : -va * (x[ca] ?? 0);
      if (ca === size) continue;
      for (let b = 0; b < column.length; b++) {
        const cb = column[b] ?? 0;
        if (cb < size) form += va * (value[b] ?? 0) * (scale[cb] ?? 0) * (spread[ca * size + cb] ?? 0);
      }
    }
    u[i] = (own * residual) / d;
    spreadOfU[i] = 1 / d + (own * own * form) / (d * d);
  });
  return { u, spreadOfU };
}
