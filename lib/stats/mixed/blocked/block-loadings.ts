import type { BlockedLayout, Pattern } from "./design";
import type { PatternInverse } from "./pattern-inverse";

/**
 * How a block's local effects lean on the kept columns: T = W' V^-1 Z for one local effect, on the
 * columns the block touches. Everything uncertain about local effects goes through it.
 *
 * Unit: none. Range: finite. Undefined: never. Minimum n: one rating in the block.
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * const { columns, loading, own } = blockLoadings(layout, inverses, scale, 0, 0); // block 0, effect 0
 */
export interface BlockLoadings {
  /** The kept columns the block touches. */
  readonly columns: readonly number[];
  /** Group-major: loading[g * columns.length + c], columns scaled. */
  readonly loading: Float64Array;
  /** Diagonal of Z' V^-1 Z, one a group. */
  readonly own: Float64Array;
}

export function blockLoadings(
  layout: BlockedLayout,
  inverses: readonly PatternInverse[],
  scale: Float64Array,
  block: number,
  local: number,
): BlockLoadings {
  const { width, column, coefficient } = layout;
  const pattern = layout.patterns[layout.patternOf[block] as number] as Pattern;
  const { size, inverse: v } = inverses[layout.patternOf[block] as number] as PatternInverse;
  const group = pattern.groups[local] as Int32Array;
  const count = pattern.groupCounts[local] as number;
  const from = layout.start[block] as number;
  // Z'V^-1, group by rating.
  const byGroup = new Float64Array(count * size);
  const own = new Float64Array(count);
  for (let a = 0; a < size; a++) {
    const g = group[a] as number;
    for (let b = 0; b < size; b++) {
      const value = v[a * size + b] as number;
      byGroup[g * size + b] = (byGroup[g * size + b] as number) + value;
      if (group[b] === g) own[g] = (own[g] as number) + value;
    }
  }
  const touched = [...new Set(column.subarray(from * width, (from + size) * width))];
  const place = new Map(touched.map((c, at) => [c, at]));
  const loading = new Float64Array(count * touched.length);
  for (let b = 0; b < size; b++) {
    for (let p = (from + b) * width; p < (from + b + 1) * width; p++) {
      const c = column[p] as number;
      const weight = (coefficient[p] as number) * (scale[c] as number);
      const to = place.get(c) as number;
      for (let g = 0; g < count; g++) {
        const at = g * touched.length + to;
        loading[at] = (loading[at] as number) + weight * (byGroup[g * size + b] as number);
      }
    }
  }
  return { columns: touched, loading, own };
}

/** t' C t for one group's loading. */
export function quadraticForm(
  { columns, loading }: BlockLoadings,
  g: number,
  c: Float64Array,
  size: number,
): number {
  const first = g * columns.length;
  let sum = 0;
  columns.forEach((row, a) => {
    let inner = 0;
    columns.forEach((other, b) => {
      inner += (c[row * size + other] as number) * (loading[first + b] as number);
    });
    sum += inner * (loading[first + a] as number);
  });
  return sum;
}
