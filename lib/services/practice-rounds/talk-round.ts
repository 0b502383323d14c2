import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { turnTo } from "@/db/writes/practice-rounds";
import type { InputOf } from "@/lib/contracts/contract";
import type { PracticeRound, talkRoundContract } from "@/lib/contracts/practice-rounds";
import { Problem } from "@/lib/domain/errors";
import { getRound } from "./get-round";
import { requireLedRound, stateOf } from "./rounds";

/** Turns everybody to a dimension, and keeps what the round took from it. */
export async function talkRound(
  ctx: Context,
  { roundId, dimension, note }: InputOf<typeof talkRoundContract>,
): Promise<PracticeRound> {
  const round = await requireLedRound(ctx, roundId);
  if (stateOf(round) !== "revealed")
    throw new Problem("CONFLICT", "The talk is between the reveal and the end");
  await turnTo(ctx, roundId, dimension, note);
  await audit(ctx, {
    action: "practice.round-talk",
    subjectKind: "practice-round",
    subjectId: roundId,
    detail: { dimension },
  });
  return getRound(ctx, { roundId });
}
