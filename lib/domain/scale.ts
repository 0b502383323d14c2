/** The five dimensions, in rubric order. Keys are fixed for ever; their wording belongs to a rubric version. */
export const DIMENSIONS = ["ownership", "noticing", "consequence", "fix", "calibration"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Calibration is the only two-sided dimension: more is not better there. */
export const LEVEL_DIMENSIONS = ["ownership", "noticing", "consequence", "fix"] as const;

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];
export const LOWEST_LEVEL = 1;
export const HIGHEST_LEVEL = 5;

/** Signed: -2 deflects, 0 is calm and specific, +2 spirals. */
export const POSITIONS = [-2, -1, 0, 1, 2] as const;
export type Position = (typeof POSITIONS)[number];

/** A mark is what a cell holds: a level, or a position where the dimension is calibration. */
export type Mark = Level | Position;

/** What an interviewer said of one dimension. Absence of a rating is a third thing: not rated yet. */
export type RatingValue = { state: "observed"; mark: Mark } | { state: "not-observed" };

export function isBipolar(dimension: Dimension): dimension is "calibration" {
  return dimension === "calibration";
}

/** The five marks a dimension's row offers, low end first. */
export function marksOf(dimension: Dimension): readonly Mark[] {
  return isBipolar(dimension) ? POSITIONS : LEVELS;
}

/** True when `mark` is one of the five cells of that dimension's row. */
export function isMarkOf(dimension: Dimension, mark: number): mark is Mark {
  return (marksOf(dimension) as readonly number[]).includes(mark);
}

/** Extremes need evidence: 1 and 5, and both ends of calibration. */
export function isExtreme(dimension: Dimension, mark: Mark): boolean {
  return isBipolar(dimension) ? Math.abs(mark) === 2 : mark === LOWEST_LEVEL || mark === HIGHEST_LEVEL;
}

/** How a mark is printed: a true minus, and a plus on the spiralling side. */
export function markLabel(dimension: Dimension, mark: Mark): string {
  if (!isBipolar(dimension)) return String(mark);
  return mark > 0 ? `+${mark}` : mark < 0 ? `−${-mark}` : "0";
}

/** Counting keys: what one rating adds one to. Not observed is counted apart from low, never as 0. */
export type MarkKey = `${Mark}` | "not-observed";

export function markKey(value: RatingValue): MarkKey {
  return value.state === "observed" ? `${value.mark}` : "not-observed";
}
