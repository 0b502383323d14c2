import type { Confidence, Recommendation } from "@/lib/domain/recommendation";
import type { Dimension, Level, Position } from "@/lib/domain/scale";
import type { StoryFacts } from "@/lib/domain/story-facts";
import type { Trap } from "@/lib/domain/traps";
import type { InterviewerKey } from "./cast";

/** Null: not observed. Undefined: not rated yet, which only a draft may be. */
type LevelMark = Level | null;
type PositionMark = Position | null;
/** In rubric order: ownership, noticing, consequence, fix, calibration. */
export type Marks = readonly [LevelMark, LevelMark, LevelMark, LevelMark, PositionMark];
export type DraftMarks = readonly [
  LevelMark | undefined,
  LevelMark | undefined,
  LevelMark | undefined,
  LevelMark | undefined,
  PositionMark | undefined,
];

export type Notes = Partial<Record<Dimension, string>>;
/** Flagged traps, each with the reason given where a level speaks against it, else "". */
export type Flags = Partial<Record<Trap, string>>;

export type DemoSeat =
  | {
      state: "submitted";
      marks: Marks;
      recommendation: Recommendation;
      confidence: Confidence;
      notes: Notes;
      traps: Flags;
    }
  | { state: "draft"; marks: DraftMarks; notes: Notes }
  | { state: "untouched" };

/** What happened, as the interviewers could note it down. */
export interface DemoStory {
  facts: StoryFacts;
  /** Seconds told on each beat, in their order; 0 where the candidate skipped it. */
  pace: readonly [number, number, number, number, number, number];
  /** Dimensions somebody had to ask about, after the answer. */
  probes: readonly Dimension[];
}

export interface DemoCandidate {
  name: string;
  email: string;
  /** Calendar days between the interview and the day of seeding. */
  daysAgo: number;
  story: DemoStory;
  panel: Partial<Record<InterviewerKey, DemoSeat>>;
}

export interface DemoOpening {
  title: string;
  candidates: readonly DemoCandidate[];
  /** The one whose interview is today: nobody has scored it. */
  today: DemoAppointment;
  /** One that comes some days later. */
  later?: DemoAppointment & { inDays: number };
}

export interface DemoAppointment {
  name: string;
  email: string;
  panel: readonly InterviewerKey[];
}

/** A finished scorecard, as compactly as it can be written down. */
export function submitted(
  marks: Marks,
  recommendation: Recommendation,
  confidence: Confidence,
  notes: Notes,
  traps: Flags = {},
): DemoSeat {
  return { state: "submitted", marks, recommendation, confidence, notes, traps };
}

/** A scorecard somebody began and has not submitted. */
export function draft(marks: DraftMarks, notes: Notes): DemoSeat {
  return { state: "draft", marks, notes };
}

/** A seat whose scorecard nobody has opened. */
export const UNTOUCHED: DemoSeat = { state: "untouched" };
