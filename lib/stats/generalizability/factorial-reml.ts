import { mapOutcome, type Outcome } from "../outcome";
import type { RandomTerm } from "../terms/term-layout";
import { fitTerms } from "../terms/term-reml";
import type { FactorialScores } from "./balanced-anova";

/**
 * Variance components of a factorial table by REML, one for each given set of factors and the residual
 * last: it needs no balance and never goes below 0, where expected mean squares may.
 *
 * Range: 0 up. Unit: squared score points. Minimum n: more scores than effects; two levels a factor.
 * Undefined: as fitTerms.
 * Source: Searle, Casella & McCulloch (1992), Variance Components, https://doi.org/10.1002/9780470316856
 *
 * @example
 * // Guilford's persons x raters x items: [p, r, i, pr, pi, ri, residual]
 * factorialReml(scores, [[0], [1], [2], [0, 1], [0, 2], [1, 2]]); // .51278 0 .46023 1.27038 ...
 */
export function factorialReml(
  scores: FactorialScores,
  effects: readonly (readonly number[])[],
): Outcome<readonly number[]> {
  const fit = fitTerms({
    score: scores.score,
    fixed: [new Float64Array(scores.score.length).fill(1)],
    terms: effects.map((set) => cellsOf(scores, set)),
  });
  return mapOutcome(fit, (it) => [...it.variance, it.residual]);
}

/** The cells of a set of factors as one random term; cells without scores get no level. */
function cellsOf({ score, factors, levels }: FactorialScores, set: readonly number[]): RandomTerm {
  const known = new Map<number, number>();
  const level = Int32Array.from(score, (_, k) => {
    const cell = set.reduce((at, f) => at * (levels[f] ?? 1) + (factors[f]?.[k] ?? 0), 0);
    const own = known.get(cell) ?? known.size;
    known.set(cell, own);
    return own;
  });
  return { level, levels: known.size };
}
