import { z } from "zod";
import { BEATS, TIMER_EVENTS } from "@/lib/domain/beats";
import { UUID_PATTERN } from "@/lib/domain/ids";
import { CONFIDENCES, RECOMMENDATIONS } from "@/lib/domain/recommendation";
import { ROLES } from "@/lib/domain/roles";
import { DIMENSIONS, LEVELS, POSITIONS } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";

/** PostgreSQL's `integer`: no interview makes two thousand million changes. */
export const COUNT_MAX = 2_147_483_647;
/** Names of people, openings and panels. */
export const NAME_MAX_CHARACTERS = 120;

export const id = z.string().regex(UUID_PATTERN, "This is not an id");
export const instant = z.iso.datetime({ offset: true });
/** A moment a person or a browser's clock states. */
export const statedInstant = instant.refine(
  (text) => Date.parse(text) > 0,
  "No browser's clock stands before 1970",
);

/** PostgreSQL keeps neither a zero byte nor half of a surrogate pair. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;
/** Text that can be kept as it is. */
export const text = z
  .string()
  .refine((value) => !UNKEEPABLE.test(value), "Holds a character that cannot be kept; take it out");
export const name = text.trim().min(1, "Write a name").max(NAME_MAX_CHARACTERS);
export const email = z.email("Write an e-mail address such as ada@example.com").max(254).toLowerCase();

export const dimension = z.enum(DIMENSIONS);
export const trap = z.enum(TRAPS);
export const beat = z.enum(BEATS);
export const role = z.enum(ROLES);
export const recommendation = z.enum(RECOMMENDATIONS);
export const confidence = z.enum(CONFIDENCES);

export const mark = z.union([z.literal(LEVELS), z.literal(POSITIONS)]);
export const ratingValue = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("observed"), mark }),
  z.strictObject({ state: z.literal("not-observed") }),
]);

export const timerEvent = z
  .strictObject({
    id,
    kind: z.enum(TIMER_EVENTS),
    beat: beat.nullable(),
    at: z.int().nonnegative(),
  })
  .refine((event) => (event.kind === "beat") === (event.beat !== null), {
    path: ["beat"],
    message: "An event of the kind beat names its beat, any other names none",
  });

/** Integers at each mark, e.g. `{ "3": 2, "not-observed": 1 }`. */
export const markCounts = z.record(z.string(), z.int());

export const composite = z.discriminatedUnion("state", [
  z.object({ state: z.literal("complete"), value: z.number(), dimensions: z.int() }),
  z.object({ state: z.literal("incomplete"), dimensions: z.int(), needed: z.int() }),
]);

export const person = z.object({ id, name: z.string() });
