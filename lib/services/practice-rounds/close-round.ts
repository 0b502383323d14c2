import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { markClosed } from "@/db/writes/practice-rounds";
import type { InputOf } from "@/lib/contracts/contract";
import type { closeRoundContract, PracticeRound } from "@/lib/contracts/practice-rounds";
import { getRound } from "./get-round";
import { isOver, requireLedRound } from "./rounds";

/**
 * Ends the talk: everybody's attempt stays their own training, beside the round's notes. Before the reveal it calls the
 * round off: who has scored reads their own gap, as after an attempt made alone.
 */
export async function closeRound(
  ctx: Context,
  { roundId }: InputOf<typeof closeRoundContract>,
): Promise<PracticeRound> {
  const round = await requireLedRound(ctx, roundId);
  if (isOver(round)) return getRound(ctx, { roundId });
  await markClosed(ctx, roundId);
  await audit(ctx, {
    action: round.revealedAt ? "practice.round-close" : "practice.round-call-off",
    subjectKind: "practice-round",
    subjectId: roundId,
  });
  return getRound(ctx, { roundId });
}
