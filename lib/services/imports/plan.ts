import type { ImportPreview } from "@/lib/contracts/imports";
import type { ImportKind, LineProblem } from "./file";
import type { FileScorecard } from "./ratings";

/** Who a row speaks of: somebody there already, or somebody to be made under this name. */
export type Known = { id: string } | { create: string };

/** What an import would do, decided before anything is written. Keys are names as the file gives them. */
export interface ImportPlan {
  kind: ImportKind;
  rows: number;
  /** Opening titles to make. */
  openings: string[];
  /** By opening title, the candidates to make there. */
  candidates: { opening: string; name: string; email: string | null }[];
  members: { name: string; email: string | null }[];
  interviews: PlannedInterview[];
  unchanged: number;
  problems: LineProblem[];
  notes: string[];
  /** Seats refused because their interviewer has read the interview: an attempt worth a line in the log. */
  afterReading: number;
  /** Set when the very same file was brought in before: where its rows are. */
  openingId: string | null;
}

export interface PlannedInterview {
  opening: string;
  candidate: string;
  scheduledAt: Date;
  /** Set when the interview exists and only gets more seats. */
  interviewId: string | null;
  /** Members by name or address as in the file. */
  seats: { member: string; card: FileScorecard | null }[];
}

export function emptyPlan(kind: ImportKind, rows: number): ImportPlan {
  return {
    kind,
    rows,
    openings: [],
    candidates: [],
    members: [],
    interviews: [],
    unchanged: 0,
    problems: [],
    notes: [],
    afterReading: 0,
    openingId: null,
  };
}

/** The plan in numbers and sentences. */
export function previewOf(plan: ImportPlan, problemsShown: number): ImportPreview {
  const cards = plan.interviews.flatMap(({ seats }) => seats.flatMap(({ card }) => card ?? []));
  return {
    kind: plan.kind,
    rows: plan.rows,
    creates: {
      openings: plan.openings.length,
      candidates: plan.candidates.length,
      members: plan.members.length,
      interviews: plan.interviews.filter(({ interviewId }) => interviewId === null).length,
      scorecards: cards.length,
      ratings: cards.reduce((sum, card) => sum + Object.keys(card.ratings).length, 0),
    },
    unchanged: plan.unchanged,
    problems: [...plan.problems].sort((a, b) => a.line - b.line).slice(0, problemsShown),
    problemCount: plan.problems.length,
    notes: plan.notes,
  };
}

/** True when there is anything to write. */
export function changesAnything(plan: ImportPlan): boolean {
  return plan.openings.length + plan.candidates.length + plan.members.length + plan.interviews.length > 0;
}
