import { startsOf } from "../stats/mixed/two-way-layout";
import type { Table } from "./table";

/**
 * Agreement is between people: where somebody scored a candidate more than once, at other times, their first
 * line speaks for them; the later ones would count how far they agree with themselves.
 * Null where nobody repeats: then every row speaks.
 */
export function firstViews(table: Table): { readonly speaks: Uint8Array; readonly repeats: number } | null {
  // Repeats at one time are duplicates and were left out before.
  if (!table.occasion.some((occasion) => occasion !== table.occasion[0])) return null;
  const n = table.score.length;
  const next = startsOf(table.candidate, table.candidates.length).slice();
  const order = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    const i = table.candidate[at] ?? 0;
    order[next[i] ?? 0] = at;
    next[i] = (next[i] ?? 0) + 1;
  }
  const width = Math.max(1, table.dimensions.length);
  const lastCandidate = new Int32Array(table.raters.length * width).fill(-1);
  const speaks = new Uint8Array(n);
  let repeats = 0;
  for (const at of order) {
    const key = (table.rater[at] ?? 0) * width + (table.dimension[at] ?? 0);
    if (lastCandidate[key] === table.candidate[at]) repeats++;
    else speaks[at] = 1;
    lastCandidate[key] = table.candidate[at] ?? 0;
  }
  return repeats > 0 ? { speaks, repeats } : null;
}
