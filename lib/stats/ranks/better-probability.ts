import { fastNormalCdf } from "./normal-table";

/** Estimates with their joint error covariance, row-major; what every comparison of units starts from. */
export interface JointEstimates {
  readonly estimate: Float64Array;
  readonly covariance: Float64Array;
}

/**
 * P(A > B) for every pair: the difference over its standard error, which counts what two units share
 * (the same raters' errors cancel in a comparison).
 *
 * Range: 0..1, row-major; the diagonal holds .5. Minimum n: two units.
 * Undefined: never; where a difference has no error, .5 if the two are equal, else 0 or 1.
 * Unit: probability.
 * Source: Laird & Louis (1989), https://doi.org/10.3102/10769986014001029
 *
 * @example
 * betterProbabilities({ estimate, covariance })[1]; // P(unit 0 > unit 1)
 */
export function betterProbabilities({ estimate, covariance }: JointEstimates): Float64Array {
  const n = estimate.length;
  const better = new Float64Array(n * n).fill(0.5);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const p = fastNormalCdf(standardDifference(estimate, covariance, i, j));
      better[i * n + j] = p;
      better[j * n + i] = 1 - p;
    }
  }
  return better;
}

/** (A - B) over its standard error; 0 for equal values without error. */
export function standardDifference(
  estimate: Float64Array,
  covariance: Float64Array,
  i: number,
  j: number,
): number {
  const difference = (estimate[i] as number) - (estimate[j] as number);
  if (difference === 0) return 0;
  return difference / Math.sqrt(differenceVariance(covariance, estimate.length, i, j));
}

export function differenceVariance(covariance: Float64Array, n: number, i: number, j: number): number {
  const own = (covariance[i * n + i] as number) + (covariance[j * n + j] as number);
  return Math.max(0, own - 2 * (covariance[i * n + j] as number));
}
