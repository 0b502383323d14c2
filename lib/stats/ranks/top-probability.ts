import { factor } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import { type Random, randomNormal } from "../random";
import type { JointEstimates } from "./better-probability";

/**
 * P(a unit is among the best k), by joint draws: how sure a shortlist of k can be.
 *
 * Range: 0..1, sums to k. Unit: probability. Accuracy: SE below .0012 at 200,000 draws. Minimum n: k + 1 units.
 * Undefined when: the covariance is not positive definite even after rounding is forgiven (`not-converged`).
 * Source: Lin, Louis, Paddock & Ridgeway (2006), https://doi.org/10.1214/06-BA130
 *
 * @example
 * const chances = topProbabilities(joint, 5, 200_000, seededRandom(1));
 * chances.ok && chances.value[0]; // how often unit 0 makes a shortlist of 5
 */
export function topProbabilities(
  joint: JointEstimates,
  top: number,
  draws: number,
  next: Random,
): Outcome<Float64Array> {
  const n = joint.estimate.length;
  const lower = joint.covariance.slice();
  for (let i = 0; i < n; i++)
    lower[i * n + i] = (lower[i * n + i] as number) * (1 + ROUNDING) + Number.MIN_VALUE;
  if (!factor(lower, n))
    return undefinedFor(
      "not-converged",
      "The joint errors are no covariance: nothing can be drawn from them.",
    );
  const hits = new Float64Array(n);
  const noise = new Float64Array(n);
  const drawn = new Float64Array(n);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < n; i++) noise[i] = randomNormal(next);
    for (let i = 0; i < n; i++) {
      let sum = joint.estimate[i] as number;
      for (let k = 0, at = i * n; k <= i; k++) sum += (lower[at + k] as number) * (noise[k] as number);
      drawn[i] = sum;
    }
    const cut = kthLargest(drawn, Math.min(top, n));
    shareOut(drawn, cut, Math.min(top, n), hits);
  }
  return defined(hits.map((count) => count / draws));
}

const ROUNDING = 1e-10;

/** One place each above the cut; those at the cut share what is left, so equal people have equal chances. */
function shareOut(drawn: Float64Array, cut: number, places: number, hits: Float64Array): void {
  let above = 0;
  let level = 0;
  for (const value of drawn) {
    if (value > cut) above++;
    else if (value === cut) level++;
  }
  for (let i = 0; i < drawn.length; i++) {
    const value = drawn[i] as number;
    if (value > cut) hits[i] = (hits[i] as number) + 1;
    else if (value === cut) hits[i] = (hits[i] as number) + (places - above) / level;
  }
}

function kthLargest(values: Float64Array, k: number): number {
  if (k === 1) return values.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return values.slice().sort()[values.length - k] as number;
}
