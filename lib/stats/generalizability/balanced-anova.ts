import { defined, type Outcome, undefinedFor } from "../outcome";

/** Scores with the level of each factor: factors[f][k] is the level of factor f at score k. */
export interface FactorialScores {
  readonly score: Float64Array;
  readonly factors: readonly Int32Array[];
  readonly levels: readonly number[];
}

/**
 * Sums of squares of group means, the bricks of a balanced analysis of variance: for a set of factors,
 * the number of scores a mean stands for times the sum of squared means of its cells (about the grand
 * mean, so that nothing cancels). Sums of squares of effects are differences of these.
 *
 * Range: 0 up. Unit: squared score points. Minimum n: every cell filled the same number of times.
 * Undefined: `no-ratings`; `no-variation` when all scores are equal; `incomplete-table` when some cell is empty or filled unequally.
 * Source: Brennan (2001), Generalizability Theory, ch. 3, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * const means = squaredMeans(scores);
 * if (means.ok) means.value([0]); // the sum of squares of factor 0's main effect
 */
export function squaredMeans(scores: FactorialScores): Outcome<(set: readonly number[]) => number> {
  const { score, levels } = scores;
  if (score.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const all = levels.map((_, f) => f);
  const full = cellSums(scores, all, 0).counts;
  const each = full[0] ?? 0;
  if (each === 0 || full.some((n) => n !== each)) {
    return undefinedFor("incomplete-table", "Mean squares need every cell filled equally often.");
  }
  if (score.every((x) => x === score[0])) return undefinedFor("no-variation", "All ratings are equal.");
  const grand = score.reduce((sum, x) => sum + x, 0) / score.length;
  return defined((set: readonly number[]) => {
    const { sums, counts } = cellSums(scores, set, grand);
    let squares = 0;
    for (let c = 0; c < sums.length; c++) squares += ((sums[c] ?? 0) * (sums[c] ?? 0)) / (counts[c] ?? 1);
    return squares;
  });
}

function cellSums({ score, factors, levels }: FactorialScores, set: readonly number[], grand: number) {
  const cells = set.reduce((product, f) => product * (levels[f] ?? 1), 1);
  const sums = new Float64Array(cells);
  const counts = new Int32Array(cells);
  for (let k = 0; k < score.length; k++) {
    let cell = 0;
    for (const f of set) cell = cell * (levels[f] ?? 1) + (factors[f]?.[k] ?? 0);
    sums[cell] = (sums[cell] ?? 0) + (score[k] ?? 0) - grand;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { sums, counts };
}
