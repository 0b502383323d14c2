import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { createOwnAnswer } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { addOwnAnswerContract } from "@/lib/contracts/practice";
import { requirePanels } from "../shared/require-role";

/** Adds an answer to practise on. It is practised on once two leads have agreed on its reference. */
export async function addOwnAnswer(
  ctx: Context,
  answer: InputOf<typeof addOwnAnswerContract>,
): Promise<OutputOf<typeof addOwnAnswerContract>> {
  requirePanels(ctx);
  const answerId = await createOwnAnswer(ctx, answer);
  await audit(ctx, { action: "practice.answer", subjectKind: "practice-answer", subjectId: answerId });
  return { answerId };
}
