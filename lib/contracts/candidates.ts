import { z } from "zod";
import { STAGES } from "@/lib/domain/candidate-list";
import { COMPARISON_WARNINGS } from "@/lib/domain/comparison";
import { amendment } from "./amendments";
import { contract } from "./contract";
import { decision } from "./debriefs";
import { fairModel, fairPair, fairScore, tieGroups } from "./fair-scores";
import { seat } from "./interviews";
import { listQuery, listWindow } from "./list-query";
import { rubricVersion } from "./rubric";
import { evidenceNote, revealedScorecard, storyFacts, trapFlag } from "./scorecard-content";
import {
  composite,
  confidence,
  dimension,
  id,
  instant,
  markCounts,
  name,
  person,
  ratingValue,
  recommendation,
  timerEvent,
  trap,
} from "./values";

/** Beyond six columns nobody compares, they scan: that is what the list is for. */
export const COMPARE_MIN = 2;
export const COMPARE_MAX = 6;

/** One dimension of one candidate: integers first, every figure derived from them. */
export const dimensionSummary = z.object({
  counts: markCounts,
  /** Observed ratings. */
  n: z.int(),
  /** Mean folded quality 1-5; null when nobody observed it. */
  quality: z.number().nullable(),
  /** Interviewers heard both sides (calibration only). */
  split: z.boolean(),
});
export type DimensionSummary = z.output<typeof dimensionSummary>;

export const openingSummary = z.object({ id, title: z.string(), candidates: z.int() });

/** A seat whose scorecard is still to come. Its age is now less `scheduledAt`; a future one is not late. */
export const missingSeat = z.object({
  seatId: id,
  interviewId: id,
  member: person,
  scheduledAt: instant,
  /** When somebody last reminded them; a new reminder is refused within a day (see `nudgeSeat`). */
  nudgedAt: instant.nullable(),
});
export type MissingSeat = z.output<typeof missingSeat>;

export const candidateRow = z.object({
  applicationId: id,
  candidate: person,
  stage: z.enum(STAGES),
  seats: z.int(),
  submitted: z.int(),
  /** Scorecards behind the figures: fewer than `submitted` where you are blind. */
  counted: z.int(),
  composite,
  dimensions: z.record(dimension, dimensionSummary),
  split: z.boolean(),
  traps: z.array(z.object({ trap, count: z.int() })),
  lastActivityAt: instant.nullable(),
  /** When the oldest interview was held that still lacks a scorecard; null when nothing is late. */
  waitingSince: instant.nullable(),
  /** Oldest first. */
  missing: z.array(missingSeat),
  /** You still have to score this candidate: figures leave those interviews out. */
  blind: z.boolean(),
});
export type CandidateRow = z.output<typeof candidateRow>;

/** What a list says of the whole opening beside the rows that travel. */
export const listTotals = {
  /** Candidates of the opening. */
  total: z.int(),
  /** Candidates that the filter lets through: the length of the whole list. */
  matching: z.int(),
  /** Scorecards still to come in the opening. */
  missing: z.int(),
  /** Candidates that you still have to score. */
  blindCandidates: z.int(),
  /** The last live event this answer knows: hand it to `useEvents` as `since`. */
  asOf: z.int(),
};

/** More than a palette shows without scrolling: who needs more types another letter. */
export const NAMES_FOUND = 20;

export const findCandidatesContract = contract({
  name: "findCandidates",
  method: "GET",
  path: "/candidates/names",
  summary: `Candidates of every opening by parts of their name, accents or not; the first ${NAMES_FOUND}.`,
  input: z.strictObject({ part: name }),
  output: z.object({
    found: z.array(z.object({ applicationId: id, candidate: person, opening: z.string() })),
  }),
});

export const listCandidatesContract = contract({
  name: "listCandidates",
  method: "GET",
  path: "/candidates",
  summary:
    "Candidates of one opening (the latest one when none is named), filtered, sorted, one window of them.",
  input: z.strictObject({ ...listQuery, ...listWindow }),
  output: z.object({
    openings: z.array(openingSummary),
    opening: openingSummary.nullable(),
    rubric: rubricVersion.nullable(),
    ...listTotals,
    offset: z.int(),
    candidates: z.array(candidateRow),
  }),
});

