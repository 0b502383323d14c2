/** Whole scores within a span this wide are numbered by a table, other scores by a map. */
const WIDEST_TABLE = 4096;

/** Scores as numbers of categories: values[category[k]] is score k; values ascend. */
export interface Categories {
  readonly values: Float64Array;
  readonly category: Int32Array;
}

/**
 * Numbers the distinct scores in ascending order.
 *
 * Range: categories 0 to one less than the distinct scores. Unit: none. Minimum n: one score.
 * Undefined: never; an empty list has no categories.
 * Source: Knuth (1998), The Art of Computer Programming 3, 5.2 on distribution counting (ISBN 978-0201896855).
 *
 * @example
 * categorise(Float64Array.of(4, 1, 4)); // values [1, 4], category [1, 0, 1]
 */
export function categorise(score: Float64Array): Categories {
  if (score.length === 0) return { values: new Float64Array(0), category: new Int32Array(0) };
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let k = 0; k < score.length; k++) {
    const value = score[k] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value !== Math.floor(value)) whole = false;
  }
  return whole && high - low < WIDEST_TABLE ? byTable(score, low, high) : byMap(score);
}

/** One pass writes offsets from the lowest score; only a scale with gaps needs a second to close them. */
function byTable(score: Float64Array, low: number, high: number): Categories {
  const category = new Int32Array(score.length);
  const place = new Int32Array(high - low + 1);
  for (let k = 0; k < score.length; k++) {
    const offset = (score[k] ?? low) - low;
    category[k] = offset;
    place[offset] = 1;
  }
  const values: number[] = [];
  for (let at = 0; at < place.length; at++) if (place[at] === 1) place[at] = values.push(at + low) - 1;
  if (values.length < place.length) {
    for (let k = 0; k < category.length; k++) category[k] = place[category[k] ?? 0] ?? 0;
  }
  return { values: Float64Array.from(values), category };
}

function byMap(score: Float64Array): Categories {
  const values = Float64Array.from(new Set(score)).sort();
  const place = new Map<number, number>();
  for (let at = 0; at < values.length; at++) place.set(values[at] ?? 0, at);
  return { values, category: Int32Array.from(score, (value) => place.get(value) ?? 0) };
}
