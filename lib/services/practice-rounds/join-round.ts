import type { Context } from "@/db/context";
import { listRoundMembers } from "@/db/queries/practice-rounds";
import { audit } from "@/db/writes/audit";
import { takePlace } from "@/db/writes/practice-rounds";
import type { InputOf } from "@/lib/contracts/contract";
import type { joinRoundContract, PracticeRound } from "@/lib/contracts/practice-rounds";
import { Problem } from "@/lib/domain/errors";
import { getRound } from "./get-round";
import { requireRound, stateOf } from "./rounds";

/** Takes a place. Who comes after the reveal has seen nothing blind, so the door is closed by then. */
export async function joinRound(
  ctx: Context,
  { roundId }: InputOf<typeof joinRoundContract>,
): Promise<PracticeRound> {
  const round = await requireRound(ctx, roundId);
  const here = (await listRoundMembers(ctx, roundId)).some(({ id }) => id === ctx.member.id);
  if (here) return getRound(ctx, { roundId });
  if (stateOf(round) === "called-off")
    throw new Problem("CONFLICT", "This round was called off; ask for the next one");
  if (stateOf(round) !== "scoring")
    throw new Problem("CONFLICT", "This round is revealed already; ask for the next one");
  await takePlace(ctx, roundId);
  await audit(ctx, { action: "practice.round-join", subjectKind: "practice-round", subjectId: roundId });
  return getRound(ctx, { roundId });
}
