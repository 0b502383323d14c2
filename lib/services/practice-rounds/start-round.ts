import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { createRound } from "@/db/writes/practice-rounds";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { startRoundContract } from "@/lib/contracts/practice-rounds";
import { pointerTo, requireAnswer } from "../practice/library";
import { currentRubric } from "../shared/candidate-rows";
import { requirePanels } from "../shared/require-role";

/** Begins a round on one answer, on the wording in use. */
export async function startRound(
  ctx: Context,
  { answerKey }: InputOf<typeof startRoundContract>,
): Promise<OutputOf<typeof startRoundContract>> {
  requirePanels(ctx);
  const { key } = await requireAnswer(ctx, answerKey);
  const rubric = await currentRubric(ctx);
  const roundId = await createRound(ctx, { ...pointerTo(key), rubricVersionId: rubric.id });
  await audit(ctx, { action: "practice.round-start", subjectKind: "practice-round", subjectId: roundId });
  return { roundId };
}
