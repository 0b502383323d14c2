import { inverse } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CrossedFit } from "./crossed-fit";
import { solveTwoWayExactly } from "./two-way-exact";
import type { TwoWayLayout } from "./two-way-layout";

/**
 * The joint prediction-error covariance of the unit effects: two units seen by the same raters share
 * those raters' errors, so a comparison by their own standard errors alone is wrong.
 *
 * Unit: squared score points, row-major units x units. Range: positive semi-definite. Minimum n: as the fit.
 * Undefined when: fitted by iteration, where the inverse is never formed (`too-many-raters`).
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * const found = jointUnitCovariance(fit); // c = found.value: var(A - B) = c[AA] + c[BB] - 2 c[AB]
 */
export function jointUnitCovariance(fit: CrossedFit): Outcome<Float64Array> {
  return jointCovarianceAmong(fit, Array.from(fit.unit.effect.keys()));
}

/**
 * The same whichever route fitted the table: after the iterative one the inverse is formed once, at the variances
 * found, as long as the kept side has no more than `largestSide` levels (some seconds at a thousand).
 *
 * Unit: squared score points, row-major units x units. Range: positive semi-definite. Minimum n: as the fit.
 * Undefined when: above `largestSide` (`too-many-raters`), or the system cannot be factored (`not-converged`).
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * formedUnitCovariance(fit, 1200); // of 900 units by 900 raters, fitted by iteration
 */
export function formedUnitCovariance(fit: CrossedFit, largestSide: number): Outcome<Float64Array> {
  const { layout, lambda, rho, exact } = fit.solved;
  if (exact !== null) return jointUnitCovariance(fit);
  if (layout.kept > largestSide) return undefinedFor("too-many-raters", NOT_FORMED);
  const system = solveTwoWayExactly(layout, lambda, rho);
  if (system === null) return undefinedFor("not-converged", "The system cannot be factored.");
  const joint = unitJointFrom(layout, lambda, rho, inverse(system.lower, system.size));
  for (let at = 0; at < joint.length; at++) joint[at] = fit.variance.residual * (joint[at] as number);
  return defined(joint);
}

/**
 * The same among some of the units only, in the order given: a whole table's covariance is the square of its units.
 *
 * Unit: squared score points, row-major. Range: positive semi-definite. Minimum n: as the fit.
 * Undefined when: fitted by iteration, where the inverse is never formed (`too-many-raters`).
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * jointCovarianceAmong(fit, [3, 0]); // [c33, c30, c03, c00] of jointUnitCovariance(fit)
 */
export function jointCovarianceAmong(
  { solved, variance }: CrossedFit,
  units: readonly number[],
): Outcome<Float64Array> {
  const { layout, lambda, rho, exact } = solved;
  if (exact === null) return undefinedFor("too-many-raters", NOT_FORMED);
  const joint = unitJointFrom(layout, lambda, rho, exact.inverse, units);
  for (let at = 0; at < joint.length; at++) joint[at] = variance.residual * (joint[at] as number);
  return defined(joint);
}

const NOT_FORMED = "The table is too large for the joint errors of its units to be formed.";

/** The same in units of the residual variance, from the kept system's scaled inverse (mu last). */
export function unitJointFrom(
  layout: TwoWayLayout,
  lambda: number,
  rho: number,
  inverse: Float64Array,
  units: readonly number[] = allUnits(layout),
): Float64Array {
  return layout.keptIsRater
    ? ofEliminated(layout, lambda, rho, inverse, units)
    : ofKept(layout.kept, rho, inverse, units);
}

function ofKept(kept: number, rho: number, inverse: Float64Array, units: readonly number[]): Float64Array {
  const n = units.length;
  const joint = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = (units[i] as number) * (kept + 1);
    for (let j = 0; j < n; j++) joint[i * n + j] = rho * (inverse[row + (units[j] as number)] as number);
  }
  return joint;
}

function ofEliminated(
  layout: TwoWayLayout,
  lambda: number,
  rho: number,
  inverse: Float64Array,
  units: readonly number[],
): Float64Array {
  const { start, keptOf, kept } = layout;
  const n = units.length;
  const size = kept + 1;
  const tau = Math.sqrt(rho);
  const joint = new Float64Array(n * n);
  const row = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    const from = start[units[i] as number] as number;
    const to = start[(units[i] as number) + 1] as number;
    const g = lambda / (1 + lambda * (to - from));
    for (let k = 0, at = kept * size; k < size; k++, at++) row[k] = (to - from) * (inverse[at] as number);
    for (let p = from; p < to; p++) {
      for (let k = 0, at = (keptOf[p] as number) * size; k < size; k++, at++) {
        row[k] = (row[k] as number) + tau * (inverse[at] as number);
      }
    }
    for (let other = 0; other <= i; other++) {
      const first = start[units[other] as number] as number;
      const last = start[(units[other] as number) + 1] as number;
      let sum = (last - first) * (row[kept] as number);
      for (let p = first; p < last; p++) sum += tau * (row[keptOf[p] as number] as number);
      const value = ((g * lambda) / (1 + lambda * (last - first))) * sum;
      joint[i * n + other] = value;
      joint[other * n + i] = value;
    }
    joint[i * n + i] = (joint[i * n + i] as number) + g;
  }
  return joint;
}

function allUnits({ keptIsRater, eliminated, kept }: TwoWayLayout): number[] {
  return Array.from({ length: keptIsRater ? eliminated : kept }, (_, unit) => unit);
}
