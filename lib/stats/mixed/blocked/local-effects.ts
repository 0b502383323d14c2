import type { BlockedLayout, Pattern } from "./design";

/** Sums of a rating column over each group of one local effect, block after block. */
export interface GroupSums {
  readonly start: Int32Array;
  readonly sum: Float64Array;
}

/**
 * Sums over the groups of a local effect: Z'x. With x = P y they are the effect's BLUPs over its ratio.
 *
 * Unit: that of x. Range: finite. Undefined: never. Minimum n: none.
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * groupSums(layout, 0, system.projected).sum[0]; // of the first block's first group
 */
export function groupSums(layout: BlockedLayout, local: number, x: Float64Array): GroupSums {
  const start = groupStarts(layout, local);
  const sum = new Float64Array(start[layout.blocks] as number);
  for (let i = 0; i < layout.blocks; i++) {
    const { size, groups } = layout.patterns[layout.patternOf[i] as number] as Pattern;
    const group = groups[local] as Int32Array;
    const from = layout.start[i] as number;
    const first = start[i] as number;
    for (let a = 0; a < size; a++) {
      const at = first + (group[a] as number);
      sum[at] = (sum[at] as number) + (x[from + a] as number);
    }
  }
  return { start, sum };
}

/** The sums given back to each rating: Z Z'x. */
export function spreadGroups(layout: BlockedLayout, local: number, { start, sum }: GroupSums): Float64Array {
  const out = new Float64Array(layout.ratings);
  for (let i = 0; i < layout.blocks; i++) {
    const { size, groups } = layout.patterns[layout.patternOf[i] as number] as Pattern;
    const group = groups[local] as Int32Array;
    const from = layout.start[i] as number;
    for (let a = 0; a < size; a++) out[from + a] = sum[(start[i] as number) + (group[a] as number)] as number;
  }
  return out;
}

function groupStarts(layout: BlockedLayout, local: number): Int32Array {
  const start = new Int32Array(layout.blocks + 1);
  for (let i = 0; i < layout.blocks; i++) {
    const count = (layout.patterns[layout.patternOf[i] as number] as Pattern).groupCounts[local] as number;
    start[i + 1] = (start[i] as number) + count;
  }
  return start;
}
