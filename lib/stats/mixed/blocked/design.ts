import { startsOf } from "../two-way-layout";

/**
 * A mixed model whose ratings fall into blocks (one a unit). Within a block, local effects make
 * ratings alike: one group of ratings a level. Across blocks, kept terms (raters, slopes, fixed effects)
 * are solved together. Blocks of the same shape share one pattern, worked out once.
 *
 * Range: levels 0 .. count-1. Undefined: never. Minimum n: none.
 * Unit: score points.
 * Source: Bates et al. (2015), 5.3, https://doi.org/10.18637/jss.v067.i01 (elimination of a nested block)
 *
 * @example
 * layOutBlocks({ block, blocks: 60, score, local: [all, dimension, rater], kept: [raters, raterByDimension, means] });
 */
export interface KeptTerm {
  readonly level: Int32Array;
  readonly levels: number;
  /** What the level's effect is multiplied by; null for 1 (a slope has time here). */
  readonly coefficient: Float64Array | null;
}

export interface BlockedDesign {
  readonly block: Int32Array;
  readonly blocks: number;
  readonly score: Float64Array;
  /** One code a rating for each local effect; equal codes in a block share the effect. */
  readonly local: readonly Int32Array[];
  readonly random: readonly KeptTerm[];
  readonly fixed: readonly KeptTerm[];
}

export interface Pattern {
  readonly size: number;
  /** For each local effect, the group of each rating of the block, 0-based. */
  readonly groups: readonly Int32Array[];
  readonly groupCounts: readonly number[];
}

export interface BlockedLayout {
  readonly ratings: number;
  readonly blocks: number;
  readonly locals: number;
  readonly start: Int32Array;
  readonly score: Float64Array;
  readonly centre: number;
  readonly patterns: readonly Pattern[];
  readonly patternOf: Int32Array;
  /** `width` kept columns a rating, with their coefficients. */
  readonly width: number;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
  readonly columns: number;
  /** First column of each random term, then of the fixed part, then the end. */
  readonly termStart: readonly number[];
  readonly fixedFrom: number;
  /** The input position of each rating. */
  readonly source: Int32Array;
}

export function layOutBlocks(design: BlockedDesign): BlockedLayout {
  const n = design.score.length;
  const start = startsOf(design.block, design.blocks);
  const source = sortedWithinBlocks(design, start);
  const terms = [...design.random, ...design.fixed];
  const width = terms.length;
  const firsts: number[] = [];
  let columns = 0;
  for (const term of terms) {
    firsts.push(columns);
    columns += term.levels;
  }
  const column = new Int32Array(n * width);
  const coefficient = new Float64Array(n * width).fill(1);
  const score = new Float64Array(n);
  const centre = n === 0 ? 0 : design.score.reduce((sum, x) => sum + x, 0) / n;
  for (let at = 0; at < n; at++) {
    const from = source[at] as number;
    score[at] = (design.score[from] as number) - centre;
    terms.forEach((term, w) => {
      column[at * width + w] = (firsts[w] as number) + (term.level[from] as number);
      if (term.coefficient !== null) coefficient[at * width + w] = term.coefficient[from] as number;
    });
  }
  const fixedFrom = design.fixed.length > 0 ? (firsts[design.random.length] as number) : columns;
  const { patterns, patternOf } = patternsOf(design, start, source);
  return {
    ratings: n,
    blocks: design.blocks,
    locals: design.local.length,
    start,
    score,
    centre,
    patterns,
    patternOf,
    width,
    column,
    coefficient,
    columns,
    termStart: [...firsts.slice(0, design.random.length), fixedFrom, columns],
    fixedFrom,
    source,
  };
}

/** Ratings by block, and within a block by their local codes, so that like blocks look alike. */
function sortedWithinBlocks({ block, blocks, local }: BlockedDesign, start: Int32Array): Int32Array {
  const next = start.slice();
  const source = new Int32Array(block.length);
  block.forEach((i, from) => {
    const at = next[i] as number;
    next[i] = at + 1;
    source[at] = from;
  });
  const codes = [...local].reverse();
  for (let i = 0; i < blocks; i++) {
    source.subarray(start[i], start[i + 1]).sort((a, b) => {
      for (const code of codes) {
        const difference = (code[a] as number) - (code[b] as number);
        if (difference !== 0) return difference;
      }
      return a - b;
    });
  }
  return source;
}

function patternsOf({ blocks, local }: BlockedDesign, start: Int32Array, source: Int32Array) {
  const patterns: Pattern[] = [];
  const known = new Map<string, number>();
  const patternOf = new Int32Array(blocks);
  for (let i = 0; i < blocks; i++) {
    const members = source.subarray(start[i], start[i + 1]);
    const found = local.map((code) => numbered(members, code));
    const key = found.map(({ group }) => group.join()).join(";");
    const at = known.get(key) ?? patterns.length;
    if (at === patterns.length) {
      known.set(key, at);
      patterns.push({
        size: members.length,
        groups: found.map(({ group }) => group),
        groupCounts: found.map(({ count }) => count),
      });
    }
    patternOf[i] = at;
  }
  return { patterns, patternOf };
}

function numbered(members: Int32Array, code: Int32Array): { group: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const group = members.map((from) => {
    const level = code[from] as number;
    const number = numbers.get(level) ?? numbers.size;
    numbers.set(level, number);
    return number;
  });
  return { group, count: numbers.size };
}
