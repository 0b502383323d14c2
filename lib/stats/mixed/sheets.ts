import type { Ratings } from "../ratings";

/**
 * Ratings over several dimensions as sheets: one a unit and rater (repeats of a dimension start a
 * new sheet). A complete sheet turns into its composite and D - 1 orthonormal contrasts, which are
 * independent of each other under the crossed model.
 *
 * Unit: score points. Range: as the scores. Undefined: never. Minimum n: none.
 * Source: Helmert contrasts as in Searle, Casella & McCulloch (1992), https://doi.org/10.1002/9780470316856
 *
 * @example
 * sheetsOf(ratings, dimension, 5).composite; // one mean a sheet, dimensions' own means taken out
 */
export interface Sheets {
  /** Mean of each sheet; a dimension it lacks counts as average for its dimension. */
  readonly composite: Ratings;
  /** One table a contrast, of complete sheets only. */
  readonly contrasts: readonly Ratings[];
  readonly incomplete: number;
  /** Sheets x dimensions as they were scored, NaN where a sheet lacks the dimension. */
  readonly cells: Float64Array;
}

export function sheetsOf(ratings: Ratings, dimension: Int32Array, dimensions: number): Sheets {
  const { sheet, unit, rater } = numberSheets(ratings, dimension, dimensions);
  const count = unit.length;
  const means = dimensionMeans(ratings, dimension, dimensions);
  const grand = means.reduce((sum, mean) => sum + mean, 0) / dimensions;
  const cells = new Float64Array(count * dimensions).fill(Number.NaN);
  sheet.forEach((s, at) => {
    cells[s * dimensions + (dimension[at] as number)] = ratings.score[at] as number;
  });
  const composite = new Float64Array(count);
  const complete: number[] = [];
  for (let s = 0; s < count; s++) {
    let sum = 0;
    let seen = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = cells[s * dimensions + d] as number;
      if (Number.isNaN(value)) continue;
      sum += value - (means[d] as number);
      seen++;
    }
    composite[s] = grand + sum / seen;
    if (seen === dimensions) complete.push(s);
  }
  const { units, raters } = ratings;
  const rows = Int32Array.from(complete);
  const contrasts = Array.from({ length: dimensions - 1 }, (_, c) => ({
    unit: rows.map((s) => unit[s] as number),
    rater: rows.map((s) => rater[s] as number),
    score: Float64Array.from(rows, (s) => helmert(cells, s * dimensions, c + 1)),
    units,
    raters,
  }));
  return {
    composite: {
      unit: Int32Array.from(unit),
      rater: Int32Array.from(rater),
      score: composite,
      units,
      raters,
    },
    contrasts,
    incomplete: count - complete.length,
    cells,
  };
}

/** The k-th cell against the mean of those before it, scaled to length one. */
function helmert(cells: Float64Array, first: number, k: number): number {
  let before = 0;
  for (let d = 0; d < k; d++) before += cells[first + d] as number;
  return (before - k * (cells[first + k] as number)) / Math.sqrt(k * (k + 1));
}

function numberSheets(
  { unit: ofUnit, rater: ofRater, raters }: Ratings,
  dimension: Int32Array,
  dimensions: number,
) {
  const unit: number[] = [];
  const rater: number[] = [];
  const last = new Map<number, number>();
  const filled = new Map<number, number>();
  const sheet = ofUnit.map((i, at) => {
    const pair = i * raters + (ofRater[at] as number);
    const known = last.get(pair);
    const cell = dimension[at] as number;
    if (known !== undefined && !filled.has(known * dimensions + cell)) {
      filled.set(known * dimensions + cell, 1);
      return known;
    }
    const fresh = unit.push(i) - 1;
    rater.push(ofRater[at] as number);
    last.set(pair, fresh);
    filled.set(fresh * dimensions + cell, 1);
    return fresh;
  });
  return { sheet, unit, rater };
}

function dimensionMeans({ score }: Ratings, dimension: Int32Array, dimensions: number): Float64Array {
  const sum = new Float64Array(dimensions);
  const count = new Float64Array(dimensions);
  score.forEach((value, at) => {
    const d = dimension[at] as number;
    sum[d] = (sum[d] as number) + value;
    count[d] = (count[d] as number) + 1;
  });
  return sum.map((total, d) => total / (count[d] || 1));
}
