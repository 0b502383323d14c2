import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { confirmReference } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { agreeReferenceContract } from "@/lib/contracts/practice";
import { Problem } from "@/lib/domain/errors";
import { requireOwnAnswer, requireProposer } from "./own-answers";

/** The second signature: from now on the answer is practised on against this reference. */
export async function agreeReference(
  ctx: Context,
  { answerId }: InputOf<typeof agreeReferenceContract>,
): Promise<OutputOf<typeof agreeReferenceContract>> {
  const own = await requireOwnAnswer(ctx, answerId);
  requireProposer(own);
  const { newest } = own;
  if (!newest) throw new Problem("CONFLICT", "Nobody has written down a reference to agree on yet");
  if (newest.agreedBy) return { answerId };
  if (newest.draftedBy === ctx.member.id)
    throw new Problem("CONFLICT", "You wrote this one down; another lead confirms it");
  await confirmReference(ctx, newest.id);
  await audit(ctx, { action: "practice.agree", subjectKind: "practice-answer", subjectId: answerId });
  return { answerId };
}
