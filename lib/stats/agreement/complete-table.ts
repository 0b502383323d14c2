import { defined, type Outcome, undefinedFor } from "../outcome";
import type { RatingTable } from "../ratings";

/** Rows that every rater of the table rated: what ICC, Kendall's W and the classic kappas need. */
export interface CompleteTable {
  readonly rows: readonly (readonly number[])[];
  /** Complete units. */
  readonly n: number;
  /** Raters. */
  readonly k: number;
  /** Units left out because somebody did not rate them. */
  readonly dropped: number;
}

/**
 * The complete rows of a table; raters who rated nobody at all are not counted as columns.
 *
 * Range: two units and two raters up. Unit: that of the scores. Minimum n: two complete units, two raters.
 * Undefined: `no-ratings`; `one-rater`; `incomplete-table` without a complete row; `too-few-units` with one.
 * Source: Little & Rubin (2019) on complete cases, https://doi.org/10.1002/9781119482260
 *
 * @example
 * completeTable([[1, 2], [3, null], [4, 4]]); // rows [1, 2] and [4, 4], one dropped
 */
export function completeTable(table: RatingTable): Outcome<CompleteTable> {
  const width = table.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, r) => r).filter((r) =>
    table.some((row) => isScore(row[r])),
  );
  const k = columns.length;
  if (k === 0) return undefinedFor("no-ratings", "There are no ratings.");
  if (k === 1) return undefinedFor("one-rater", "Agreement needs a second rater.", 1);
  const rows = table
    .map((row) => columns.map((r) => row[r]).filter(isScore))
    .filter((row) => row.length === k);
  const n = rows.length;
  if (n === 0) return undefinedFor("incomplete-table", "No unit was rated by every rater.");
  if (n === 1) return undefinedFor("too-few-units", "One complete unit cannot show how units differ.", 1);
  return defined({ rows, n, k, dropped: table.length - n });
}

function isScore(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
