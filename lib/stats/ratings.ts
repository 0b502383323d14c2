/**
 * Ratings as three parallel columns: who was rated (0 .. units-1), by whom (0 .. raters-1), how.
 * Flat and numbered, so that a million of them cost 16 MB and no statistic depends on names.
 *
 * Range: numbers 0 to units - 1 and raters - 1; finite scores. Unit: score points. Minimum n: none.
 * Undefined: an empty table is legal; each statistic says `no-ratings`.
 * Source: Bates et al. (2015) on long-format data, https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * ratingsOfTable([[4, null], [3, 5]]); // unit [0, 1, 1], rater [0, 0, 1], score [4, 3, 5]
 */
export interface Ratings {
  readonly unit: Int32Array;
  readonly rater: Int32Array;
  readonly score: Float64Array;
  readonly units: number;
  readonly raters: number;
}

/** A table of units x raters; null or a hole where nobody rated. */
export type RatingTable = readonly (readonly (number | null)[])[];

/** The columns of a table, row by row; empty cells leave no trace. */
export function ratingsOfTable(table: RatingTable): Ratings {
  const unit: number[] = [];
  const rater: number[] = [];
  const score: number[] = [];
  table.forEach((row, u) => {
    row.forEach((value, r) => {
      if (value === null || !Number.isFinite(value)) return;
      unit.push(u);
      rater.push(r);
      score.push(value);
    });
  });
  return {
    unit: Int32Array.from(unit),
    rater: Int32Array.from(rater),
    score: Float64Array.from(score),
    units: table.length,
    raters: table.reduce((most, row) => Math.max(most, row.length), 0),
  };
}

/** Ratings on several dimensions of one sheet (0 .. dimensions-1). */
export interface DimensionRatings extends Ratings {
  readonly dimension: Int32Array;
  readonly dimensions: number;
}

/** The scores of each unit, in the order they come. */
export function scoresByUnit({ unit, score, units }: Ratings): number[][] {
  const groups = Array.from({ length: units }, (): number[] => []);
  for (let k = 0; k < unit.length; k++) groups[unit[k] ?? 0]?.push(score[k] ?? 0);
  return groups;
}
