import type { Disagreement, Margins } from "./disagreement";

/** Above this many distinct values the leave-one-out table would pass 33 MB; the sums themselves need none. */
export const MOST_ORDINAL_VALUES = 2048;

/**
 * Squared number of ratings between the two values. That is the squared difference of their mid-ranks,
 * so the sums need no pairs; but the ranks move with the margins, so leaving a unit out moves every rank.
 * With L = diag(n) - coincidences, seen = 2 v'Lv and leaving a unit out changes v by the unit's own mid-ranks:
 * three sums over the unit's entries, from tables made once.
 *
 * Range: 0 up. Unit: ratings cubed. Minimum n: one unit rated twice. Undefined: never, given margins.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * // Krippendorff (2011), 4 x 12: seen / 40 = 47.275, by chance / (40 x 39) = 256.077
 * ordinalDisagreement(margins);
 */
export function ordinalDisagreement(margins: Margins): Disagreement {
  const { counts, perCategory, ratings } = margins;
  const { start, category, count, size } = counts;
  const rank = midRanks(perCategory);
  let cubes = 0;
  for (const n of perCategory) cubes += cube(n);
  let form = 0;
  for (let p = 0; p < counts.patterns; p++) form += (counts.weight[p] ?? 0) * ownForm(margins, rank, p, 0);
  let tables: ReturnType<typeof leaveOutTables> | null = null;
  const without = (p: number) => {
    tables ??= leaveOutTables(margins, rank);
    const { first, second } = tables;
    const q = perCategory.length;
    let moved = 0;
    let cubesLeft = cubes;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      const c = category[e] ?? 0;
      const own = count[e] ?? 0;
      const all = perCategory[c] ?? 0;
      cubesLeft += cube(all - own) - cube(all);
      moved -= 2 * own * (first[c] ?? 0);
      for (let f = start[p] ?? 0; f < (start[p + 1] ?? 0); f++) {
        moved += own * (count[f] ?? 0) * (second[c * q + (category[f] ?? 0)] ?? 0);
      }
    }
    const left = ratings - (size[p] ?? 0);
    return {
      seen: 2 * (form + moved - ownForm(margins, rank, p, 1)),
      byChance: (left * (cube(left) - cubesLeft)) / 6,
    };
  };
  return { seen: 2 * form, byChance: (ratings * (cube(ratings) - cubes)) / 6, without };
}

function cube(n: number): number {
  return n * n * n;
}

function midRanks(perCategory: Float64Array): Float64Array {
  let below = 0;
  return perCategory.map((n) => {
    below += n;
    return below - n / 2;
  });
}

/** x'Lx of one unit, where x is the rank, less (if `leftOut` is 1) the ranks the unit itself takes up. */
function ownForm({ counts }: Margins, rank: Float64Array, p: number, leftOut: 0 | 1): number {
  const m = counts.size[p] ?? 0;
  if (m < 2) return 0;
  const origin = rank[counts.category[counts.start[p] ?? 0] ?? 0] ?? 0;
  let below = 0;
  let sum = 0;
  let squares = 0;
  for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
    const n = counts.count[e] ?? 0;
    const x = (rank[counts.category[e] ?? 0] ?? 0) - origin - leftOut * (below + n / 2);
    below += n;
    sum += n * x;
    squares += n * x * x;
  }
  return (m * squares - sum * sum) / (m - 1);
}

/**
 * A rating in category g lifts the ranks above g by 1 and its own by a half: s(g)/2 + s(g + 1)/2 with s
 * the step at g. `first` is that lift times Lv, `second` the lift of g times L times the lift of h.
 */
function leaveOutTables(margins: Margins, rank: Float64Array): { first: Float64Array; second: Float64Array } {
  const q = rank.length;
  const laplacian = laplacianOf(margins);
  const stepFirst = new Float64Array(q + 1);
  const steps = new Float64Array((q + 1) * (q + 1));
  for (let g = q - 1; g >= 0; g--) {
    let row = 0;
    let applied = 0;
    for (let h = q - 1; h >= 0; h--) {
      const cell = laplacian[g * q + h] ?? 0;
      row += cell;
      applied += cell * (rank[h] ?? 0);
      steps[g * (q + 1) + h] = (steps[(g + 1) * (q + 1) + h] ?? 0) + row;
    }
    stepFirst[g] = (stepFirst[g + 1] ?? 0) + applied;
  }
  const first = new Float64Array(q);
  const second = new Float64Array(q * q);
  for (let g = 0; g < q; g++) {
    first[g] = ((stepFirst[g] ?? 0) + (stepFirst[g + 1] ?? 0)) / 2;
    for (let h = 0; h < q; h++) {
      const at = g * (q + 1) + h;
      const four =
        (steps[at] ?? 0) + (steps[at + 1] ?? 0) + (steps[at + q + 1] ?? 0) + (steps[at + q + 2] ?? 0);
      second[g * q + h] = four / 4;
    }
  }
  return { first, second };
}

function laplacianOf({ counts, perCategory }: Margins): Float64Array {
  const { start, category, count, size } = counts;
  const q = perCategory.length;
  const table = new Float64Array(q * q);
  for (let c = 0; c < q; c++) table[c * q + c] = perCategory[c] ?? 0;
  for (let p = 0; p < counts.patterns; p++) {
    const m = size[p] ?? 0;
    if (m < 2) continue;
    const w = counts.weight[p] ?? 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      const n = count[e] ?? 0;
      for (let f = start[p] ?? 0; f < (start[p + 1] ?? 0); f++) {
        const at = (category[e] ?? 0) * q + (category[f] ?? 0);
        table[at] = (table[at] ?? 0) - (w * n * ((count[f] ?? 0) - (e === f ? 1 : 0))) / (m - 1);
      }
    }
  }
  return table;
}
