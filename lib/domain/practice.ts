import type { RubricContent } from "./rubric";
import { sameJson } from "./same-json";
import { DIMENSIONS, type Dimension, isBipolar, type Mark } from "./scale";

/** One dimension of one attempt: what was given beside what the answer deserves. Null: not observed. */
export interface ScoredMark {
  dimension: Dimension;
  mark: Mark | null;
  reference: Mark;
}

/** An attempt that counts: scored blind, once. */
export interface CountedAttempt {
  attemptedAt: string;
  title: string;
  marks: readonly ScoredMark[];
}

/** Below this many marks a mean says more about the answers than about the person. */
export const MARKS_NEEDED = 3;

/** Points above the reference; null when there is nothing to compare. For calibration: towards spiralling. */
export function gapOf({ mark, reference }: Pick<ScoredMark, "mark" | "reference">): number | null {
  return mark === null ? null : mark - reference;
}

export interface Accuracy {
  /** Marks compared; not observed is counted apart. */
  n: number;
  exact: number;
  withinOne: number;
  notObserved: number;
  /** Mean distance from the reference in points, 0-4; null when nothing was compared. */
  meanGap: number | null;
}

/** How near marks are to their references. */
export function accuracyOf(marks: readonly ScoredMark[]): Accuracy {
  const distances = marks.flatMap((each) => {
    const gap = gapOf(each);
    return gap === null ? [] : [Math.abs(gap)];
  });
  const n = distances.length;
  return {
    n,
    exact: distances.filter((distance) => distance === 0).length,
    withinOne: distances.filter((distance) => distance <= 1).length,
    notObserved: marks.length - n,
    meanGap: n === 0 ? null : sum(distances) / n,
  };
}

export interface Leaning {
  n: number;
  below: number;
  on: number;
  above: number;
  /** Mean signed gap, -4 to 4; null with too few marks, and always for calibration: two sides must not cancel. */
  bias: number | null;
  /** Standard deviation of the signed gaps (n - 1); null with too few marks. */
  spread: number | null;
}

/**
 * Which way somebody leans on one dimension, and how steadily.
 * @example gaps 1, 1, 0, 2: bias 1, spread 0.82 (the square root of 2/3)
 */
export function leaningOf(dimension: Dimension, marks: readonly ScoredMark[]): Leaning {
  const gaps = marks.flatMap((each) => {
    const gap = each.dimension === dimension ? gapOf(each) : null;
    return gap === null ? [] : [gap];
  });
  const n = gaps.length;
  const enough = n >= MARKS_NEEDED;
  const mean = sum(gaps) / n;
  return {
    n,
    below: gaps.filter((gap) => gap < 0).length,
    on: gaps.filter((gap) => gap === 0).length,
    above: gaps.filter((gap) => gap > 0).length,
    bias: enough && !isBipolar(dimension) ? mean : null,
    spread: enough ? Math.sqrt(sum(gaps.map((gap) => (gap - mean) ** 2)) / (n - 1)) : null,
  };
}

/** When somebody counts as ready for a wording of the rubric: read over their latest `answers` attempts. */
export interface ReadinessRule {
  answers: number;
  /** Share of marks no more than one point from the reference, at least. */
  withinOne: number;
  /** Mean distance from the reference in points, at most. */
  meanGap: number;
}

/** Eight answers are about three quarters of an hour, and forty marks: enough for a share to mean something. */
export const DEFAULT_READINESS_RULE: ReadinessRule = { answers: 8, withinOne: 0.85, meanGap: 0.7 };

export interface Readiness {
  state: "ready" | "not-yet" | "too-few";
  /** Attempts read, at most as many as the rule asks for. */
  answers: number;
  accuracy: Accuracy;
}

/** @param attempts those that count for this wording, oldest first */
export function readinessOf(attempts: readonly CountedAttempt[], rule: ReadinessRule): Readiness {
  const latest = attempts.slice(-rule.answers);
  const accuracy = accuracyOf(latest.flatMap(({ marks }) => marks));
  const { n, withinOne, meanGap } = accuracy;
  if (latest.length < rule.answers || meanGap === null)
    return { state: "too-few", answers: latest.length, accuracy };
  const ready = withinOne / n >= rule.withinOne && meanGap <= rule.meanGap;
  return { state: ready ? "ready" : "not-yet", answers: latest.length, accuracy };
}

/** Readiness is for a wording: it outlives new weights, and is earned again when an anchor changes. */
export function sameAnchors(one: RubricContent, other: RubricContent): boolean {
  return changedAnchors(one, other).length === 0;
}

/** The dimensions whose anchors are worded differently. */
export function changedAnchors(one: RubricContent, other: RubricContent): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) => !sameJson(one.dimensions[dimension].anchors, other.dimensions[dimension].anchors),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
