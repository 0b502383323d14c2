/**
 * A mixed model made of any random terms, for designs the crossed model does not cover: slopes of time,
 * nested raters, three-facet studies. Meant for tables of some thousand ratings and some hundred levels
 * beside the longest term, which is eliminated.
 *
 * Range: levels 0 to levels - 1 of each term. Unit: score points. Minimum n: one rating. Undefined: never.
 * Source: Bates, Maechler, Bolker & Walker (2015), https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * layOutTerms({ score, fixed: [ones], terms: [units, raters] }).eliminated; // 0: units are more
 */
export interface TermModel {
  readonly score: Float64Array;
  /** Fixed columns, the constant first. */
  readonly fixed: readonly Float64Array[];
  readonly terms: readonly RandomTerm[];
}

/** One random effect: each rating belongs to one level, and enters it with a weight (1, or a time). */
export interface RandomTerm {
  readonly level: Int32Array;
  readonly levels: number;
  readonly weight?: Float64Array;
}

/**
 * Cross-products of the model's columns: the longest term kept as a diagonal with sparse rows beside it,
 * all other columns (terms, fixed, score last) as one dense table.
 */
export interface TermLayout {
  readonly n: number;
  readonly fixed: number;
  /** Position of the eliminated term, and the order of the others. */
  readonly eliminated: number;
  readonly kept: readonly number[];
  readonly levels: readonly number[];
  /** First column of each kept term; then the fixed columns; then the score. */
  readonly offset: readonly number[];
  readonly width: number;
  readonly diagonal: Float64Array;
  readonly rows: readonly { readonly column: Int32Array; readonly value: Float64Array }[];
  readonly dense: Float64Array;
}

export function layOutTerms(model: TermModel): TermLayout {
  const levels = model.terms.map((term) => term.levels);
  const eliminated = levels.indexOf(Math.max(...levels));
  const kept = levels.map((_, f) => f).filter((f) => f !== eliminated);
  const offset: number[] = [];
  let next = 0;
  for (const f of kept) {
    offset.push(next);
    next += levels[f] ?? 0;
  }
  const width = next + model.fixed.length + 1;
  const columns = new Int32Array(kept.length + model.fixed.length + 1);
  const values = new Float64Array(columns.length);
  const diagonal = new Float64Array(levels[eliminated] ?? 0);
  const sparse = Array.from(diagonal, () => new Map<number, number>());
  const dense = new Float64Array(width * width);
  for (let k = 0; k < model.score.length; k++) {
    readRow(model, kept, offset, next, k, columns, values);
    const term = model.terms[eliminated];
    const own = term?.level[k] ?? 0;
    const weight = term?.weight?.[k] ?? 1;
    diagonal[own] = (diagonal[own] ?? 0) + weight * weight;
    const row = sparse[own];
    for (let a = 0; a < columns.length; a++) {
      const x = values[a] ?? 0;
      const column = columns[a] ?? 0;
      row?.set(column, (row.get(column) ?? 0) + weight * x);
      for (let b = 0; b < columns.length; b++) {
        const at = column * width + (columns[b] ?? 0);
        dense[at] = (dense[at] ?? 0) + x * (values[b] ?? 0);
      }
    }
  }
  const rows = sparse.map((row) => ({
    column: Int32Array.from(row.keys()),
    value: Float64Array.from(row.values()),
  }));
  const fixed = model.fixed.length;
  return { n: model.score.length, fixed, eliminated, kept, levels, offset, width, diagonal, rows, dense };
}

/** The non-zero columns of rating k but the eliminated one: kept levels, fixed columns, score. */
function readRow(
  { terms, fixed, score }: TermModel,
  kept: readonly number[],
  offset: readonly number[],
  next: number,
  k: number,
  columns: Int32Array,
  values: Float64Array,
): void {
  kept.forEach((f, at) => {
    columns[at] = (offset[at] ?? 0) + (terms[f]?.level[k] ?? 0);
    values[at] = terms[f]?.weight?.[k] ?? 1;
  });
  fixed.forEach((column, j) => {
    columns[kept.length + j] = next + j;
    values[kept.length + j] = column[k] ?? 0;
  });
  columns[columns.length - 1] = next + fixed.length;
  values[values.length - 1] = score[k] ?? 0;
}
