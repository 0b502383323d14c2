import { z } from "zod";
import { contract } from "./contract";
import { id, instant, person } from "./values";

/** Deeds in one answer; `before` goes on from there, back to the first. The chain is kept for ever. */
export const AUDIT_PAGE_ROWS = 100;

export const listAuditContract = contract({
  name: "listAudit",
  method: "GET",
  path: "/audit",
  summary:
    "Deeds in this organisation, the latest first or those before a number, and whether the whole hash chain verifies.",
  input: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
  output: z.object({
    events: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        actor: person.nullable(),
        action: z.string(),
        subjectKind: z.string(),
        subjectId: id.nullable(),
      }),
    ),
    total: z.int(),
    /** What to pass as `before` for the deeds that come earlier; null when these reach back to the first. */
    earlier: z.int().nullable(),
    /** The first row whose hash does not follow from the one before; null when the chain is whole. */
    brokenAt: z.int().nullable(),
  }),
});
