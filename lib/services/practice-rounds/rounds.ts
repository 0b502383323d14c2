import type { Context } from "@/db/context";
import { findRound, type RoundRecord } from "@/db/queries/practice-rounds";
import { Problem } from "@/lib/domain/errors";

export type RoundState = "scoring" | "revealed" | "closed" | "called-off";

export function stateOf({ revealedAt, closedAt }: RoundRecord): RoundState {
  if (closedAt) return revealedAt ? "closed" : "called-off";
  return revealedAt ? "revealed" : "scoring";
}

export const isOver = ({ closedAt }: RoundRecord): boolean => closedAt !== null;

export async function requireRound(ctx: Context, roundId: string): Promise<RoundRecord> {
  const round = await findRound(ctx, roundId);
  if (!round) throw new Problem("NOT_FOUND", "There is no such round");
  return round;
}

/** A round that this member leads: its steps are theirs alone. */
export async function requireLedRound(ctx: Context, roundId: string): Promise<RoundRecord> {
  const round = await requireRound(ctx, roundId);
  if (round.lead.id !== ctx.member.id)
    throw new Problem(
      "FORBIDDEN",
      `${round.lead.name} leads this round and takes its next step; another lead takes it over first`,
    );
  return round;
}
