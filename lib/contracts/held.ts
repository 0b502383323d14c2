import { z } from "zod";
import { HELD_SPANS_MAX } from "./limits";
import { COUNT_MAX, id } from "./values";

/** A client's whole numbers from its first kept operation to its last: more are asked for in several calls. */
export const HELD_SPAN = 20_000;

/** By client, the numbers of what the browser still holds and the server has once acknowledged. */
export const held = z
  .array(
    z
      .strictObject({
        clientId: id,
        from: z.int().positive().max(COUNT_MAX),
        to: z.int().positive().max(COUNT_MAX),
      })
      .refine(({ from, to }) => from <= to && to - from < HELD_SPAN, "Too many numbers at once"),
  )
  .max(HELD_SPANS_MAX);
