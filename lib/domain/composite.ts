import type { Fold, Weights } from "./rubric";
import {
  DIMENSIONS,
  type Dimension,
  isBipolar,
  type Mark,
  type MarkKey,
  markKey,
  marksOf,
  type Position,
  type RatingValue,
} from "./scale";

/** Fewer observed dimensions than this and the composite is "incomplete", never a number (product.md). */
export const OBSERVED_DIMENSIONS_NEEDED = 4;

/** How many ratings stand at each mark of one dimension. Integers only: exact under +1 and -1. */
export type MarkCounts = Partial<Record<MarkKey, number>>;
export type DimensionCounts = Partial<Record<Dimension, MarkCounts>>;

/** One scorecard's ratings as counts of one: a scorecard is a panel of one, by the same formula. */
export function countsOfOne(ratings: Partial<Record<Dimension, RatingValue>>): DimensionCounts {
  const counts: DimensionCounts = {};
  for (const dimension of DIMENSIONS) {
    const rating = ratings[dimension];
    if (rating) counts[dimension] = { [markKey(rating)]: 1 };
  }
  return counts;
}

/** How often each mark was given. */
export function markCounts(ratings: Iterable<RatingValue>): MarkCounts {
  const counts: MarkCounts = {};
  for (const rating of ratings) counts[markKey(rating)] = (counts[markKey(rating)] ?? 0) + 1;
  return counts;
}

/** A rating folded to 1-5. Folded per rating, before any mean: +2 and -2 must not cancel. */
export function qualityOf(dimension: Dimension, mark: Mark, fold: Fold): number {
  return isBipolar(dimension) ? fold[`${mark as Position}`] : mark;
}

export interface QualitySummary {
  mean: number;
  n: number;
}

/** Mean folded quality of one dimension with the number of ratings behind it; null when nobody observed it. */
export function qualitySummary(dimension: Dimension, counts: MarkCounts, fold: Fold): QualitySummary | null {
  let sum = 0;
  let n = 0;
  for (const mark of marksOf(dimension)) {
    const count = counts[`${mark}`];
    if (!count) continue;
    sum += qualityOf(dimension, mark, fold) * count;
    n += count;
  }
  return n === 0 ? null : { mean: sum / n, n };
}

export type Composite =
  | { state: "complete"; value: number; dimensions: number }
  | { state: "incomplete"; dimensions: number; needed: number };

/** Ratings scored on one rubric version, with what that version says of them. */
export interface CountedOn {
  counts: DimensionCounts;
  weights: Weights;
  fold: Fold;
}

/** Mean folded quality of one dimension, and what the dimension weighs for the ratings behind it. */
export interface PanelQuality extends QualitySummary {
  weight: number;
}

/** One dimension over all versions: every rating folded by its own; and what the dimension weighs for them. */
export function panelQuality(dimension: Dimension, parts: readonly CountedOn[]): PanelQuality | null {
  let sum = 0;
  let weight = 0;
  let n = 0;
  for (const { counts, weights, fold } of parts) {
    const quality = qualitySummary(dimension, counts[dimension] ?? {}, fold);
    if (quality === null) continue;
    sum += quality.mean * quality.n;
    weight += weights[dimension] * quality.n;
    n += quality.n;
  }
  return n === 0 ? null : { mean: sum / n, weight: weight / n, n };
}

/**
 * The one composite: the weighted mean of the dimensions' mean qualities, over observed dimensions only.
 * Range 1-5. The same formula serves one scorecard and a whole panel: a scorecard is a panel of one. Where a panel
 * scored on several rubric versions, each rating brings its own version's fold and weight.
 * @example ownership 4, noticing 5, fix 3, calibration 0 (folds to 5), weights 25/30/20/15:
 * (25*4 + 30*5 + 20*3 + 15*5) / 90 = 4.28
 */
export function panelComposite(parts: readonly CountedOn[]): Composite {
  return compositeOfQualities(DIMENSIONS.map((dimension) => panelQuality(dimension, parts)));
}

/** The same where the dimensions' qualities are at hand; null stands for a dimension that nobody observed. */
export function compositeOfQualities(qualities: readonly (PanelQuality | null)[]): Composite {
  let sum = 0;
  let weight = 0;
  let dimensions = 0;
  for (const quality of qualities) {
    if (quality === null) continue;
    sum += quality.weight * quality.mean;
    weight += quality.weight;
    dimensions += 1;
  }
  if (dimensions < OBSERVED_DIMENSIONS_NEEDED || weight === 0) {
    return { state: "incomplete", dimensions, needed: OBSERVED_DIMENSIONS_NEEDED };
  }
  return { state: "complete", value: sum / weight, dimensions };
}

/** The same of ratings that were all scored on one version. */
export function compositeOf(counts: DimensionCounts, weights: Weights, fold: Fold): Composite {
  return panelComposite([{ counts, weights, fold }]);
}

/** True when one interviewer heard deflection and another heard spiralling: a split, not a calm candidate. */
export function isSplit(counts: MarkCounts): boolean {
  const low = (counts["-2"] ?? 0) + (counts["-1"] ?? 0);
  const high = (counts["1"] ?? 0) + (counts["2"] ?? 0);
  return low > 0 && high > 0;
}
