import type { Ratings } from "../ratings";

/**
 * A table of ratings laid out for the crossed model: one side *eliminated* (its block of the mixed
 * model equations is diagonal, so it costs nothing), the other *kept* in a system of its own size.
 * The larger side is eliminated. Ratings are grouped by eliminated level, repeats stay repeats.
 *
 * Range: levels 0 .. count-1 on both sides, scores centred at their mean (kept in `centre`).
 * Undefined: never; an empty table gives empty columns.
 * Unit: score points. Minimum n: as the fit.
 * Source: Bates et al. (2015), 5.3,
 * https://doi.org/10.18637/jss.v067.i01 (the same elimination, done there by a sparse factor).
 *
 * @example
 * layOutTwoWay({ unit, rater, score, units: 40, raters: 12 }).keptIsRater; // true: 12 raters are kept
 */
export interface TwoWayLayout {
  readonly ratings: number;
  readonly eliminated: number;
  readonly kept: number;
  readonly keptIsRater: boolean;
  readonly centre: number;
  /** Ratings of eliminated level i are start[i] .. start[i + 1] - 1. */
  readonly start: Int32Array;
  /** The kept level of each rating, ascending within an eliminated level. */
  readonly keptOf: Int32Array;
  /** How many ratings share this rating's pair of levels: 1 unless somebody rated the same one again. */
  readonly pairSize: Int32Array;
  readonly eliminatedSum: Float64Array;
  readonly keptCount: Float64Array;
  readonly keptSum: Float64Array;
  readonly sumOfSquares: number;
}

export function layOutTwoWay(ratings: Ratings): TwoWayLayout {
  const n = ratings.score.length;
  const keptIsRater = ratings.raters <= ratings.units;
  const eliminatedOf = keptIsRater ? ratings.unit : ratings.rater;
  const keptLevel = keptIsRater ? ratings.rater : ratings.unit;
  const eliminated = keptIsRater ? ratings.units : ratings.raters;
  const kept = keptIsRater ? ratings.raters : ratings.units;
  const start = startsOf(eliminatedOf, eliminated);
  const centre = n === 0 ? 0 : ratings.score.reduce((sum, x) => sum + x, 0) / n;
  const next = start.slice();
  const keptOf = new Int32Array(n);
  const eliminatedSum = new Float64Array(eliminated);
  const keptCount = new Float64Array(kept);
  const keptSum = new Float64Array(kept);
  let sumOfSquares = 0;
  for (let r = 0; r < n; r++) {
    const i = eliminatedOf[r] as number;
    const j = keptLevel[r] as number;
    const y = (ratings.score[r] as number) - centre;
    const at = next[i] as number;
    next[i] = at + 1;
    keptOf[at] = j;
    eliminatedSum[i] = (eliminatedSum[i] as number) + y;
    keptCount[j] = (keptCount[j] as number) + 1;
    keptSum[j] = (keptSum[j] as number) + y;
    sumOfSquares += y * y;
  }
  sortWithinLevels(keptOf, start, eliminated);
  return {
    ratings: n,
    eliminated,
    kept,
    keptIsRater,
    centre,
    start,
    keptOf,
    pairSize: sizesOfPairs(keptOf, start, eliminated),
    eliminatedSum,
    keptCount,
    keptSum,
    sumOfSquares,
  };
}

/** Counting sort's first half: where each level's ratings begin. */
export function startsOf(level: Int32Array, levels: number): Int32Array {
  const start = new Int32Array(levels + 1);
  for (const i of level) start[i + 1] = (start[i + 1] as number) + 1;
  for (let i = 0; i < levels; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  return start;
}

/** Longer runs than this are left to the engine's own sort. */
const INSERTION_SORT_LIMIT = 24;

function sortWithinLevels(keptOf: Int32Array, start: Int32Array, levels: number): void {
  for (let i = 0; i < levels; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    if (to - from > INSERTION_SORT_LIMIT) {
      keptOf.subarray(from, to).sort();
      continue;
    }
    for (let p = from + 1; p < to; p++) {
      const j = keptOf[p] as number;
      let q = p - 1;
      for (; q >= from && (keptOf[q] as number) > j; q--) keptOf[q + 1] = keptOf[q] as number;
      keptOf[q + 1] = j;
    }
  }
}

function sizesOfPairs(keptOf: Int32Array, start: Int32Array, levels: number): Int32Array {
  const size = new Int32Array(keptOf.length);
  for (let i = 0; i < levels; i++) {
    const to = start[i + 1] as number;
    for (let p = start[i] as number; p < to; ) {
      let end = p + 1;
      while (end < to && keptOf[end] === keptOf[p]) end++;
      size.fill(end - p, p, end);
      p = end;
    }
  }
  return size;
}
