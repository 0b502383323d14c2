import { mapOutcome, type Outcome, undefinedFor } from "../outcome";
import { type FactorialScores, squaredMeans } from "./balanced-anova";
import { type Decision, decision } from "./crossed-design";

/** One number for each effect of persons x (raters nested in tasks); the last is residual. */
export interface NestedEffects {
  readonly p: number;
  readonly t: number;
  readonly rt: number;
  readonly pt: number;
  readonly prt: number;
}

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
export function nestedDesign(
  scores: FactorialScores,
): Outcome<{ readonly meanSquares: NestedEffects; readonly components: NestedEffects }> {
  const [np = 0, nt = 0, nr = 0] = scores.levels;
  if (scores.score.length > 0 && Math.min(np, nt, nr) < 2) {
    return undefinedFor("too-few-units", "Each factor needs two levels or more to vary.", 1);
  }
  return mapOutcome(squaredMeans(scores), (squares) => {
    const [p, t] = [squares([0]), squares([1])];
    const [pt, tr, all] = [squares([0, 1]), squares([1, 2]), squares([0, 1, 2])];
    const ms: NestedEffects = {
      p: p / (np - 1),
      t: t / (nt - 1),
      rt: (tr - t) / (nt * (nr - 1)),
      pt: (pt - p - t) / ((np - 1) * (nt - 1)),
      prt: (all - pt - tr + t) / (nt * (np - 1) * (nr - 1)),
    };
    const components: NestedEffects = {
      p: (ms.p - ms.pt) / (nt * nr),
      t: (ms.t - ms.pt - ms.rt + ms.prt) / (np * nr),
      rt: (ms.rt - ms.prt) / np,
      pt: (ms.pt - ms.prt) / nr,
      prt: ms.prt,
    };
    return { meanSquares: ms, components };
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
 * nestedDecision(components, 3, 4); // Brennan: E rho^2 .55144, Phi .46370
 */
export function nestedDecision(c: NestedEffects, tasks: number, ratersPerTask: number): Outcome<Decision> {
  const at = (value: number) => Math.max(0, value);
  const relative = at(c.pt) / tasks + at(c.prt) / (tasks * ratersPerTask);
  const absolute = relative + at(c.t) / tasks + at(c.rt) / (tasks * ratersPerTask);
  return decision(at(c.p), relative, absolute);
}
