import { z } from "zod";
import { DEVICES } from "@/lib/domain/devices";
import { isMarkOf } from "@/lib/domain/scale";
import { STORY_CHOICE_KEYS, STORY_CHOICES, STORY_MEASURE_KEYS } from "@/lib/domain/story-facts";
import { ADDRESSES } from "./addresses";
import { contract } from "./contract";
import { held } from "./held";
import { OPERATIONS_PER_BATCH } from "./limits";
import { evidenceNote, scorecardContent, storyFacts, trapFlag } from "./scorecard-content";
import {
  COUNT_MAX,
  confidence,
  dimension,
  id,
  instant,
  ratingValue,
  recommendation,
  statedInstant,
  timerEvent,
  trap,
} from "./values";

/** Nobody's outbox waits longer than a year; what claims to is a clock gone wrong. */
const AGE_MAX_MS = 366 * 24 * 3_600_000;

/** The same shapes as `Change` in lib/domain, checked. */
export const change = z
  .discriminatedUnion("field", [
    z.strictObject({ field: z.literal("rating"), dimension, value: ratingValue.nullable() }),
    z.strictObject({
      field: z.literal("note"),
      noteId: id,
      value: evidenceNote.omit({ id: true }).nullable(),
    }),
    z.strictObject({ field: z.literal("trap"), trap, value: trapFlag.pick({ reason: true }).nullable() }),
    z.strictObject({
      field: z.literal("fact"),
      fact: z.enum(STORY_CHOICE_KEYS),
      value: z.string().nullable(),
    }),
    z.strictObject({
      field: z.literal("measure"),
      fact: z.enum(STORY_MEASURE_KEYS),
      value: z.strictObject({ amount: z.number(), unit: z.string() }).nullable(),
    }),
    z.strictObject({ field: z.literal("timer"), value: timerEvent }),
    z.strictObject({ field: z.literal("probe"), dimension, value: z.literal("asked").nullable() }),
    z.strictObject({ field: z.literal("recommendation"), value: recommendation.nullable() }),
    z.strictObject({ field: z.literal("confidence"), value: confidence.nullable() }),
    z.strictObject({ field: z.literal("paper"), value: statedInstant.nullable() }),
  ])
  .superRefine((value, ctx) => {
    if (value.field === "rating" && value.value?.state === "observed") {
      if (!isMarkOf(value.dimension, value.value.mark)) {
        ctx.addIssue({
          code: "custom",
          path: ["value", "mark"],
          message: `Not a mark of ${value.dimension}`,
        });
      }
    } else if (value.field === "fact" && value.value !== null) {
      if (!(STORY_CHOICES[value.fact] as readonly string[]).includes(value.value)) {
        ctx.addIssue({ code: "custom", path: ["value"], message: `Not a choice of ${value.fact}` });
      }
    } else if (value.field === "measure" && value.value !== null) {
      const checked = storyFacts.shape[value.fact].safeParse(value.value);
      if (!checked.success)
        ctx.addIssue({ code: "custom", path: ["value"], message: `Not a measure of ${value.fact}` });
    }
  });

/** One change made in the browser, with the browser's own id: sent as often as need be, applied once. */
export const operation = z.strictObject({
  opId: id,
  /** The browser, or a tab that keeps nothing; `clientSeq` numbers its operations in their order, and may leave numbers out. */
  clientId: id,
  clientSeq: z.int().positive().max(COUNT_MAX),
  change,
  /** The scorecard's revision that the author saw when making this change. */
  baseRevision: z.int().nonnegative().max(COUNT_MAX),
  rubricVersionId: id,
  /** Monotonic ms since the page opened, and the browser's own clock: they order and label, the server's time rules. */
  at: z.int().nonnegative(),
  wallClock: statedInstant,
  /** What it was made on, for "changed on your phone". */
  device: z.enum(DEVICES).optional(),
});
export type Operation = z.output<typeof operation>;

/** An operation as it is sent: how long ago it was made, so that the server's clock can say when. */
export const sentOperation = operation.extend({ ageMs: z.int().nonnegative().max(AGE_MAX_MS).optional() });

export const applyOperationsContract = contract({
  ...ADDRESSES.applyOperations,
  summary: "Save changes of your own scorecard. Each operation id is applied exactly once.",
  input: z.strictObject({
    scorecardId: id,
    operations: z.array(sentOperation).min(1).max(OPERATIONS_PER_BATCH),
  }),
  output: z.object({
    /** Every operation of the batch, applied now or before. */
    applied: z.array(z.object({ opId: id, revision: z.int() })),
    /** Those of them that are kept but lost to something the author did later on another device. */
    overtaken: z.array(id).default([]),
    revision: z.int(),
  }),
});

/** A value that was entered once, on this device or another. */
export const pastOperation = z.object({
  opId: id,
  clientId: id,
  field: z.string(),
  change,
  baseRevision: z.int(),
  revision: z.int(),
  device: z.enum(DEVICES).nullable(),
  /** When the author made it, by the server's clock. */
  madeAt: instant,
  /** True when it lost to another device's on arrival. */
  overtaken: z.boolean(),
});
export type PastOperation = z.output<typeof pastOperation>;

export const catchUpContract = contract({
  ...ADDRESSES.catchUp,
  summary: "Your own scorecard as it stands, and which of your saved operations the server does not have.",
  input: z.strictObject({
    scorecardId: id,
    held,
  }),
  output: z.object({
    revision: z.int(),
    content: scorecardContent,
    submittedAt: instant.nullable(),
    missing: z.array(z.object({ clientId: id, clientSeq: z.int() })),
    /** Fields that several clients have changed, oldest first; empty for who used one device. */
    history: z.array(pastOperation),
  }),
});
