import {
  type Dimension,
  HIGHEST_LEVEL,
  isBipolar,
  LEVELS,
  LOWEST_LEVEL,
  POSITIONS,
  type Position,
} from "@/lib/domain/scale";

export interface Axis {
  domain: readonly [number, number];
  ticks: readonly number[];
}

/** Levels are drawn on the whole rubric scale: a 2.9-to-3.1 gap must not fill the chart. */
export const levelAxis: Axis = { domain: [LOWEST_LEVEL, HIGHEST_LEVEL], ticks: LEVELS };

/** Both sides of calibration always, so that an empty side is seen to be empty. */
export const positionAxis: Axis = { domain: [-2, 2], ticks: POSITIONS };

/** Agreement: 1 is complete, 0 is chance; below 0 (worse than chance) is drawn at the edge and printed as it is. */
export const agreementAxis: Axis = { domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] };

/** Signed points between a mark and its reference: the whole of what two marks can differ by. */
export const gapAxis: Axis = { domain: [-4, 4], ticks: [-4, -2, 0, 2, 4] };

/** Severities in score points about the panel's own level; two points is half of the whole scale. */
export const severityAxis: Axis = { domain: [-2, 2], ticks: [-2, -1, 0, 1, 2] };

/** Reliability of a score: 0 is chance, 1 would be the same with any interviewers. */
export const reliabilityAxis: Axis = { domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] };

/** Correlations: 1 moves together, 0 not at all, −1 against each other. */
export const correlationAxis: Axis = { domain: [-1, 1], ticks: [-1, -0.5, 0, 0.5, 1] };

/** How far one's own scores move with the others': 0 not at all, 1 as far; beyond 1.5 is drawn at the edge and printed. */
export const slopeAxis: Axis = { domain: [-0.5, 1.5], ticks: [-0.5, 0, 0.5, 1, 1.5] };

/** Shares run from none to all. */
export const shareAxis: Axis = { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] };

export function axisOf(dimension: Dimension): Axis {
  return isBipolar(dimension) ? positionAxis : levelAxis;
}

/** Where a value stands between two pixels. Values beyond the scale stop at its ends. */
export function placed(axis: Axis, [from, to]: readonly [number, number], value: number): number {
  const [low, high] = axis.domain;
  const within = Math.min(high, Math.max(low, value));
  return from + ((within - low) / (high - low)) * (to - from);
}

/** Pixels between two neighbouring ticks. */
export function pitch(axis: Axis, [from, to]: readonly [number, number]): number {
  return (to - from) / (axis.ticks.length - 1);
}

/** For each mark in order, how many equal ones came before it: the height of its dot in the stack. */
export function stacked(marks: readonly number[]): number[] {
  const seen = new Map<number, number>();
  return marks.map((mark) => {
    const height = seen.get(mark) ?? 0;
    seen.set(mark, height + 1);
    return height;
  });
}

/** The tallest stack, so that plots in one row share their height. */
export function tallest(marks: readonly number[]): number {
  return Math.max(0, ...stacked(marks).map((height) => height + 1));
}

/** One sequential ramp, low to high. The number is always printed beside it. */
export function levelColor(level: number): string {
  return `var(--level-${level})`;
}

/** Orange deflects, purple spirals; the sign is always printed beside it. */
export function positionColor(position: Position): string {
  return `var(--cal-${position})`;
}

export function markColor(dimension: Dimension, mark: number): string {
  return isBipolar(dimension) ? positionColor(mark as Position) : levelColor(mark);
}
