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

/** The effects of persons x raters x items; the last is residual. */
export const CROSSED = ["p", "r", "i", "pr", "pi", "ri", "pri"] as const;
export type CrossedEffect = (typeof CROSSED)[number];

/**
 * The G-study of a balanced persons x raters x items table (factors in that order): mean squares, and
 * variance components from their expected values. A negative component keeps its sign: it says the
 * variance is too small to see; the D-study counts it as 0.
 *
 * Range: components may be negative. Unit: squared score points.
 * Minimum n: two levels of each factor, one score a cell.
 * Undefined: `incomplete-table`; `no-ratings`; `no-variation`; `too-few-units` with one level of a factor.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Guilford's 7 x 3 x 5 table: p .48254, r -.09921, i .45873, pr 1.36111, residual 1.16429
 * crossedDesign(scores);
 */
export function crossedDesign(scores: FactorialScores): Outcome<BalancedStudy<CrossedEffect>> {
  const [np = 0, nr = 0, ni = 0] = scores.levels;
  if (scores.score.length > 0 && Math.min(np, nr, ni) < 2) {
    return undefinedFor("too-few-units", "Each factor needs two levels or more to vary.", 1);
  }
  return mapOutcome(squaredMeans(scores), (t) => {
    const [p, r, i] = [t([0]), t([1]), t([2])];
    const [pr, pi, ri] = [t([0, 1]), t([0, 2]), t([1, 2])];
    const squares: Effects<CrossedEffect> = {
      ...{ p, r, i, pr: pr - p - r, pi: pi - p - i, ri: ri - r - i },
      pri: t([0, 1, 2]) - pr - pi - ri + p + r + i,
    };
    const [fp, fr, fi] = [np - 1, nr - 1, ni - 1];
    const freedom = { p: fp, r: fr, i: fi, pr: fp * fr, pi: fp * fi, ri: fr * fi, pri: fp * fr * fi };
    const meanSquares = { ...squares };
    for (const name of CROSSED) meanSquares[name] = squares[name] / freedom[name];
    const componentsOf = (ms: Effects<CrossedEffect>) => ({
      p: (ms.p - ms.pr - ms.pi + ms.pri) / (nr * ni),
      r: (ms.r - ms.pr - ms.ri + ms.pri) / (np * ni),
      i: (ms.i - ms.pi - ms.ri + ms.pri) / (np * nr),
      pr: (ms.pr - ms.pri) / ni,
      pi: (ms.pi - ms.pri) / nr,
      ri: (ms.ri - ms.pri) / np,
      pri: ms.pri,
    });
    return balancedStudy(CROSSED, meanSquares, freedom, componentsOf, scores.levels);
  });
}

/**
 * The D-study of persons x raters x items with both facets random.
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n: as crossedDesign.
 * Undefined: `no-variation` when all components are 0.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * crossedDecision(study, 3, 5); // Guilford: E rho^2 .44750, Phi .41101
 */
export function crossedDecision(
  study: BalancedComponents<CrossedEffect>,
  raters: number,
  items: number,
): Outcome<Decision> {
  const cells = raters * items;
  return decision(
    study,
    { p: 1 },
    { pr: 1 / raters, pi: 1 / items, pri: 1 / cells },
    { r: 1 / raters, i: 1 / items, ri: 1 / cells },
  );
}
