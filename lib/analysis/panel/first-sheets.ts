import type { Table } from "../table";

/**
 * The table with one sheet a candidate and rater: of several, the one given first (by time where times can be read,
 * else by line). A sheet that brings a dimension twice keeps its first line.
 */
export function firstSheets(table: Table): Table {
  const rank = ranksOf(table);
  const first = new Map<number, number>();
  const pairOf = (at: number) => (table.candidate[at] ?? 0) * table.raters.length + (table.rater[at] ?? 0);
  const rankAt = (at: number) => rank[table.occasion[at] ?? 0] ?? 0;
  for (let at = 0; at < table.score.length; at++) {
    const known = first.get(pairOf(at));
    if (known === undefined || rankAt(at) < known) first.set(pairOf(at), rankAt(at));
  }
  const seen = new Set<number>();
  const width = Math.max(1, table.dimensions.length);
  const keep = Array.from(table.score.keys()).filter((at) => {
    if (rankAt(at) !== first.get(pairOf(at))) return false;
    const cell = pairOf(at) * width + (table.dimension[at] ?? 0);
    if (seen.has(cell)) return false;
    seen.add(cell);
    return true;
  });
  return keep.length === table.score.length ? table : withRows(table, keep);
}

/** When each occasion was, as milliseconds; null for a time that cannot be put in order. */
export function timesOf({ times }: Table): (number | null)[] {
  return (times ?? []).map((written) => {
    const at = Date.parse(written);
    return Number.isNaN(at) ? null : at;
  });
}

/** Occasions in order of time; without readable times, in the order they first come. */
function ranksOf(table: Table): readonly number[] {
  const times = timesOf(table);
  return times.length > 0 && times.every((at) => at !== null) ? (times as number[]) : [...times.keys()];
}

function withRows(table: Table, rows: readonly number[]): Table {
  const of = (column: Int32Array) => Int32Array.from(rows, (at) => column[at] ?? 0);
  return {
    ...table,
    candidate: of(table.candidate),
    rater: of(table.rater),
    dimension: of(table.dimension),
    occasion: of(table.occasion),
    line: of(table.line),
    score: Float64Array.from(rows, (at) => table.score[at] ?? 0),
  };
}
