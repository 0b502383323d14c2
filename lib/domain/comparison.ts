import {
  type Composite,
  type CountedOn,
  isSplit,
  type MarkCounts,
  type PanelQuality,
  panelQuality,
} from "./composite";
import type { Dimension, MarkKey } from "./scale";

/** The middle of some marks, halfway between the two middle ones when even; null when there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

export interface DimensionFigures {
  counts: MarkCounts;
  /** Observed ratings. */
  n: number;
  /** Mean folded quality 1-5; null when nobody observed it. */
  quality: number | null;
  /** Both sides of calibration were heard; never true of another dimension. */
  split: boolean;
}

/** One dimension of one candidate, every figure from the same integers, each rating folded by its own version. */
export function summarizeDimension(
  dimension: Dimension,
  parts: readonly CountedOn[],
  quality: PanelQuality | null = panelQuality(dimension, parts),
): DimensionFigures {
  const [first, ...others] = parts;
  const counts: MarkCounts = { ...first?.counts[dimension] };
  for (const { counts: of } of others) {
    for (const [key, count] of Object.entries(of[dimension] ?? {}) as [MarkKey, number][]) {
      counts[key] = (counts[key] ?? 0) + count;
    }
  }
  return {
    counts,
    n: quality?.n ?? 0,
    quality: quality?.mean ?? null,
    split: dimension === "calibration" && isSplit(counts),
  };
}

/**
 * How many scorecards stand behind a candidate's figures: the most ratings any one dimension has, observed or not.
 * Fewer than `submitted` when the viewer is blind in one of the interviews.
 */
export function scorecardsCounted(dimensions: Record<Dimension, { counts: Record<string, number> }>): number {
  return Math.max(
    0,
    ...Object.values(dimensions).map(({ counts }) => Object.values(counts).reduce((sum, n) => sum + n, 0)),
  );
}

/** What a comparison may have to warn of; the words stand in components/comparison. */
export const COMPARISON_WARNINGS = [
  "different-panels",
  "not-linked",
  "different-rubric-versions",
  "missing-seats",
  "incomplete-composite",
  "one-interviewer",
  "same-day-run",
  "split",
  "blind",
] as const;
export type ComparisonWarningKind = (typeof COMPARISON_WARNINGS)[number];

export interface ComparisonWarning {
  warning: ComparisonWarningKind;
  applicationIds: string[];
}

/** What the warnings are decided from, one for each compared candidate. */
export interface ComparedFacts {
  applicationId: string;
  /** Members whose submitted scorecards the figures hold. */
  panel: readonly string[];
  /** Rubric versions those scorecards were scored against. */
  rubricVersionIds: readonly string[];
  seats: number;
  submitted: number;
  composite: Composite;
  split: boolean;
  blind: boolean;
  /** Which linked group of the opening's interviewers scored this candidate; null without a scorecard's composite. */
  linkedGroup: number | null;
  /** Somebody of the panel held this interview in a run of them on one day (`RUN_OF_INTERVIEWS`). */
  sameDayRun: boolean;
}

/** So many interviews by one person on one day, and tiredness and contrast speak too. */
export const RUN_OF_INTERVIEWS = 4;

/**
 * Everything that makes a side-by-side reading less fair than it looks, each with the candidates it is about.
 * Warnings about the set (panels, versions) name all candidates that have scores; the others name only who is touched.
 */
export function comparisonWarnings(candidates: readonly ComparedFacts[]): ComparisonWarning[] {
  const scored = candidates.filter((candidate) => candidate.panel.length > 0);
  // Without a composite a candidate stands in no group: that is not a panel of another group.
  const grouped = scored.filter((candidate) => candidate.linkedGroup !== null);
  const about = (warning: ComparisonWarningKind, those: readonly ComparedFacts[]): ComparisonWarning[] =>
    those.length === 0 ? [] : [{ warning, applicationIds: those.map((each) => each.applicationId) }];
  return [
    ...about(
      "blind",
      candidates.filter((each) => each.blind),
    ),
    ...about(
      "split",
      candidates.filter((each) => each.split),
    ),
    ...about(
      "missing-seats",
      candidates.filter((each) => each.submitted < each.seats),
    ),
    ...about(
      "incomplete-composite",
      candidates.filter((each) => each.composite.state === "incomplete"),
    ),
    ...about(
      "one-interviewer",
      scored.filter((each) => each.panel.length === 1),
    ),
    ...about(
      "same-day-run",
      candidates.filter((each) => each.sameDayRun),
    ),
    ...about("different-panels", differ(scored, (each) => each.panel) ? scored : []),
    ...about("not-linked", differ(grouped, (each) => [String(each.linkedGroup)]) ? grouped : []),
    ...about("different-rubric-versions", differ(scored, (each) => each.rubricVersionIds) ? scored : []),
  ];
}

function differ(those: readonly ComparedFacts[], setOf: (each: ComparedFacts) => readonly string[]): boolean {
  return new Set(those.map((each) => [...new Set(setOf(each))].sort().join())).size > 1;
}

/** What the raw composites alone can say. Nothing here claims that a difference is more than chance. */
export type Finding<T> =
  | { kind: "none" }
  | { kind: "only"; first: T }
  | { kind: "level"; tied: T[] }
  | { kind: "first"; first: T; next: T };

interface Compared {
  composite: Composite;
}

/** Composites are compared as printed: two decimals, so that no sentence contradicts the figures beside it. */
const printed = (value: number) => Math.round(value * 100);

/** Who stands where by raw composite; candidates whose composite is incomplete take no part. */
export function comparisonFinding<T extends Compared>(candidates: readonly T[]): Finding<T> {
  const ranked = candidates
    .flatMap((candidate) =>
      candidate.composite.state === "complete"
        ? [{ candidate, value: printed(candidate.composite.value) }]
        : [],
    )
    .sort((a, b) => b.value - a.value);
  const [first, next] = ranked;
  if (!first) return { kind: "none" };
  if (!next) return { kind: "only", first: first.candidate };
  if (first.value > next.value) return { kind: "first", first: first.candidate, next: next.candidate };
  const tied = ranked.filter((each) => each.value === first.value);
  return { kind: "level", tied: tied.map((each) => each.candidate) };
}
