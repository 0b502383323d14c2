import { isSplit, type MarkCounts, markCounts } from "./composite";
import { markRange } from "./panel";
import { DIMENSIONS, type Dimension, isBipolar } from "./scale";
import type { ScorecardContent } from "./scorecard";

/** What a lead does to the room; each happens once an interview. */
export const DEBRIEF_STEPS = ["opened-early", "revealed"] as const;
export type DebriefStep = (typeof DEBRIEF_STEPS)[number];

/** What a panel may decide about a candidate: about the next step, never a verdict on a person. */
export const OUTCOMES = ["go-on", "stop", "hear-more"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A member counts as in the room this long after their page last looked. */
export const HERE_FOR_MS = 15_000;

/** "waiting": seats are still to submit and nobody has opened it early. */
export type DebriefState = "waiting" | "open" | "revealed";

/** The room opens by itself with the last submission; before that only a lead's early opening does. */
export function debriefState(
  steps: ReadonlySet<DebriefStep>,
  seats: readonly { submittedAt: unknown }[],
): DebriefState {
  if (steps.has("revealed")) return "revealed";
  const allIn = seats.length > 0 && seats.every(({ submittedAt }) => submittedAt !== null);
  return allIn || steps.has("opened-early") ? "open" : "waiting";
}

/** How far a panel is apart on one dimension. */
export interface Disagreement {
  dimension: Dimension;
  /** Lowest and highest first mark; null below two observed ones. */
  range: { from: number; to: number } | null;
  /** Both sides of a bipolar dimension were heard. */
  split: boolean;
}

/**
 * The dimensions in the order to talk about them: a split first, then the widest difference, then rubric order.
 * Read from first independent scores, so that nothing moves under a discussion that amends.
 */
export function byDisagreementFirst(cards: readonly Pick<ScorecardContent, "ratings">[]): Disagreement[] {
  const all = DIMENSIONS.map((dimension) => {
    const counts: MarkCounts = markCounts(cards.flatMap(({ ratings }) => ratings[dimension] ?? []));
    return { dimension, range: markRange(counts), split: isBipolar(dimension) && isSplit(counts) };
  });
  const width = ({ range }: Disagreement) => (range ? range.to - range.from : -1);
  return all.sort((a, b) => Number(b.split) - Number(a.split) || width(b) - width(a));
}
