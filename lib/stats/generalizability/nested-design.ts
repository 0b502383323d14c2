import { mapOutcome, type Outcome, undefinedFor } from "../outcome";
import { type FactorialScores, squaredMeans } from "./balanced-anova";
import {
  type BalancedComponents,
  type BalancedStudy,
  balancedStudy,
  type Decision,
  decision,
  type Effects,
} from "./balanced-study";

/** The effects of persons x (raters nested in tasks); the last is residual. */
export const NESTED = ["p", "t", "rt", "pt", "prt"] as const;
export type NestedEffect = (typeof NESTED)[number];

/**
 * The G-study of a balanced persons x (raters : tasks) table (factors persons, tasks, rater within task):
 * each task has its own raters, so a rater's severity and the rater x task effect cannot be told apart.
 *
 * Range: components may be negative. Unit: squared score points.
 * Minimum n: two persons, two tasks, two raters a task.
 * Undefined: `incomplete-table`; `no-ratings`; `no-variation`; `too-few-units` with one level of a factor.
 * Source: Brennan (2001), Generalizability Theory, table 3.2, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Brennan's synthetic data no. 4: .4731 .3252 .6475 .5596 2.3802
 * nestedDesign(scores);
 */
export function nestedDesign(scores: FactorialScores): Outcome<BalancedStudy<NestedEffect>> {
  const [np = 0, nt = 0, nr = 0] = scores.levels;
  if (scores.score.length > 0 && Math.min(np, nt, nr) < 2) {
    return undefinedFor("too-few-units", "Each factor needs two levels or more to vary.", 1);
  }
  return mapOutcome(squaredMeans(scores), (squares) => {
    const [p, t] = [squares([0]), squares([1])];
    const [pt, tr, all] = [squares([0, 1]), squares([1, 2]), squares([0, 1, 2])];
    const freedom = {
      ...{ p: np - 1, t: nt - 1, rt: nt * (nr - 1) },
      ...{ pt: (np - 1) * (nt - 1), prt: nt * (np - 1) * (nr - 1) },
    };
    const meanSquares = {
      p: p / freedom.p,
      t: t / freedom.t,
      rt: (tr - t) / freedom.rt,
      pt: (pt - p - t) / freedom.pt,
      prt: (all - pt - tr + t) / freedom.prt,
    };
    const componentsOf = (ms: Effects<NestedEffect>) => ({
      p: (ms.p - ms.pt) / (nt * nr),
      t: (ms.t - ms.pt - ms.rt + ms.prt) / (np * nr),
      rt: (ms.rt - ms.prt) / np,
      pt: (ms.pt - ms.prt) / nr,
      prt: ms.prt,
    });
    return balancedStudy(NESTED, meanSquares, freedom, componentsOf, scores.levels);
  });
}

/**
 * The D-study of persons x (raters : tasks), tasks and raters random.
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n: as nestedDesign.
 * Undefined: `no-variation` when all components are 0.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * nestedDecision(study, 3, 4); // Brennan: E rho^2 .55144, Phi .46370
 */
export function nestedDecision(
  study: BalancedComponents<NestedEffect>,
  tasks: number,
  ratersPerTask: number,
): Outcome<Decision> {
  const cells = tasks * ratersPerTask;
  return decision(study, { p: 1 }, { pt: 1 / tasks, prt: 1 / cells }, { t: 1 / tasks, rt: 1 / cells });
}
