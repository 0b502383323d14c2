import type { Ratings } from "../ratings";

/**
 * Who rated whom, each pair once: units are nodes 0 .. units-1, rater r is node units + r.
 * The neighbours of node v are next[start[v]] .. next[start[v + 1] - 1].
 */
export interface RatingGraph {
  readonly units: number;
  readonly raters: number;
  readonly start: Int32Array;
  readonly next: Int32Array;
}

/**
 * The graph of a table in O(ratings); several ratings of one pair (dimensions, repeats) are one edge.
 *
 * Range: nodes 0 to units + raters - 1. Unit: none. Minimum n: none. Undefined: never.
 * Source: Weeks & Williams (1964) on connectedness of designs, https://doi.org/10.1080/00401706.1964.10490188
 *
 * @example
 * ratingGraph(ratingsOfTable([[4, 3]])).next; // unit 0 to nodes 1 and 2, each back to 0
 */
export function ratingGraph({ unit, rater, units, raters }: Ratings): RatingGraph {
  const ofUnit = lists(unit, rater, units);
  const kept = distinct(ofUnit, raters);
  const from = new Int32Array(kept.next.length);
  for (let u = 0; u < units; u++) from.fill(u, kept.start[u], kept.start[u + 1]);
  const ofRater = lists(kept.next, from, raters);
  const edges = kept.next.length;
  const start = new Int32Array(units + raters + 1);
  start.set(kept.start);
  for (let r = 0; r <= raters; r++) start[units + r] = edges + (ofRater.start[r] ?? 0);
  const next = new Int32Array(2 * edges);
  for (let k = 0; k < edges; k++) {
    next[k] = units + (kept.next[k] ?? 0);
    next[edges + k] = ofRater.next[k] ?? 0;
  }
  return { units, raters, start, next };
}

interface Lists {
  readonly start: Int32Array;
  readonly next: Int32Array;
}

/** Values grouped by key, in the order they came. */
function lists(key: Int32Array, value: Int32Array, keys: number): Lists {
  const start = new Int32Array(keys + 1);
  for (let k = 0; k < key.length; k++) start[(key[k] ?? 0) + 1] = (start[(key[k] ?? 0) + 1] ?? 0) + 1;
  for (let k = 1; k <= keys; k++) start[k] = (start[k] ?? 0) + (start[k - 1] ?? 0);
  const at = start.slice();
  const next = new Int32Array(key.length);
  for (let k = 0; k < key.length; k++) {
    const group = key[k] ?? 0;
    const place = at[group] ?? 0;
    next[place] = value[k] ?? 0;
    at[group] = place + 1;
  }
  return { start, next };
}

function distinct({ start, next }: Lists, values: number): Lists {
  const seenBy = new Int32Array(values).fill(-1);
  const keptStart = new Int32Array(start.length);
  const kept = new Int32Array(next.length);
  let size = 0;
  for (let u = 0; u + 1 < start.length; u++) {
    for (let k = start[u] ?? 0; k < (start[u + 1] ?? 0); k++) {
      const value = next[k] ?? 0;
      if (seenBy[value] === u) continue;
      seenBy[value] = u;
      kept[size] = value;
      size += 1;
    }
    keptStart[u + 1] = size;
  }
  return { start: keptStart, next: kept.slice(0, size) };
}
