/** How much credit a near miss earns: none, by steps, by squared steps, or by the pairs of ranks between. */
export const WEIGHTINGS = ["unweighted", "linear", "quadratic", "ordinal"] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** Credit between categories a and b, 1 on the diagonal; a flat table of q x q. */
export interface WeightTable {
  readonly credit: Float64Array;
  readonly q: number;
  /** Sum of the whole table: what agreement by even chance would earn. */
  readonly total: number;
}

/**
 * Gwet's weights for a list of categories, ascending. Linear and quadratic go by the values, ordinal by
 * the number of pairs of ranks from one category to the other (fixed, unlike Krippendorff's distances).
 *
 * Range: credit 0 to 1. Unit: none. Minimum n: one category. Undefined: never.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, ch. 3 (ISBN 978-0970806284).
 *
 * @example
 * weightTable([1, 2, 3], "quadratic").credit; // 1, .75, 0, .75, 1, .75, 0, .75, 1
 */
export function weightTable(categories: ArrayLike<number>, weighting: Weighting): WeightTable {
  const q = categories.length;
  const span = Math.abs((categories[q - 1] ?? 0) - (categories[0] ?? 0)) || 1;
  const credit = new Float64Array(q * q);
  let total = 0;
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      const gap = Math.abs((categories[a] ?? 0) - (categories[b] ?? 0)) / span;
      const one = a === b ? 1 : creditFor(weighting, gap, Math.abs(a - b) + 1, q);
      credit[a * q + b] = one;
      total += one;
    }
  }
  return { credit, q, total };
}

function creditFor(weighting: Weighting, gap: number, ranks: number, q: number): number {
  if (weighting === "linear") return 1 - gap;
  if (weighting === "quadratic") return 1 - gap * gap;
  if (weighting === "ordinal") return 1 - (ranks * (ranks - 1)) / (q * (q - 1));
  return 0;
}
