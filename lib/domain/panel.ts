import type { DimensionCounts, MarkCounts } from "./composite";
import { isSplit } from "./composite";
import { DIMENSIONS, type Dimension, isBipolar, type Mark, type RatingValue } from "./scale";
import { contradictions, type Trap } from "./traps";

/** Agreement is between people: one rating says nothing about it. */
export const RATINGS_PER_UNIT = 2;

/** Interviewers this far apart heard different answers; one point apart is what levels are. */
export const SPREAD_TO_DEBRIEF = 2;

/** Largest differences run from 0 to 4 on either scale. */
const SPREADS = 5;

/** The marks that were given, low end first, each as often as it was given; "not observed" left out. */
export function marksIn(counts: MarkCounts): Mark[] {
  return Object.entries(counts)
    .flatMap(([key, count]) => (key === "not-observed" ? [] : Array<Mark>(count).fill(Number(key) as Mark)))
    .sort((a, b) => a - b);
}

/** Lowest and highest mark of one candidate's dimension; null below two observed ratings. */
export function markRange(counts: MarkCounts): { from: Mark; to: Mark } | null {
  const marks = marksIn(counts);
  const from = marks[0];
  const to = marks.at(-1);
  return marks.length < RATINGS_PER_UNIT || from === undefined || to === undefined ? null : { from, to };
}

/** How many candidates have a largest difference of 0, 1, 2, 3, 4 points. */
export function spreadCounts(units: readonly MarkCounts[]): number[] {
  const counts = Array<number>(SPREADS).fill(0);
  for (const unit of units) {
    const range = markRange(unit);
    if (range) counts[range.to - range.from] = (counts[range.to - range.from] ?? 0) + 1;
  }
  return counts;
}

/** Why a panel should talk about one candidate before anybody decides. */
export type DebriefReason =
  | { kind: "split"; from: number; to: number }
  | { kind: "spread"; dimension: Dimension; from: number; to: number }
  | { kind: "trap"; trap: Trap; dimension: Dimension; level: number };

/**
 * The reasons for one candidate: both sides of calibration heard, marks two or more points apart, or a trap that
 * somebody flagged while somebody (the same person or another) gave a level that speaks against it.
 */
export function debriefReasons(counts: DimensionCounts, flagged: readonly Trap[]): DebriefReason[] {
  const reasons: DebriefReason[] = [];
  const highest: Partial<Record<Dimension, RatingValue>> = {};
  for (const dimension of DIMENSIONS) {
    const marks = counts[dimension] ?? {};
    const range = markRange(marks);
    if (range && isBipolar(dimension) && isSplit(marks)) reasons.unshift({ kind: "split", ...range });
    else if (range && range.to - range.from >= SPREAD_TO_DEBRIEF) {
      reasons.push({ kind: "spread", dimension, ...range });
    }
    const top = marksIn(marks).at(-1);
    if (top !== undefined) highest[dimension] = { state: "observed", mark: top };
  }
  const against = contradictions([...new Set(flagged)], highest);
  return [...reasons, ...against.map((each) => ({ kind: "trap" as const, ...each }))];
}

/** Order of the queue: splits first, then the widest difference, then the number of reasons. */
export function byDisagreement(
  a: { reasons: readonly DebriefReason[] },
  b: { reasons: readonly DebriefReason[] },
): number {
  const split = (reasons: readonly DebriefReason[]) => Number(reasons.some(({ kind }) => kind === "split"));
  const widest = (reasons: readonly DebriefReason[]) =>
    Math.max(0, ...reasons.map((reason) => (reason.kind === "trap" ? 0 : reason.to - reason.from)));
  return (
    split(b.reasons) - split(a.reasons) ||
    widest(b.reasons) - widest(a.reasons) ||
    b.reasons.length - a.reasons.length
  );
}
