import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Dimension } from "@/lib/domain/scale";
import type { Context } from "../context";
import { memberships, practiceRoundMembers, practiceRoundNotes, practiceRounds } from "../schema/index";

export interface RoundRecord {
  roundId: string;
  answerKey: string;
  rubricVersionId: string;
  /** Who began it, or the lead who took it over. */
  lead: { id: string; name: string };
  startedAt: Date;
  revealedAt: Date | null;
  closedAt: Date | null;
  dimension: Dimension | null;
  joined: number;
  scored: number;
}

/** Enough for a season of weekly rounds. */
const ROUNDS_LISTED = 50;

/** The latest rounds, newest first. */
export async function listRounds(ctx: Context): Promise<RoundRecord[]> {
  return roundsWhere(ctx, undefined);
}

export async function findRound(ctx: Context, roundId: string): Promise<RoundRecord | null> {
  const [round] = await roundsWhere(ctx, eq(practiceRounds.id, roundId));
  return round ?? null;
}

async function roundsWhere({ tx, organization }: Context, where: SQL | undefined): Promise<RoundRecord[]> {
  const rows = await tx
    .select({
      roundId: practiceRounds.id,
      shippedKey: practiceRounds.shippedKey,
      answerId: practiceRounds.answerId,
      rubricVersionId: practiceRounds.rubricVersionId,
      lead: { id: memberships.id, name: memberships.name },
      startedAt: practiceRounds.startedAt,
      revealedAt: practiceRounds.revealedAt,
      closedAt: practiceRounds.closedAt,
      dimension: practiceRounds.dimension,
      joined: sql<number>`(select count(*)::int from practice_round_members m
        where m.organization_id = ${practiceRounds.organizationId} and m.round_id = ${practiceRounds.id})`,
      scored: sql<number>`(select count(*)::int from practice_attempts a
        where a.organization_id = ${practiceRounds.organizationId} and a.round_id = ${practiceRounds.id})`,
    })
    .from(practiceRounds)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, practiceRounds.organizationId),
        eq(memberships.id, sql`coalesce(${practiceRounds.takenOverBy}, ${practiceRounds.leadId})`),
      ),
    )
    .where(and(eq(practiceRounds.organizationId, organization.id), where))
    .orderBy(desc(practiceRounds.startedAt), desc(practiceRounds.id))
    .limit(ROUNDS_LISTED);
  return rows.map(({ shippedKey, answerId, ...row }) => ({
    ...row,
    answerKey: shippedKey ?? answerId ?? "",
  }));
}

/** Who has taken a place, by name. */
export async function listRoundMembers({ tx, organization }: Context, roundId: string) {
  return tx
    .select({ id: memberships.id, name: memberships.name })
    .from(practiceRoundMembers)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, practiceRoundMembers.organizationId),
        eq(memberships.id, practiceRoundMembers.memberId),
      ),
    )
    .where(
      and(
        eq(practiceRoundMembers.organizationId, organization.id),
        eq(practiceRoundMembers.roundId, roundId),
      ),
    )
    .orderBy(asc(memberships.name), asc(memberships.id));
}

/** What the round took from each dimension, as far as it was written down. */
export async function listRoundNotes({ tx, organization }: Context, roundId: string) {
  return tx
    .select({ dimension: practiceRoundNotes.dimension, body: practiceRoundNotes.body })
    .from(practiceRoundNotes)
    .where(
      and(eq(practiceRoundNotes.organizationId, organization.id), eq(practiceRoundNotes.roundId, roundId)),
    )
    .orderBy(asc(practiceRoundNotes.dimension));
}

/** Who was shown the reference of an answer in a revealed round, and on which wording: its places and its leads. */
export async function listShown({ tx, organization }: Context, answerKey: string) {
  const rows = await tx
    .select({
      rubricVersionId: practiceRounds.rubricVersionId,
      leadId: practiceRounds.leadId,
      takenOverBy: practiceRounds.takenOverBy,
      memberId: practiceRoundMembers.memberId,
    })
    .from(practiceRounds)
    .leftJoin(
      practiceRoundMembers,
      and(
        eq(practiceRoundMembers.organizationId, practiceRounds.organizationId),
        eq(practiceRoundMembers.roundId, practiceRounds.id),
      ),
    )
    .where(
      and(
        eq(practiceRounds.organizationId, organization.id),
        eq(sql`coalesce(${practiceRounds.shippedKey}, ${practiceRounds.answerId}::text)`, answerKey),
        isNotNull(practiceRounds.revealedAt),
      ),
    )
    .orderBy(asc(practiceRounds.id), asc(practiceRoundMembers.memberId));
  return rows.flatMap(({ rubricVersionId, ...members }) =>
    Object.values(members).flatMap((memberId) => (memberId === null ? [] : [{ memberId, rubricVersionId }])),
  );
}
