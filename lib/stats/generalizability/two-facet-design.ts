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

/** The effects of persons x raters; the last is residual. */
export const TWO_FACETS = ["p", "r", "pr"] as const;
export type TwoFacetEffect = (typeof TWO_FACETS)[number];

/**
 * The G-study of a complete persons x raters table (factors in that order), one dimension: mean squares,
 * and variance components from their expected values, negative ones with their sign.
 *
 * Range: components may be negative. Unit: squared score points. Minimum n: two persons, two raters.
 * Undefined: `incomplete-table`; `no-ratings`; `no-variation`; `too-few-units` with one level of a factor.
 * Source: Brennan (2001), Generalizability Theory, ch. 2, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Shrout & Fleiss' 6 x 4 table: p 2.55556, r 5.24444, residual 1.01944
 * twoFacetDesign(scores);
 */
export function twoFacetDesign(scores: FactorialScores): Outcome<BalancedStudy<TwoFacetEffect>> {
  const [np = 0, nr = 0] = scores.levels;
  if (scores.score.length > 0 && Math.min(np, nr) < 2) {
    return undefinedFor("too-few-units", "Each factor needs two levels or more to vary.", 1);
  }
  return mapOutcome(squaredMeans(scores), (t) => {
    const [p, r] = [t([0]), t([1])];
    const freedom = { p: np - 1, r: nr - 1, pr: (np - 1) * (nr - 1) };
    const meanSquares = { p: p / freedom.p, r: r / freedom.r, pr: (t([0, 1]) - p - r) / freedom.pr };
    const componentsOf = (ms: Effects<TwoFacetEffect>) => ({
      p: (ms.p - ms.pr) / nr,
      r: (ms.r - ms.pr) / np,
      pr: ms.pr,
    });
    return balancedStudy(TWO_FACETS, meanSquares, freedom, componentsOf, scores.levels);
  });
}

/**
 * The D-study of persons x raters: panels of so many raters.
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n: as twoFacetDesign.
 * Undefined: `no-variation` when all components are 0.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * twoFacetDecision(study, 4); // Shrout & Fleiss: E rho^2 .90932 = ICC3k, Phi .62005 = ICC2k
 */
export function twoFacetDecision(
  study: BalancedComponents<TwoFacetEffect>,
  raters: number,
): Outcome<Decision> {
  return decision(study, { p: 1 }, { pr: 1 / raters }, { r: 1 / raters });
}
