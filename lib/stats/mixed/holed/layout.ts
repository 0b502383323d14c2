import type { Sheets } from "../sheets";
import { startsOf } from "../two-way-layout";

/**
 * Sheets with holes laid out for the model of several dimensions: a unit and a rater each have one effect a dimension,
 * a sheet one of its own on all it holds. The side with more levels drops out level by level; the other is kept.
 * Cells stand sheet by sheet, `dimensions` to a sheet, 0 where a sheet has a hole.
 *
 * Unit: score points. Range: levels 0 .. count-1. Undefined: never. Minimum n: none.
 * Source: Searle, Casella & McCulloch (1992), Variance Components, https://doi.org/10.1002/9780470316856
 *
 * @example
 * layOutHoled(sheetsOf(ratings, dimension, 5), 5).cells; // how many of sheets x 5 were rated
 */
export interface HoledLayout {
  readonly dimensions: number;
  readonly sheets: number;
  readonly eliminated: number;
  readonly kept: number;
  readonly keptIsRater: boolean;
  /** First sheet of each eliminated level, and the end. */
  readonly start: Int32Array;
  readonly keptOf: Int32Array;
  /** About the dimension's mean. */
  readonly score: Float64Array;
  /** 1 where the cell was rated. */
  readonly mask: Float64Array;
  /** Cells rated in each sheet. */
  readonly filled: Float64Array;
  readonly cells: number;
}

export function layOutHoled({ composite, cells }: Sheets, dimensions: number): HoledLayout {
  const { unit, rater, units, raters } = composite;
  const keptIsRater = raters <= units;
  const [of, keptBy, eliminated, kept] = keptIsRater
    ? [unit, rater, units, raters]
    : [rater, unit, raters, units];
  const sheets = of.length;
  const start = startsOf(of, eliminated);
  const next = start.slice();
  const keptOf = new Int32Array(sheets);
  const score = new Float64Array(sheets * dimensions);
  const mask = new Float64Array(sheets * dimensions);
  const filled = new Float64Array(sheets);
  const sum = new Float64Array(dimensions);
  const count = new Float64Array(dimensions);
  for (let from = 0; from < sheets; from++) {
    const i = of[from] as number;
    const s = next[i] as number;
    next[i] = s + 1;
    keptOf[s] = keptBy[from] as number;
    for (let d = 0; d < dimensions; d++) {
      const value = cells[from * dimensions + d] as number;
      if (Number.isNaN(value)) continue;
      score[s * dimensions + d] = value;
      mask[s * dimensions + d] = 1;
      filled[s] = (filled[s] as number) + 1;
      sum[d] = (sum[d] as number) + value;
      count[d] = (count[d] as number) + 1;
    }
  }
  for (let at = 0; at < score.length; at++) {
    const d = at % dimensions;
    score[at] = (mask[at] as number) * ((score[at] as number) - (sum[d] as number) / (count[d] || 1));
  }
  const rated = count.reduce((total, n) => total + n, 0);
  return {
    dimensions,
    sheets,
    eliminated,
    kept,
    keptIsRater,
    start,
    keptOf,
    score,
    mask,
    filled,
    cells: rated,
  };
}

/** Sums of a cell vector over each level and dimension of both sides, and over each sheet. */
export interface GroupSums {
  readonly eliminated: Float64Array;
  readonly kept: Float64Array;
  readonly sheet: Float64Array;
  readonly cell: Float64Array;
}

export function groupSums(layout: HoledLayout, cell: Float64Array): GroupSums {
  const { dimensions: D, eliminated, kept, start, keptOf, sheets } = layout;
  const ofEliminated = new Float64Array(eliminated * D);
  const ofKept = new Float64Array(kept * D);
  const sheet = new Float64Array(sheets);
  for (let i = 0; i < eliminated; i++) {
    for (let s = start[i] as number; s < (start[i + 1] as number); s++) {
      const j = (keptOf[s] as number) * D;
      for (let d = 0; d < D; d++) {
        const value = cell[s * D + d] as number;
        ofEliminated[i * D + d] = (ofEliminated[i * D + d] as number) + value;
        ofKept[j + d] = (ofKept[j + d] as number) + value;
        sheet[s] = (sheet[s] as number) + value;
      }
    }
  }
  return { eliminated: ofEliminated, kept: ofKept, sheet, cell };
}

/** a' Z Z' b for each component: general and own of the eliminated side, of the kept one, sheet, residual. */
export function componentProducts(layout: HoledLayout, a: GroupSums, b: GroupSums): number[] {
  const D = layout.dimensions;
  const general = (x: Float64Array, y: Float64Array) => {
    let sum = 0;
    for (let at = 0; at < x.length; at += D) {
      let [first, second] = [0, 0];
      for (let d = 0; d < D; d++) {
        first += x[at + d] as number;
        second += y[at + d] as number;
      }
      sum += first * second;
    }
    return sum;
  };
  return [
    general(a.eliminated, b.eliminated),
    product(a.eliminated, b.eliminated),
    general(a.kept, b.kept),
    product(a.kept, b.kept),
    product(a.sheet, b.sheet),
    product(a.cell, b.cell),
  ];
}

/** Z Z' of one component applied to what was summed: each cell gets the sum of its group. */
export function spread(layout: HoledLayout, sums: GroupSums, component: number): Float64Array {
  const { dimensions: D, eliminated, start, keptOf, mask } = layout;
  const out = new Float64Array(mask.length);
  const side = component < 2 ? sums.eliminated : sums.kept;
  const whole = component % 2 === 0;
  for (let i = 0; i < eliminated; i++) {
    for (let s = start[i] as number; s < (start[i + 1] as number); s++) {
      const level = (component < 2 ? i : (keptOf[s] as number)) * D;
      let total = component === 4 ? (sums.sheet[s] as number) : 0;
      if (component < 4 && whole) for (let d = 0; d < D; d++) total += side[level + d] as number;
      for (let d = 0; d < D; d++) {
        const own = component < 4 && !whole ? (side[level + d] as number) : total;
        out[s * D + d] = (mask[s * D + d] as number) * own;
      }
    }
  }
  return out;
}

export function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < x.length; at++) sum += (x[at] as number) * (y[at] as number);
  return sum;
}
