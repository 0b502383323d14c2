import type { Disagreement, Margins } from "./disagreement";

/**
 * Squared difference of the values: equal steps count equally anywhere on the scale.
 *
 * Range: 0 up. Unit: squared score points times ratings. Minimum n: one unit rated twice.
 * Undefined: never, given margins.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * intervalDisagreement(margins).seen; // units (1, 1) and (1, 3): 2 x 2^2 = 8
 */
export function intervalDisagreement({ counts, perCategory, ratings }: Margins): Disagreement {
  const { start, category, count, size } = counts;
  const value = centred(counts.values, perCategory, ratings);
  let sum = 0;
  let squares = 0;
  for (let c = 0; c < value.length; c++) {
    const weighted = (perCategory[c] ?? 0) * (value[c] ?? 0);
    sum += weighted;
    squares += weighted * (value[c] ?? 0);
  }
  const of = { sum: 0, squares: 0, seen: 0 };
  const look = (p: number) => {
    const m = size[p] ?? 0;
    of.sum = 0;
    of.squares = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      const x = value[category[e] ?? 0] ?? 0;
      of.sum += (count[e] ?? 0) * x;
      of.squares += (count[e] ?? 0) * x * x;
    }
    of.seen = m < 2 ? 0 : (2 * (m * of.squares - of.sum * of.sum)) / (m - 1);
  };
  let seen = 0;
  for (let p = 0; p < counts.patterns; p++) {
    look(p);
    seen += (counts.weight[p] ?? 0) * of.seen;
  }
  const without = (p: number) => {
    look(p);
    const left = ratings - (size[p] ?? 0);
    const rest = sum - of.sum;
    return { seen: seen - of.seen, byChance: 2 * (left * (squares - of.squares) - rest * rest) };
  };
  return { seen, byChance: 2 * (ratings * squares - sum * sum), without };
}

/** Values about their mean: squares of large scores would drown their differences. */
function centred(values: Float64Array, perCategory: Float64Array, ratings: number): Float64Array {
  let mean = 0;
  for (let c = 0; c < values.length; c++) mean += ((perCategory[c] ?? 0) / ratings) * (values[c] ?? 0);
  return values.map((value) => value - mean);
}