/** One interviewer's mark, with what stands behind it. */
export const dot = z.object({
  scorecardId: id,
  member: person,
  value: ratingValue,
  /** In the words of the rubric version that this scorecard was scored on. */
  anchor: z.string(),
  evidence: z.array(evidenceNote),
});
export type Dot = z.output<typeof dot>;

export const comparedDimension = dimensionSummary.extend({
  median: z.number().nullable(),
  dots: z.array(dot),
});

/** One submitted scorecard of a compared candidate: what stands beside its marks. */
export const comparedCard = z.object({
  scorecardId: id,
  interviewId: id,
  member: person,
  scheduledAt: instant,
  submittedAt: instant,
  rubricVersionId: id,
  composite,
  facts: storyFacts,
  /** The answer's beats, as `readTimer` of lib/domain/beats reads them. */
  timer: z.array(timerEvent),
  traps: z.array(trapFlag),
  recommendation: recommendation.nullable(),
  confidence: confidence.nullable(),
  /** What the author has changed since, oldest first; marks and figures stay the first, independent ones. */
  amendments: z.array(amendment),
});
export type ComparedCard = z.output<typeof comparedCard>;

export const comparedCandidate = candidateRow.extend({
  dimensions: z.record(dimension, comparedDimension),
  facts: z.array(z.object({ member: person, facts: storyFacts })),
  panel: z.array(person),
  cards: z.array(comparedCard),
  fair: fairScore,
});
export type ComparedCandidate = z.output<typeof comparedCandidate>;

export const compareCandidatesContract = contract({
  name: "compareCandidates",
  method: "GET",
  path: "/compare",
  summary:
    "Two to six candidates of one opening in the order of their composites, every interviewer's mark beside the others.",
  input: z.strictObject({
    /** Application ids, comma separated. */
    applications: z
      .string()
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(
        z
          .array(id)
          .min(COMPARE_MIN, `Choose at least ${COMPARE_MIN} candidates`)
          .max(COMPARE_MAX, `Choose at most ${COMPARE_MAX} candidates`),
      ),
  }),
  output: z.object({
    opening: z.object({ id, title: z.string() }),
    /** The newest version that one of these candidates was scored on. */
    rubric: rubricVersion,
    /** Every version that these scorecards were scored on, newest first. */
    rubrics: z.array(rubricVersion),
    candidates: z.array(comparedCandidate),
    /** Fair scores and what follows from them: undefined figures say why, in words for the screen. */
    model: fairModel,
    pairs: z.array(fairPair),
    ties: tieGroups,
    asOf: z.int(),
    warnings: z.array(z.object({ warning: z.enum(COMPARISON_WARNINGS), applicationIds: z.array(id) })),
  }),
});
export type Comparison = z.output<typeof compareCandidatesContract.output>;

export const getDossierContract = contract({
  name: "getDossier",
  method: "GET",
  path: "/applications/{applicationId}",
  summary: "One candidate: every scorecard you may see, side by side.",
  input: z.strictObject({ applicationId: id }),
  output: z.object({
    application: candidateRow,
    opening: z.object({ id, title: z.string() }),
    rubric: rubricVersion,
    /** Every version that this candidate's scorecards were scored on, newest first. */
    rubrics: z.array(rubricVersion),
    asOf: z.int(),
    interviews: z.array(
      z.object({
        interviewId: id,
        rubricVersionId: id,
        scheduledAt: instant,
        blind: z.boolean(),
        /** What the debrief decided, earliest first: the last stands. Empty while you are blind here. */
        decisions: z.array(decision),
        seats: z.array(seat),
        scorecards: z.array(revealedScorecard),
      }),
    ),
  }),
});
export type Dossier = z.output<typeof getDossierContract.output>;
