import type { TimerEvent } from "./beats";
import type { Confidence, Recommendation } from "./recommendation";
import type { Dimension, RatingValue } from "./scale";
import type { StoryFacts } from "./story-facts";
import type { Trap } from "./traps";

/** One note of evidence, stamped with the moment of the answer it belongs to. */
export interface EvidenceNote {
  id: string;
  dimension: Dimension;
  text: string;
  /** Milliseconds into the interview's timer at the first keystroke; null when the timer was not running. */
  atMs: number | null;
}

export interface TrapFlag {
  trap: Trap;
  /** Why the trap stands although a level speaks against it; "" while none is given. */
  reason: string;
}

/** A scorecard's content: the same shape in the browser, in a request and in the database's answer. */
export interface ScorecardContent {
  ratings: Partial<Record<Dimension, RatingValue>>;
  evidence: EvidenceNote[];
  traps: TrapFlag[];
  facts: StoryFacts;
  timer: TimerEvent[];
  /** Dimensions whose probe was asked. */
  probesAsked: Dimension[];
  recommendation: Recommendation | null;
  confidence: Confidence | null;
  /** The time stated for a form filled in by hand and typed in later; null for a card scored live. */
  scoredOnPaperAt: string | null;
}

export const EMPTY_SCORECARD: ScorecardContent = {
  ratings: {},
  evidence: [],
  traps: [],
  facts: {},
  timer: [],
  probesAsked: [],
  recommendation: null,
  confidence: null,
  scoredOnPaperAt: null,
};
