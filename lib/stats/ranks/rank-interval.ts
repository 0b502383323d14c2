import { normalQuantile } from "../distributions";
import { type JointEstimates, standardDifference } from "./better-probability";

/**
 * The places a unit may hold: 1 + how many are significantly better, to n - how many are significantly
 * worse. Marginal: right for one unit looked at alone. Simultaneous: right for all of them together
 * (Bonferroni over the pairs), which is what a ranking on a screen claims.
 *
 * Range: 1..n. Unit: places. Minimum n: one. Undefined: never, given joint estimates.
 * Source: Mogstad, Romano, Shaikh & Wilhelm (2024), https://doi.org/10.1093/restud/rdad006
 *
 * @example
 * rankIntervals(joint, "marginal").best[0]; // 1: nobody is significantly better than unit 0
 */
export interface RankIntervals {
  readonly best: Int32Array;
  readonly worst: Int32Array;
}

const LEVEL = 0.05;

export function rankIntervals(joint: JointEstimates, kind: "marginal" | "simultaneous"): RankIntervals {
  const n = joint.estimate.length;
  const pairs = kind === "simultaneous" ? Math.max(1, (n * (n - 1)) / 2) : 1;
  const critical = normalQuantile(1 - LEVEL / pairs / 2);
  const best = new Int32Array(n).fill(1);
  const worst = new Int32Array(n).fill(n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const z = standardDifference(joint.estimate, joint.covariance, i, j);
      if (Math.abs(z) <= critical) continue;
      const [above, below] = z > 0 ? [i, j] : [j, i];
      best[below] = (best[below] as number) + 1;
      worst[above] = (worst[above] as number) - 1;
    }
  }
  return { best, worst };
}

/**
 * The marginal interval from pair probabilities alone, where errors are no single normal (variances averaged over).
 *
 * Range: 1..n. Unit: places. Minimum n: one. Undefined: never.
 * Source: as rankIntervals; P(A > B) beyond 97.5 % is a two-sided 95 % difference.
 *
 * @example
 * rankIntervalsFrom(fit.better, fit.fair.estimate.length).worst[0]; // 3: two are surely worse than the first of five
 */
export function rankIntervalsFrom(better: ArrayLike<number>, n: number): RankIntervals {
  const best = new Int32Array(n).fill(1);
  const worst = new Int32Array(n).fill(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || !((better[i * n + j] as number) > 1 - LEVEL / 2)) continue;
      best[j] = (best[j] as number) + 1;
      worst[i] = (worst[i] as number) - 1;
    }
  }
  return { best, worst };
}
