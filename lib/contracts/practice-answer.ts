import { z } from "zod";
import { type PracticeAnswer, WORK_KINDS } from "@/lib/domain/practice-answer";
import { beat, mark, NAME_MAX_CHARACTERS, text, trap } from "./values";

/** The longest answer in the library has 480 words; nobody practises on a lecture. */
export const SPOKEN_MAX_CHARACTERS = 6_000;
/** A reason is a few sentences with their quotations. */
export const BECAUSE_MAX_CHARACTERS = 1_000;
/** An answer of ten minutes is no answer. */
const BEAT_MAX_SECONDS = 600;

/** Kept in addresses: small letters, digits and hyphens. */
export const answerKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This is not the key of an answer");

export const spokenBeat = z.strictObject({
  beat,
  seconds: z.int().min(1).max(BEAT_MAX_SECONDS),
  words: text.trim().min(1).max(SPOKEN_MAX_CHARACTERS),
});

export const referenceMark = z.strictObject({
  mark,
  because: text.trim().min(1).max(BECAUSE_MAX_CHARACTERS),
});

export const reference = z.strictObject({
  reference: z.strictObject({
    ownership: referenceMark,
    noticing: referenceMark,
    consequence: referenceMark,
    fix: referenceMark,
    calibration: referenceMark,
  }),
  traps: z.array(z.strictObject({ trap, because: text.trim().min(1).max(BECAUSE_MAX_CHARACTERS) })),
});

const heading = text.trim().min(1, "Write a few words").max(NAME_MAX_CHARACTERS);

/** What an answer is before it has a reference: who speaks, and what is said. */
export const spokenAnswer = z.strictObject({
  title: heading,
  role: heading,
  field: heading,
  work: z.enum(WORK_KINDS),
  spoken: z.array(spokenBeat).min(1, "Write at least one beat").max(12),
});

export const practiceAnswer = z.strictObject({
  key: answerKey,
  ...spokenAnswer.shape,
  ...reference.shape,
}) satisfies z.ZodType<PracticeAnswer>;
