import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { markTakenOver } from "@/db/writes/practice-rounds";
import type { InputOf } from "@/lib/contracts/contract";
import type { PracticeRound, takeOverRoundContract } from "@/lib/contracts/practice-rounds";
import { Problem } from "@/lib/domain/errors";
import { requirePanels } from "../shared/require-role";
import { getRound } from "./get-round";
import { isOver, requireRound } from "./rounds";

/** A lead goes on where another has left, so that nobody's scores wait for ever. */
export async function takeOverRound(
  ctx: Context,
  { roundId }: InputOf<typeof takeOverRoundContract>,
): Promise<PracticeRound> {
  requirePanels(ctx);
  const round = await requireRound(ctx, roundId);
  if (round.lead.id === ctx.member.id) return getRound(ctx, { roundId });
  if (isOver(round)) throw new Problem("CONFLICT", "This round has ended; there is nothing left to lead");
  await markTakenOver(ctx, roundId);
  await audit(ctx, {
    action: "practice.round-take-over",
    subjectKind: "practice-round",
    subjectId: roundId,
    detail: { from: round.lead.id },
  });
  return getRound(ctx, { roundId });
}
