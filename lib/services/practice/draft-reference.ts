import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { recordReferenceDraft } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { draftReferenceContract } from "@/lib/contracts/practice";
import { currentRubric } from "../shared/candidate-rows";
import { requireOwnAnswer, requireProposer, requireSound } from "./own-answers";

/** Writes down what the leads agreed on. It holds once another of them confirms it; attempts made before keep theirs. */
export async function draftReference(
  ctx: Context,
  { answerId, ...reference }: InputOf<typeof draftReferenceContract>,
): Promise<OutputOf<typeof draftReferenceContract>> {
  const own = await requireOwnAnswer(ctx, answerId);
  requireProposer(own);
  requireSound(own.answer, reference);
  await recordReferenceDraft(ctx, answerId, reference, (await currentRubric(ctx)).id);
  await audit(ctx, { action: "practice.draft", subjectKind: "practice-answer", subjectId: answerId });
  return { answerId };
}
