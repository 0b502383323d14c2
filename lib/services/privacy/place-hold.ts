import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { addHold, lockCandidate } from "@/db/writes/privacy";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { placeHoldContract } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";
import { requirePersonRecord } from "./people";

/** From here on neither a request nor its age erases what is kept about this candidate. */
export async function placeHold(
  ctx: Context,
  { candidateId, reason }: InputOf<typeof placeHoldContract>,
): Promise<OutputOf<typeof placeHoldContract>> {
  requireAdmin(ctx);
  await lockCandidate(ctx, candidateId);
  const person = await requirePersonRecord(ctx, candidateId);
  if (person.erasedAt)
    throw new Problem("CONFLICT", "This candidate is erased: there is nothing left to hold");
  if (person.held) throw new Problem("CONFLICT", "A legal hold stands already");
  const holdId = await addHold(ctx, candidateId, reason);
  await audit(ctx, {
    action: "hold.place",
    subjectKind: "candidate",
    subjectId: candidateId,
    detail: { hold: holdId, reason },
  });
  return { holdId };
}
