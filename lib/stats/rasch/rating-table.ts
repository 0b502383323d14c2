/**
 * Ratings for the many-facet Rasch model as numbered columns: person, rater, item and category 0 .. top.
 * Categories nobody used are closed up (their thresholds do not exist); `levels` keeps the scores.
 *
 * Range: categories 0 .. levels.length - 1. Undefined: never. Minimum n: none.
 * Unit: category numbers.
 * Source: Andrich (1978), https://doi.org/10.1007/BF02293814
 *
 * @example
 * raschTable(person, rater, item, Float64Array.of(1, 2, 5)).levels; // [1, 2, 5]: three categories
 */
export interface RaschTable {
  readonly person: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
  readonly category: Int32Array;
  readonly persons: number;
  readonly raters: number;
  readonly items: number;
  /** The score each category stands for, ascending. */
  readonly levels: Float64Array;
}

export interface RaschColumns {
  readonly person: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
  readonly score: Float64Array;
  readonly persons: number;
  readonly raters: number;
  readonly items: number;
}

export function raschTable({ score, ...columns }: RaschColumns): RaschTable {
  const levels = Float64Array.from(new Set(score)).sort();
  const place = new Map(Array.from(levels, (level, k) => [level, k]));
  return { ...columns, category: Int32Array.from(score, (value) => place.get(value) ?? 0), levels };
}

/** The rows for which `keep` holds, all numbering unchanged. */
export function selectRows(table: RaschTable, keep: (row: number) => boolean): RaschTable {
  const rows = Int32Array.from(table.category.keys()).filter(keep);
  const take = (column: Int32Array) => rows.map((row) => column[row] as number);
  return {
    ...table,
    person: take(table.person),
    rater: take(table.rater),
    item: take(table.item),
    category: take(table.category),
  };
}
