import { z } from "zod";
import { STORY_CHOICES, STORY_MEASURES, type StoryChoice, type StoryMeasure } from "@/lib/domain/story-facts";
import { amendment } from "./amendments";
import { AMOUNT_MAX, NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from "./limits";
import {
  composite,
  confidence,
  dimension,
  id,
  instant,
  person,
  ratingValue,
  recommendation,
  text,
  timerEvent,
  trap,
} from "./values";

const choice = <K extends StoryChoice>(key: K) => z.enum(STORY_CHOICES[key]);
const measure = <K extends StoryMeasure>(key: K) =>
  z.strictObject({ amount: z.number().nonnegative().max(AMOUNT_MAX), unit: z.enum(STORY_MEASURES[key]) });

export const storyFacts = z.strictObject({
  kind: choice("kind").optional(),
  shape: choice("shape").optional(),
  noticedBy: choice("noticedBy").optional(),
  toldBefore: choice("toldBefore").optional(),
  voice: choice("voice").optional(),
  fixKind: choice("fixKind").optional(),
  bridge: choice("bridge").optional(),
  timeToNotice: measure("timeToNotice").optional(),
  timeToTell: measure("timeToTell").optional(),
  cost: measure("cost").optional(),
});

export const evidenceNote = z.strictObject({
  id,
  dimension,
  text: text.max(NOTE_MAX_CHARACTERS),
  atMs: z.int().nonnegative().nullable(),
});

export const trapFlag = z.strictObject({ trap, reason: text.max(REASON_MAX_CHARACTERS) });

export const scorecardContent = z.strictObject({
  ratings: z.partialRecord(dimension, ratingValue),
  evidence: z.array(evidenceNote),
  traps: z.array(trapFlag),
  facts: storyFacts,
  timer: z.array(timerEvent),
  probesAsked: z.array(dimension),
  recommendation: recommendation.nullable(),
  confidence: confidence.nullable(),
  scoredOnPaperAt: instant.nullable(),
});

/** A submitted scorecard as others see it. */
export const revealedScorecard = z.object({
  scorecardId: id,
  author: person,
  rubricVersionId: id,
  submittedAt: instant,
  content: scorecardContent,
  /** What the author has changed since, oldest first; `content` and `composite` stay the first, independent ones. */
  amendments: z.array(amendment),
  composite,
});
export type RevealedScorecard = z.output<typeof revealedScorecard>;
