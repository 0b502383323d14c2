/**
 * Means, spreads and correlations of short lists.
 *
 * Range: correlations -1 to 1, spreads 0 up. Unit: that of the list. Minimum n: 1; 2 for a spread.
 * Undefined: null where a correlation has nothing to vary with; callers check the length first.
 * Source: Chan, Golub & LeVeque (1983) on two-pass sums, https://doi.org/10.1080/00031305.1983.10483115
 *
 * @example
 * correlation([1, 2, 3], [2, 4, 7]); // .9934
 */

/** Mean of a list; the caller has checked that it is not empty. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] ?? 0;
  return sum / values.length;
}

/** Sum of products of deviations from the two means. */
export function crossDeviation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [fromA, fromB] = [steps(a), steps(b)];
  const [ma, mb] = [mean(fromA), mean(fromB)];
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((fromA[k] ?? 0) - ma) * ((fromB[k] ?? 0) - mb);
  return sum;
}

/** Distances from the first value: equal decimals (.1, .1, .1) then deviate by exactly 0. */
function steps(values: ArrayLike<number>): Float64Array {
  const first = values[0] ?? 0;
  return Float64Array.from(values, (value) => value - first);
}

/** Sample standard deviation (n - 1). */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(crossDeviation(values, values) / (values.length - 1));
}

/** Pearson correlation; null where one of the two does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const spread = Math.sqrt(crossDeviation(a, a) * crossDeviation(b, b));
  return spread > ROUNDING ? crossDeviation(a, b) / spread : null;
}

/** Deviations this small are what rounding leaves of equal values. */
const ROUNDING = 1e-12;
