import { MINIMUMS } from "../minimums";
import type { Outcome } from "../outcome";
import { undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { crossTable, type WeightedKappa, weightedKappa } from "./weighted-kappa";
import { type Weighting, weightTable } from "./weights";

/**
 * Weighted kappa of every two raters who met: who agrees with whom. Among sparse raters most pairs share
 * too little; those stay in the list with their reason, so that a matrix shows holes and not noise.
 *
 * Range: up to 1; 0 is chance. Unit: none.
 * Minimum n: MINIMUMS.kappaUnits common units, each of the two using MINIMUMS.kappaCategoriesPerRater
 * categories on them.
 * Undefined: a pair with `too-few-units` or `no-variation`; pairs who never met are not listed.
 * Source: Cohen (1968), https://doi.org/10.1037/h0026256
 *
 * @example
 * pairwiseKappas(ratings, [1, 2, 3, 4, 5], "quadratic").filter((pair) => pair.kappa.ok);
 */
export function pairwiseKappas(
  ratings: Ratings,
  categories: readonly number[],
  weighting: Weighting,
  minUnits: number = MINIMUMS.kappaUnits,
): readonly RaterPair[] {
  const weights = weightTable(categories, weighting);
  return commonRatings(ratings).map(({ first, second, scores }) => ({
    first,
    second,
    units: scores.length,
    kappa: whyNot(scores, minUnits) ?? weightedKappa(crossTable(scores, categories), weights),
  }));
}

export interface RaterPair {
  readonly first: number;
  readonly second: number;
  /** Units both rated. */
  readonly units: number;
  readonly kappa: Outcome<WeightedKappa>;
}

type Scores = (readonly [number, number])[];

function whyNot(scores: Scores, minUnits: number): Outcome<WeightedKappa> | null {
  if (scores.length < minUnits) {
    const detail = `Kappa needs ${minUnits} common units; these two share ${scores.length}.`;
    return undefinedFor("too-few-units", detail, minUnits - scores.length);
  }
  const used = [0, 1].map((side) => new Set(scores.map((pair) => pair[side])).size);
  if (used.every((n) => n >= MINIMUMS.kappaCategoriesPerRater)) return null;
  return undefinedFor("no-variation", "One of the two gave every common unit the same score.");
}

/** For every two raters who met, their scores of the units both rated; a pair rated twice counts last. */
function commonRatings({ unit, rater, score, units, raters }: Ratings) {
  const sheets = Array.from({ length: units }, () => new Map<number, number>());
  for (let k = 0; k < unit.length; k++) sheets[unit[k] ?? 0]?.set(rater[k] ?? 0, score[k] ?? 0);
  const pairs = new Map<number, { first: number; second: number; scores: Scores }>();
  for (const sheet of sheets) {
    const seen = [...sheet].sort(([a], [b]) => a - b);
    for (const [at, [first, x]] of seen.entries()) {
      for (const [second, y] of seen.slice(at + 1)) {
        const key = first * raters + second;
        const pair = pairs.get(key) ?? { first, second, scores: [] };
        pair.scores.push([x, y]);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.first - b.first || a.second - b.second);
}
