import { solveSmall } from "./average-information";

/**
 * Standard errors of variances from the average information at the optimum. A variance at 0 is held there: it has
 * no error of this kind, and the others' are what they are given that it is 0.
 *
 * Unit: squared score points. Range: > 0, or undefined at its place. Minimum n: as for the fit.
 * Undefined when: that variance is 0, or two parts cannot be told apart.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * informationErrors([1, 0, 2], [[4, 1, 0], [1, 9, 1], [0, 1, 16]]); // [.5, undefined, .25]
 */
export function informationErrors(
  variances: readonly number[],
  information: readonly (readonly number[])[],
): (number | undefined)[] {
  const free = variances.flatMap((value, k) => (value > 0 ? [k] : []));
  const matrix = free.map((k) => free.map((l) => information[k]?.[l] ?? 0));
  return variances.map((_, k) => {
    const at = free.indexOf(k);
    if (at < 0) return undefined;
    const column = solveSmall(
      matrix,
      free.map((_, l) => (l === at ? 1 : 0)),
    );
    const square = column?.[at] ?? 0;
    return square > 0 ? Math.sqrt(square) : undefined;
  });
}
