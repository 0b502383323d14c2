import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { markRevealed, turnTo } from "@/db/writes/practice-rounds";
import type { InputOf } from "@/lib/contracts/contract";
import type { PracticeRound, revealRoundContract } from "@/lib/contracts/practice-rounds";
import { Problem } from "@/lib/domain/errors";
import { DIMENSIONS } from "@/lib/domain/scale";
import { getRound } from "./get-round";
import { isOver, requireLedRound } from "./rounds";

/** Shows everything to everybody at once, and turns the talk to where the round is furthest apart. */
export async function revealRound(
  ctx: Context,
  { roundId }: InputOf<typeof revealRoundContract>,
): Promise<PracticeRound> {
  const round = await requireLedRound(ctx, roundId);
  if (round.revealedAt) return getRound(ctx, { roundId });
  if (isOver(round)) throw new Problem("CONFLICT", "This round was called off; begin another");
  if (round.scored === 0) throw new Problem("CONFLICT", "Nobody has scored yet; there is nothing to show");
  await markRevealed(ctx, roundId, DIMENSIONS[0]);
  const [first] = (await getRound(ctx, { roundId })).revealed?.order ?? [];
  if (first) await turnTo(ctx, roundId, first, null);
  await audit(ctx, {
    action: "practice.round-reveal",
    subjectKind: "practice-round",
    subjectId: roundId,
    detail: { joined: round.joined, scored: round.scored },
  });
  return getRound(ctx, { roundId });
}
