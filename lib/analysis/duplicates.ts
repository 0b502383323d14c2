import { startsOf } from "../stats/mixed/two-way-layout";
import type { Table } from "./table";

/**
 * The table with each candidate, rater, dimension (and time) once: the first line stands, as a first
 * independent score should; later ones are left out and named with the line they repeat.
 */
export function withoutDuplicates(table: Table): Table {
  const n = table.score.length;
  const start = startsOf(table.candidate, table.candidates.length);
  const next = start.slice();
  const order = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    const i = table.candidate[at] ?? 0;
    order[next[i] ?? 0] = at;
    next[i] = (next[i] ?? 0) + 1;
  }
  const width = Math.max(1, table.dimensions.length);
  const lastCandidate = new Int32Array(table.raters.length * width).fill(-1);
  const firstRow = new Int32Array(table.raters.length * width);
  const drop = new Uint8Array(n);
  const found: [row: number, first: number][] = [];
  for (const at of order) {
    const key = (table.rater[at] ?? 0) * width + (table.dimension[at] ?? 0);
    const candidate = table.candidate[at] ?? 0;
    const first = firstRow[key] ?? 0;
    if (lastCandidate[key] !== candidate) {
      lastCandidate[key] = candidate;
      firstRow[key] = at;
    } else if (table.occasion[first] === table.occasion[at]) {
      drop[at] = 1;
      found.push([at, first]);
    }
  }
  if (found.length === 0) return table;
  found.sort((a, b) => a[0] - b[0]);
  for (const [at, first] of found) {
    const same = table.score[at] === table.score[first] ? "the same score" : "another score";
    table.skipped.add(
      table.line[at] ?? 0,
      `duplicate of line ${table.line[first]} (same candidate and rater${width > 1 ? " and dimension" : ""}, ${same}); the first was kept`,
    );
  }
  const kept = (_: number, at: number) => drop[at] === 0;
  return {
    ...table,
    candidate: table.candidate.filter(kept),
    rater: table.rater.filter(kept),
    dimension: table.dimension.filter(kept),
    occasion: table.occasion.filter(kept),
    score: table.score.filter(kept),
    line: table.line.filter(kept),
  };
}
