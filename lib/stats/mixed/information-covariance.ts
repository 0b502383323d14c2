import { solveSmall } from "./average-information";

/**
 * Covariances of the errors of variances from the average information at the optimum. A variance at 0 is held there:
 * it has no error of this kind (its row is 0), and the others' are what they are given that it is 0.
 *
 * Unit: score points to the fourth power. Range: a symmetric matrix, its diagonal >= 0. Minimum n: as for the fit.
 * Undefined when: two parts cannot be told apart (null).
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * informationCovariance([1, 0, 2], [[4, 1, 0], [1, 9, 1], [0, 1, 16]]); // [[.25, 0, 0], [0, 0, 0], [0, 0, .0625]]
 */
export function informationCovariance(
  variances: readonly number[],
  information: readonly (readonly number[])[],
): readonly (readonly number[])[] | null {
  const free = variances.flatMap((value, k) => (value > 0 ? [k] : []));
  const matrix = free.map((k) => free.map((l) => information[k]?.[l] ?? 0));
  const columns = free.map((_, at) =>
    solveSmall(
      matrix,
      free.map((_, l) => (l === at ? 1 : 0)),
    ),
  );
  if (columns.includes(null)) return null;
  return variances.map((_, k) => variances.map((_, l) => columns[free.indexOf(k)]?.[free.indexOf(l)] ?? 0));
}
