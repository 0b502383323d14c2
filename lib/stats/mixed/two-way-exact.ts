import { factor, inverse, logDeterminant, solveInPlace } from "../linalg/dense";
import type { TwoWayLayout } from "./two-way-layout";

/**
 * The crossed model y = mu + a_i + b_j + e at given variance ratios, solved exactly: the eliminated
 * effects a drop out in closed form, the kept effects b and mu stand in one dense system.
 * lambda = var(a)/var(e), rho = var(b)/var(e). Kept columns are scaled by sqrt(rho), so rho = 0 is legal.
 *
 * Range: criteria any real number, variances >= 0. Undefined: null when the system is not positive
 * definite (no ratings).
 * Unit: score points; criteria have none. Minimum n: as the fit.
 * Source: Bates et al. (2015), eq. 34 and 42, https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * const at = solveTwoWayExactly(layout, 2.370607, 12.337048); // lme4::Penicillin at its optimum
 * at?.remlCriterion; // 330.860588991
 */
export interface TwoWaySolution {
  /** mu on the centred scale. */
  readonly intercept: number;
  readonly keptEffect: Float64Array;
  readonly eliminatedEffect: Float64Array;
  /** Penalised sum of squares y' P y (in units of the residual variance). */
  readonly quadratic: number;
  readonly residualVariance: number;
  readonly remlCriterion: number;
  /** -2 log likelihood with the residual variance profiled out: for likelihood intervals. */
  readonly logDeterminantMl: number;
}

export interface ExactSystem extends TwoWaySolution {
  readonly lambda: number;
  readonly rho: number;
  /** Cholesky factor of the kept system, kept levels first, mu last. */
  readonly lower: Float64Array;
  readonly size: number;
}

export function solveTwoWayExactly(layout: TwoWayLayout, lambda: number, rho: number): ExactSystem | null {
  const size = layout.kept + 1;
  const { system, rhs, squares, logEliminated } = keptSystem(layout, lambda, rho);
  if (!factor(system, size)) return null;
  const solution = rhs.slice();
  solveInPlace(system, size, solution);
  let quadratic = squares;
  for (let k = 0; k < size; k++) quadratic -= (rhs[k] as number) * (solution[k] as number);
  const tau = Math.sqrt(rho);
  const intercept = solution[size - 1] as number;
  const keptEffect = solution.subarray(0, layout.kept).map((x) => tau * x);
  const freedom = layout.ratings - 1;
  const logDeterminantMl = logEliminated + logDeterminant(system, size, layout.kept);
  const lastPivot = 2 * Math.log(system[size * size - 1] as number);
  return {
    lambda,
    rho,
    lower: system,
    size,
    intercept,
    keptEffect,
    eliminatedEffect: eliminatedEffects(layout, lambda, intercept, keptEffect),
    quadratic,
    residualVariance: quadratic / freedom,
    logDeterminantMl,
    remlCriterion:
      logDeterminantMl + lastPivot + freedom * (1 + Math.log((2 * Math.PI * quadratic) / freedom)),
  };
}

/** W'V^-1 W with W = [sqrt(rho) Z_kept, 1] and V = I + lambda Z_elim Z_elim'; only its lower triangle. */
function keptSystem(layout: TwoWayLayout, lambda: number, rho: number) {
  const { kept, eliminated, start, keptOf } = layout;
  const size = kept + 1;
  const tau = Math.sqrt(rho);
  const system = new Float64Array(size * size);
  const rhs = new Float64Array(size);
  const last = kept * size;
  let logEliminated = 0;
  let squares = layout.sumOfSquares;
  for (let j = 0; j < kept; j++) {
    system[j * size + j] = 1 + rho * (layout.keptCount[j] as number);
    rhs[j] = tau * (layout.keptSum[j] as number);
  }
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const count = to - from;
    const h = 1 / (1 + lambda * count);
    const g = lambda * h;
    const sum = layout.eliminatedSum[i] as number;
    logEliminated -= Math.log(h);
    squares -= g * sum * sum;
    system[last + kept] = (system[last + kept] as number) + h * count;
    rhs[kept] = (rhs[kept] as number) + h * sum;
    const weight = rho * g;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      rhs[j] = (rhs[j] as number) - tau * g * sum;
      system[last + j] = (system[last + j] as number) + tau * h;
      for (let q = from; q < to; q++) {
        const k = keptOf[q] as number;
        if (k <= j) system[j * size + k] = (system[j * size + k] as number) - weight;
      }
    }
  }
  return { system, rhs, squares, logEliminated };
}

/** a_i = lambda/(1 + lambda n_i) times the sum of what mu and b leave unexplained. */
export function eliminatedEffects(
  layout: TwoWayLayout,
  lambda: number,
  intercept: number,
  keptEffect: Float64Array,
): Float64Array {
  const { start, keptOf } = layout;
  const effects = new Float64Array(layout.eliminated);
  for (let i = 0; i < layout.eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    let sum = (layout.eliminatedSum[i] as number) - (to - from) * intercept;
    for (let p = from; p < to; p++) sum -= keptEffect[keptOf[p] as number] as number;
    effects[i] = (lambda * sum) / (1 + lambda * (to - from));
  }
  return effects;
}

/** The scaled inverse of the kept system: everything uncertain follows from it. */
export function invertExactly(system: ExactSystem): Float64Array {
  return inverse(system.lower, system.size);
}
