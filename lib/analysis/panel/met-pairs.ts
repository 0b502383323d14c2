import type { Ratings } from "../../stats/ratings";
import type { Table } from "../table";

/** Who met whom, dimensions counted once, and on which occasion. */
export interface MetPairs extends Ratings {
  readonly occasion: Int32Array;
}

/** One row a candidate and rater, in the table's order. */
export function metPairs(table: Table): MetPairs {
  const seen = new Set<number>();
  const rows = Array.from(table.score.keys()).filter((at) => {
    const pair = (table.candidate[at] ?? 0) * table.raters.length + (table.rater[at] ?? 0);
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
  return {
    unit: Int32Array.from(rows, (at) => table.candidate[at] ?? 0),
    rater: Int32Array.from(rows, (at) => table.rater[at] ?? 0),
    occasion: Int32Array.from(rows, (at) => table.occasion[at] ?? 0),
    score: Float64Array.from(rows, (at) => table.score[at] ?? 0),
    units: table.candidates.length,
    raters: table.raters.length,
  };
}
