import { estimateLogDeterminant } from "../linalg/log-determinant";
import { defined, type Outcome, undefinedFor } from "../outcome";
import { seededRandom } from "../random";
import type { CrossedFit } from "./crossed-fit";
import { solveTwoWayExactly } from "./two-way-exact";
import { twoWayOperator } from "./two-way-operator";

/**
 * The REML criterion of a fit, -2 restricted log-likelihood with its constant, as lme4's REMLcrit.
 * Exact up to `LARGEST_FACTORED_SIDE` kept levels (one dense factor), estimated above.
 *
 * Unit: none. Range: any real number. Minimum n: as the fit.
 * Undefined when: the kept system cannot be factored (`not-converged`).
 * Source: Bates et al. (2015), eq. 42, https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * const criterion = remlCriterion(fit);
 * criterion.ok && criterion.value.value; // 330.860588991 for Penicillin
 */
export interface Criterion {
  readonly value: number;
  readonly exact: boolean;
}

/** One dense factor of this size takes a few seconds and 72 MB. */
export const LARGEST_FACTORED_SIDE = 3000;
const PROBE_BLOCKS = 2;
const PROBE_SEED = 7;

export function remlCriterion(fit: CrossedFit): Outcome<Criterion> {
  if (fit.remlCriterion !== null) return defined({ value: fit.remlCriterion, exact: true });
  const { layout, lambda, rho } = fit.solved;
  if (layout.kept <= LARGEST_FACTORED_SIDE) {
    const at = solveTwoWayExactly(layout, lambda, rho);
    return at === null
      ? undefinedFor("not-converged", "The criterion could not be computed.")
      : defined({ value: at.remlCriterion, exact: true });
  }
  const operator = twoWayOperator(layout, lambda, rho);
  const freedom = layout.ratings - 1;
  const s2 = fit.variance.residual;
  let logDeterminant = estimateLogDeterminant(operator, PROBE_BLOCKS, seededRandom(PROBE_SEED));
  for (let i = 0; i < layout.eliminated; i++) {
    logDeterminant += Math.log1p(lambda * ((layout.start[i + 1] as number) - (layout.start[i] as number)));
  }
  const muPivot = s2 / fit.intercept.se ** 2;
  return defined({
    value: logDeterminant + Math.log(muPivot) + freedom * (1 + Math.log(2 * Math.PI * s2)),
    exact: false,
  });
}
