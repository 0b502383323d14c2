import { fastNormalCdf } from "./normal-table";

/**
 * Expected ranks of very many units, where the n x n table of pairs cannot be made: errors are taken as
 * independent, estimates and errors sorted into fine bins, and each rank read off by interpolation.
 *
 * Range: 1..n. Unit: places. Accuracy: some 1e-4 of n. Minimum n: one. Undefined: never.
 * Source: Laird & Louis (1989), https://doi.org/10.3102/10769986014001029
 *
 * @example
 * expectedRanksOfMany(Float64Array.of(3, 1), Float64Array.of(0.1, 0.1)); // [1, 2]
 */
const BINS = 1024;
const ERROR_CLASSES = 12;

export function expectedRanksOfMany(estimate: Float64Array, se: Float64Array): Float64Array {
  const n = estimate.length;
  const [low, high] = range(estimate);
  const gap = (high - low) / (BINS - 1) || 1;
  const classes = errorClasses(se);
  const counts = Array.from({ length: classes.count }, () => new Float64Array(BINS));
  for (let i = 0; i < n; i++) {
    const at = ((estimate[i] as number) - low) / gap;
    const k = Math.min(BINS - 2, Math.floor(at));
    const into = counts[classes.of[i] as number] as Float64Array;
    // A unit between two bins is shared by them, so that the mean of its bins is its estimate.
    into[k] = (into[k] as number) + 1 - (at - k);
    into[k + 1] = (into[k + 1] as number) + at - k;
  }
  const tables = Array.from({ length: classes.count }, (_, own) => above(counts, classes.size, own, gap));
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const table = tables[classes.of[i] as number] as Float64Array;
    const at = ((estimate[i] as number) - low) / gap;
    const k = Math.min(BINS - 2, Math.floor(at));
    const share = at - k;
    // The unit itself is among those counted, with probability one half: 1 - .5.
    ranks[i] = 0.5 + (table[k] as number) * (1 - share) + (table[k + 1] as number) * share;
  }
  return ranks;
}

/** For each bin, how many of all units are expected above a unit of error class `own` standing there. */
function above(
  counts: readonly Float64Array[],
  size: readonly number[],
  own: number,
  gap: number,
): Float64Array {
  const result = new Float64Array(BINS);
  counts.forEach((count, other) => {
    const spread = Math.hypot(size[own] as number, size[other] as number);
    const beats = new Float64Array(2 * BINS - 1).map((_, at) => stepOr(((at - BINS + 1) * gap) / spread));
    for (let k = 0; k < BINS; k++) {
      let sum = 0;
      for (let l = 0; l < BINS; l++) sum += (count[l] as number) * (beats[l - k + BINS - 1] as number);
      result[k] = (result[k] as number) + sum;
    }
  });
  return result;
}

function stepOr(z: number): number {
  return Number.isNaN(z) ? 0.5 : fastNormalCdf(z);
}

function errorClasses(se: Float64Array): { of: Int32Array; size: number[]; count: number } {
  const [low, high] = range(se);
  const count = high - low < 1e-9 * (high || 1) ? 1 : ERROR_CLASSES;
  const width = (high - low) / count || 1;
  const of = Int32Array.from(se, (value) => Math.min(count - 1, Math.floor((value - low) / width)));
  const sum = new Float64Array(count);
  const members = new Float64Array(count);
  of.forEach((k, i) => {
    sum[k] = (sum[k] as number) + (se[i] as number);
    members[k] = (members[k] as number) + 1;
  });
  return { of, count, size: Array.from(sum, (total, k) => total / ((members[k] as number) || 1)) };
}

function range(values: Float64Array): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
