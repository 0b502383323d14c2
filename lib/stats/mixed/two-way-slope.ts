import type { TwoWaySolution } from "./two-way-exact";
import type { TwoWayLayout } from "./two-way-layout";

/**
 * What average-information REML needs at a solved point of the crossed model: sums of squares of the
 * projected data on either side (Z'Py) and the right-hand sides whose solutions give the information.
 *
 * Unit: score points. Range: finite. Undefined: never, at a solved point.
 * Minimum n: as the fit.
 * Source: Johnson & Thompson (1995), https://doi.org/10.3168/jds.S0022-0302(95)76654-1
 *
 * @example
 * const work = workingVariates(layout, lambda, rho, solution);
 * work.eliminatedSquares; // y' P Z Z' P y of the eliminated side
 */
export interface WorkingVariates {
  readonly eliminatedSquares: number;
  readonly keptSquares: number;
  readonly residualSquares: number;
  /** Right-hand sides over the kept levels, mu last: one for the eliminated side, one for the kept. */
  readonly rhsEliminated: Float64Array;
  readonly rhsKept: Float64Array;
  readonly inner: { readonly ee: number; readonly ek: number; readonly kk: number };
}

export function workingVariates(
  layout: TwoWayLayout,
  lambda: number,
  rho: number,
  solution: Pick<TwoWaySolution, "intercept" | "keptEffect" | "quadratic">,
): WorkingVariates {
  const { kept, eliminated, start, keptOf, keptCount, keptSum } = layout;
  const { intercept, keptEffect } = solution;
  const tau = Math.sqrt(rho);
  const projectedKept = new Float64Array(kept);
  for (let j = 0; j < kept; j++) {
    projectedKept[j] =
      (keptSum[j] as number) - (keptCount[j] as number) * (intercept + (keptEffect[j] as number));
  }
  const projectedEliminated = new Float64Array(eliminated);
  let eliminatedSquares = 0;
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    let sum = (layout.eliminatedSum[i] as number) - (to - from) * intercept;
    for (let p = from; p < to; p++) sum -= keptEffect[keptOf[p] as number] as number;
    const projected = sum / (1 + lambda * (to - from));
    projectedEliminated[i] = projected;
    eliminatedSquares += projected * projected;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      projectedKept[j] = (projectedKept[j] as number) - lambda * projected;
    }
  }
  const rhsEliminated = new Float64Array(kept + 1);
  const rhsKept = new Float64Array(kept + 1);
  let keptSquares = 0;
  let kk = 0;
  for (let j = 0; j < kept; j++) {
    const f = projectedKept[j] as number;
    keptSquares += f * f;
    kk += (keptCount[j] as number) * f * f;
    rhsKept[j] = tau * (keptCount[j] as number) * f;
  }
  let ee = 0;
  let ek = 0;
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const h = 1 / (1 + lambda * (to - from));
    const e = projectedEliminated[i] as number;
    let sum = 0;
    for (let p = from; p < to; p++) sum += projectedKept[keptOf[p] as number] as number;
    ee += h * (to - from) * e * e;
    ek += h * e * sum;
    kk -= lambda * h * sum * sum;
    rhsEliminated[kept] = (rhsEliminated[kept] as number) + h * (to - from) * e;
    rhsKept[kept] = (rhsKept[kept] as number) + h * sum;
    const byE = tau * h * e;
    const byK = tau * lambda * h * sum;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      rhsEliminated[j] = (rhsEliminated[j] as number) + byE;
      rhsKept[j] = (rhsKept[j] as number) - byK;
    }
  }
  const residualSquares = solution.quadratic - lambda * eliminatedSquares - rho * keptSquares;
  return { eliminatedSquares, keptSquares, residualSquares, rhsEliminated, rhsKept, inner: { ee, ek, kk } };
}

/** Slope and average information in (eliminated, kept, residual) variances. */
export function slopeAndInformation(
  layout: TwoWayLayout,
  ratios: { readonly lambda: number; readonly rho: number },
  residual: number,
  work: WorkingVariates,
  traces: { readonly eliminated: number; readonly kept: number },
  solved: { readonly eliminated: Float64Array; readonly kept: Float64Array },
): { slope: number[]; information: number[][] } {
  const { lambda, rho } = ratios;
  const s2 = residual * residual;
  const residualTrace = layout.ratings - 1 - lambda * traces.eliminated - rho * traces.kept;
  const half = (trace: number, squares: number) => -0.5 * (trace / residual - squares / s2);
  const ee = work.inner.ee - dot(work.rhsEliminated, solved.eliminated);
  const ek = work.inner.ek - dot(work.rhsEliminated, solved.kept);
  const kk = work.inner.kk - dot(work.rhsKept, solved.kept);
  const scale = 0.5 / (s2 * residual);
  // V P y = y - X b, so the information rows weighted by the variances are known: one solve is saved.
  const er = (0.5 * (work.eliminatedSquares / s2)) / residual - scale * (lambda * ee + rho * ek);
  const kr = (0.5 * (work.keptSquares / s2)) / residual - scale * (lambda * ek + rho * kk);
  const rr = (0.5 * (work.residualSquares / s2)) / residual - (lambda * er + rho * kr);
  return {
    slope: [
      half(traces.eliminated, work.eliminatedSquares),
      half(traces.kept, work.keptSquares),
      half(residualTrace, work.residualSquares),
    ],
    information: [
      [scale * ee, scale * ek, er],
      [scale * ek, scale * kk, kr],
      [er, kr, rr],
    ],
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
