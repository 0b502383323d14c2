import { MINIMUMS } from "../minimums";
import { defined, type Outcome, undefinedFor } from "../outcome";

/** Mean and sample variance of a unit's ratings. */
export function spreadOf(scores: readonly number[]): { mean: number; variance: number } {
  const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
  return { mean, variance: scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (scores.length - 1) };
}

/** Variance of people who pick any of the scale's points with equal probability: (A^2 - 1) / 12. */
export function evenVariance(scalePoints: number): number {
  return (scalePoints * scalePoints - 1) / 12;
}

/**
 * rwg: how much closer one unit's ratings lie than even chance over the scale would put them.
 * For one unit ("this panel disagreed"), never as a reliability: a narrow scale use raises it.
 *
 * Range: 0 (as scattered as chance, or more: cut there) to 1 (equal). Unit: none.
 * Minimum n: 2 ratings; MINIMUMS.withinGroupRatings to be shown, below show the range.
 * Undefined: `no-pairs` with fewer than two ratings; `invalid-scale` with one scale point. No interval: of one
 * unit's few ratings it would span the scale, so the count stands beside it.
 * Source: James, Demaree & Wolf (1984), https://doi.org/10.1037/0021-9010.69.1.85
 *
 * @example
 * withinGroupAgreement([4, 3, 3, 4], 5); // 1 - .33333 / 2 = .83333, of 4 ratings
 */
export function withinGroupAgreement(scores: readonly number[], scalePoints: number): Outcome<WithinGroup> {
  if (scores.length < 2) return undefinedFor("no-pairs", "One rating agrees with nobody.", 2 - scores.length);
  const even = evenVariance(scalePoints);
  if (!(even > 0)) return undefinedFor("invalid-scale", "A scale needs two points or more.");
  return defined(within(1 - Math.min(spreadOf(scores).variance, even) / even, scores.length));
}

export interface WithinGroup {
  readonly estimate: number;
  readonly ratings: number;
  /** Two ratings carry one degree of freedom: their range says more than a coefficient. */
  readonly rough: boolean;
}

/** The coefficient with the count behind it. */
export function within(estimate: number, ratings: number): WithinGroup {
  return { estimate, ratings, rough: ratings < MINIMUMS.withinGroupRatings };
}
