/**
 * Standard errors of variance components from the expected REML information,
 * I_kl = 1/2 tr(P G_k P G_l), given Z'PZ for all random effects together.
 * Poor near 0 (the distribution is skewed and bounded): intervals come from the profile or the log scale.
 *
 * Unit: squared score points. Range: > 0. Minimum n: as for the fit.
 * Undefined when: two components cannot be told apart (`not-converged`).
 * Source: Searle, Casella & McCulloch (1992), 6.6, https://doi.org/10.1002/9780470316856
 *
 * @example
 * expectedInformationErrors(zpz, [0, 24, 30], [0.717, 3.731, 0.302], 143); // [.2264, 2.3676, .0399]
 */
import { defined, type Outcome, undefinedFor } from "../outcome";
import { solveSmall } from "./average-information";

/**
 * @param projected Z'PZ, row-major, effects of one component side by side
 * @param starts first effect of each component, and the total at the end
 * @param variances one a component, the residual last
 * @param freedom ratings less fixed effects
 */
export function expectedInformationErrors(
  projected: Float64Array,
  starts: readonly number[],
  variances: readonly number[],
  freedom: number,
): Outcome<number[]> {
  const components = starts.length - 1;
  const size = starts[components] as number;
  const traces = Array.from({ length: components }, (_, k) => {
    let sum = 0;
    for (let i = starts[k] as number; i < (starts[k + 1] as number); i++)
      sum += projected[i * size + i] as number;
    return sum;
  });
  const products = traces.map((_, k) => traces.map((_, l) => blockSquares(projected, size, starts, k, l)));
  const residual = variances[components] as number;
  // PVP = P gives the residual's row from the others: tr(P G_l) = sum_k v_k tr(P G_k P G_l) + v_e tr(P P G_l).
  const withResidual = traces.map((trace, l) => {
    const others = products.reduce((sum, row, k) => sum + (variances[k] as number) * (row[l] as number), 0);
    return (trace - others) / residual;
  });
  const ofP =
    (freedom - traces.reduce((sum, trace, k) => sum + (variances[k] as number) * trace, 0)) / residual;
  const both = withResidual.reduce((sum, value, k) => sum + (variances[k] as number) * value, 0);
  const information = [
    ...products.map((row, k) => [...row, withResidual[k] as number]),
    [...withResidual, (ofP - both) / residual],
  ].map((row) => row.map((value) => value / 2));
  const errors = information.map((_, k) => {
    const column = solveSmall(
      information,
      information.map((_, l) => (l === k ? 1 : 0)),
    );
    return column === null ? Number.NaN : Math.sqrt(column[k] as number);
  });
  return errors.every(Number.isFinite)
    ? defined(errors)
    : undefinedFor("not-converged", "Two variances cannot be told apart, so neither has an error.");
}

function blockSquares(
  a: Float64Array,
  size: number,
  starts: readonly number[],
  k: number,
  l: number,
): number {
  let sum = 0;
  for (let i = starts[k] as number; i < (starts[k + 1] as number); i++) {
    for (let j = starts[l] as number; j < (starts[l + 1] as number); j++)
      sum += (a[i * size + j] as number) ** 2;
  }
  return sum;
}
