import type { Ratings } from "../ratings";
import type { Categories } from "./categories";
import type { UnitCounts } from "./counts";

/** Keys below this are found through a table (4 MB), larger ones through a map. */
const WIDEST_KEY_TABLE = 1_048_576;

/**
 * Reads each unit's counts as the digits of one number and gathers equal numbers.
 * Null where the number would not be exact (many values, many raters a unit).
 *
 * Range: patterns 0 up to the units. Unit: ratings. Minimum n: one rating. Undefined: null, as said.
 * Source: Knuth (1998), The Art of Computer Programming 3, 5.2 on distribution counting (ISBN 978-0201896855).
 *
 * @example
 * gatherPatterns(ratings, categories)?.weight; // units (1, 2), (2, 1), (3, 3): weights 2 and 1
 */
export function gatherPatterns(ratings: Ratings, { values, category }: Categories): UnitCounts | null {
  const size = sizes(ratings);
  const base = 1 + size.reduce((most, m) => Math.max(most, m), 0);
  const q = values.length;
  if (base ** q > Number.MAX_SAFE_INTEGER) return null;
  const digit = Float64Array.from(values, (_, c) => base ** c);
  const key = new Float64Array(ratings.units);
  for (let k = 0; k < category.length; k++) {
    const u = ratings.unit[k] ?? 0;
    key[u] = (key[u] ?? 0) + (digit[category[k] ?? 0] ?? 0);
  }
  const { keys, weight } = tally(key, base ** q);
  const category2: number[] = [];
  const count: number[] = [];
  const start = [0];
  for (const whole of keys) {
    let rest = whole;
    for (let c = 0; c < q && rest > 0; c++) {
      const n = rest % base;
      rest = (rest - n) / base;
      if (n === 0) continue;
      category2.push(c);
      count.push(n);
    }
    start.push(category2.length);
  }
  return summarise(values, start, category2, count, weight);
}

/** One pattern a unit: for wide scales, where equal units are rare. */
export function gatherUnits(ratings: Ratings, { values, category }: Categories): UnitCounts {
  const order = stableSort(stableSort(null, category, values.length), ratings.unit, ratings.units);
  const entries: number[] = [];
  const count: number[] = [];
  const start = [0];
  let run = 0;
  for (let k = 0; k < order.length; k++) {
    const at = order[k] ?? 0;
    const after = order[k + 1];
    const sameUnit = after !== undefined && ratings.unit[after] === ratings.unit[at];
    run += 1;
    if (sameUnit && category[after] === category[at]) continue;
    entries.push(category[at] ?? 0);
    count.push(run);
    run = 0;
    if (!sameUnit) start.push(entries.length);
  }
  return summarise(values, start, entries, count, new Array<number>(start.length - 1).fill(1));
}

function sizes({ unit, units }: Ratings): Int32Array {
  const size = new Int32Array(units);
  for (let k = 0; k < unit.length; k++) {
    const u = unit[k] ?? 0;
    size[u] = (size[u] ?? 0) + 1;
  }
  return size;
}

/** The distinct keys but 0 (a unit nobody rated), and how often each occurs. */
function tally(key: Float64Array, below: number): { keys: number[]; weight: number[] } {
  if (below <= WIDEST_KEY_TABLE) {
    const times = new Int32Array(below);
    for (let u = 0; u < key.length; u++) {
      const at = key[u] ?? 0;
      times[at] = (times[at] ?? 0) + 1;
    }
    const keys: number[] = [];
    for (let at = 1; at < below; at++) if (times[at] !== 0) keys.push(at);
    return { keys, weight: keys.map((at) => times[at] ?? 0) };
  }
  const times = new Map<number, number>();
  for (let u = 0; u < key.length; u++) {
    const at = key[u] ?? 0;
    if (at > 0) times.set(at, (times.get(at) ?? 0) + 1);
  }
  const keys = [...times.keys()].sort((a, b) => a - b);
  return { keys, weight: keys.map((at) => times.get(at) ?? 0) };
}

/** Positions ordered by key; equal keys keep the order they came in. */
function stableSort(order: Int32Array | null, key: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (let k = 0; k < key.length; k++) {
    const slot = (key[k] ?? 0) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let k = 1; k <= keys; k++) next[k] = (next[k] ?? 0) + (next[k - 1] ?? 0);
  const sorted = new Int32Array(key.length);
  for (let k = 0; k < key.length; k++) {
    const from = order === null ? k : (order[k] ?? 0);
    const group = key[from] ?? 0;
    const at = next[group] ?? 0;
    sorted[at] = from;
    next[group] = at + 1;
  }
  return sorted;
}

function summarise(
  values: Float64Array,
  start: readonly number[],
  category: readonly number[],
  count: readonly number[],
  weight: readonly number[],
): UnitCounts {
  const size = Int32Array.from(weight, (_, p) => {
    let m = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) m += count[e] ?? 0;
    return m;
  });
  let units = 0;
  let pairableUnits = 0;
  let pairableRatings = 0;
  weight.forEach((w, p) => {
    const m = size[p] ?? 0;
    units += w;
    if (m < 2) return;
    pairableUnits += w;
    pairableRatings += w * m;
  });
  return {
    values,
    start: Int32Array.from(start),
    category: Int32Array.from(category),
    count: Int32Array.from(count),
    size,
    weight: Int32Array.from(weight),
    patterns: weight.length,
    units,
    pairableUnits,
    pairableRatings,
  };
}
