import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { endHold } from "@/db/writes/privacy";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { liftHoldContract } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";
import { requirePersonRecord } from "./people";

/** Lifts the hold that stands; who placed it and who lifted it stay on record. */
export async function liftHold(
  ctx: Context,
  { candidateId }: InputOf<typeof liftHoldContract>,
): Promise<OutputOf<typeof liftHoldContract>> {
  requireAdmin(ctx);
  await requirePersonRecord(ctx, candidateId);
  const holdId = await endHold(ctx, candidateId);
  if (!holdId) throw new Problem("CONFLICT", "No legal hold stands");
  await audit(ctx, {
    action: "hold.lift",
    subjectKind: "candidate",
    subjectId: candidateId,
    detail: { hold: holdId },
  });
  return { holdId };
}
