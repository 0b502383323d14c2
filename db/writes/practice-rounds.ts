import { and, eq, isNull } from "drizzle-orm";
import type { Dimension } from "@/lib/domain/scale";
import type { Context } from "../context";
import { newId } from "../ids";
import { practiceRoundMembers, practiceRoundNotes, practiceRounds } from "../schema/index";
import type { AnswerPointer } from "./practice";

export async function createRound(
  ctx: Context,
  { id = newId(), ...round }: AnswerPointer & { id?: string; rubricVersionId: string },
): Promise<string> {
  await ctx.tx
    .insert(practiceRounds)
    .values({ ...round, id, organizationId: ctx.organization.id, leadId: ctx.member.id, startedAt: ctx.now });
  return id;
}

/** Taking a place twice is taking it once. */
export async function takePlace(ctx: Context, roundId: string): Promise<void> {
  await ctx.tx
    .insert(practiceRoundMembers)
    .values({ organizationId: ctx.organization.id, roundId, memberId: ctx.member.id, joinedAt: ctx.now })
    .onConflictDoNothing();
}

const one = ({ organization }: Context, roundId: string) =>
  and(eq(practiceRounds.organizationId, organization.id), eq(practiceRounds.id, roundId));

/** The first reveal is the one. */
export async function markRevealed(ctx: Context, roundId: string, dimension: Dimension): Promise<void> {
  await ctx.tx
    .update(practiceRounds)
    .set({ revealedAt: ctx.now, dimension })
    .where(and(one(ctx, roundId), isNull(practiceRounds.revealedAt)));
}

/** Another lead goes on with it; who began it stays known. */
export async function markTakenOver(ctx: Context, roundId: string): Promise<void> {
  await ctx.tx.update(practiceRounds).set({ takenOverBy: ctx.member.id }).where(one(ctx, roundId));
}

export async function markClosed(ctx: Context, roundId: string): Promise<void> {
  await ctx.tx
    .update(practiceRounds)
    .set({ closedAt: ctx.now })
    .where(and(one(ctx, roundId), isNull(practiceRounds.closedAt)));
}

/** Turns the round to a dimension; a note replaces the one before, null leaves it. */
export async function turnTo(
  ctx: Context,
  roundId: string,
  dimension: Dimension,
  note: string | null,
): Promise<void> {
  await ctx.tx.update(practiceRounds).set({ dimension }).where(one(ctx, roundId));
  if (note === null) return;
  const written = { body: note, writtenBy: ctx.member.id, writtenAt: ctx.now };
  await ctx.tx
    .insert(practiceRoundNotes)
    .values({ organizationId: ctx.organization.id, roundId, dimension, ...written })
    .onConflictDoUpdate({
      target: [practiceRoundNotes.organizationId, practiceRoundNotes.roundId, practiceRoundNotes.dimension],
      set: written,
    });
}
