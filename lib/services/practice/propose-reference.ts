import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { audit } from "@/db/writes/audit";
import { recordProposal } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { proposeReferenceContract } from "@/lib/contracts/practice";
import { Problem } from "@/lib/domain/errors";
import { requireOwnAnswer, requireSound } from "./own-answers";

/** Sets a reference alone. Written once: a second thought belongs to the agreement. */
export async function proposeReference(
  ctx: Context,
  { answerId, ...reference }: InputOf<typeof proposeReferenceContract>,
): Promise<OutputOf<typeof proposeReferenceContract>> {
  const { answer } = await requireOwnAnswer(ctx, answerId);
  requireSound(answer, reference);
  try {
    await recordProposal(ctx, answerId, reference);
    await audit(ctx, { action: "practice.propose", subjectKind: "practice-answer", subjectId: answerId });
    return { answerId };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("CONFLICT", "You have set this reference already", {}, error);
  }
}
