import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reference } from "@/lib/domain/practice-answer";
import type { Dimension, Mark } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import type { Context } from "../context";
import {
  memberships,
  practiceAnswers,
  practiceAttempts,
  practiceCards,
  practiceProposals,
  practiceProposers,
  practiceRatings,
  practiceReferences,
  practiceRounds,
  practiceRules,
} from "../schema/index";

/** The organisation's own rule; null while the one that ships holds. */
export async function findReadinessRule({ tx, organization }: Context) {
  const [rule] = await tx
    .select({
      answers: practiceRules.answers,
      withinOne: practiceRules.withinOne,
      meanGap: practiceRules.meanGap,
    })
    .from(practiceRules)
    .where(eq(practiceRules.organizationId, organization.id));
  // Written as single precision: 0.85 must come back as 0.85.
  return rule ? { ...rule, withinOne: rounded(rule.withinOne), meanGap: rounded(rule.meanGap) } : null;
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

export type OwnAnswerRecord = Omit<typeof practiceAnswers.$inferSelect, "organizationId">;

/** The organisation's own answers, in the order they were added. */
export async function listOwnAnswers({ tx, organization }: Context): Promise<OwnAnswerRecord[]> {
  return tx
    .select({
      id: practiceAnswers.id,
      title: practiceAnswers.title,
      role: practiceAnswers.role,
      field: practiceAnswers.field,
      work: practiceAnswers.work,
      spoken: practiceAnswers.spoken,
      addedBy: practiceAnswers.addedBy,
      addedAt: practiceAnswers.addedAt,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.organizationId, organization.id))
    .orderBy(asc(practiceAnswers.addedAt), asc(practiceAnswers.id));
}

export interface ReferenceRecord {
  id: string;
  answerId: string;
  reference: Reference;
  draftedBy: string;
  agreedBy: string | null;
  /** The wording it was agreed against; null: from before this was kept. */
  rubricVersionId: string | null;
}

/** Every reference written down for the organisation's own answers, newest first. */
export async function listReferences({ tx, organization }: Context): Promise<ReferenceRecord[]> {
  return tx
    .select({
      id: practiceReferences.id,
      answerId: practiceReferences.answerId,
      reference: practiceReferences.reference,
      draftedBy: practiceReferences.draftedBy,
      agreedBy: practiceReferences.agreedBy,
      rubricVersionId: practiceReferences.rubricVersionId,
    })
    .from(practiceReferences)
    .where(eq(practiceReferences.organizationId, organization.id))
    .orderBy(desc(practiceReferences.draftedAt), desc(practiceReferences.id));
}

/** Which lead has set a reference alone, for which answer: who, never what. */
export async function listProposers({ tx, organization }: Context) {
  return tx
    .select({
      answerId: practiceProposers.answerId,
      member: { id: memberships.id, name: memberships.name },
    })
    .from(practiceProposers)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, practiceProposers.organizationId),
        eq(memberships.id, practiceProposers.memberId),
      ),
    )
    .where(eq(practiceProposers.organizationId, organization.id))
    .orderBy(asc(memberships.name), asc(memberships.id));
}

/** What leads set alone, as far as you may see it: for answers you have set yours for. */
export async function listProposals({ tx, organization }: Context) {
  return tx
    .select({
      answerId: practiceProposals.answerId,
      memberId: practiceProposals.memberId,
      reference: practiceProposals.reference,
    })
    .from(practiceProposals)
    .where(eq(practiceProposals.organizationId, organization.id));
}

export interface AttemptRecord {
  attemptId: string;
  memberId: string;
  answerKey: string;
  rubricVersionId: string;
  roundId: string | null;
  hinted: boolean;
  attemptedAt: Date;
  /** False while its round is under way: nothing of it is told yet, not even to its author. */
  revealed: boolean;
}

/** Attempts, oldest first: that somebody practised may be known, what they marked is asked for apart. */
export async function listAttempts(ctx: Context, memberId: string | null): Promise<AttemptRecord[]> {
  return attemptsWhere(ctx, memberId === null ? undefined : eq(practiceAttempts.memberId, memberId));
}

/** Everybody's attempts on one answer. */
export async function listAnswerAttempts(ctx: Context, answerKey: string): Promise<AttemptRecord[]> {
  return attemptsWhere(
    ctx,
    eq(sql`coalesce(${practiceAttempts.shippedKey}, ${practiceAttempts.answerId}::text)`, answerKey),
  );
}

/** The attempts of one round. */
export async function listRoundAttempts(ctx: Context, roundId: string): Promise<AttemptRecord[]> {
  return attemptsWhere(ctx, eq(practiceAttempts.roundId, roundId));
}

async function attemptsWhere(
  { tx, organization }: Context,
  where: SQL | undefined,
): Promise<AttemptRecord[]> {
  const rows = await tx
    .select({
      attemptId: practiceAttempts.id,
      memberId: practiceAttempts.memberId,
      shippedKey: practiceAttempts.shippedKey,
      answerId: practiceAttempts.answerId,
      rubricVersionId: practiceAttempts.rubricVersionId,
      roundId: practiceAttempts.roundId,
      hinted: practiceAttempts.hinted,
      attemptedAt: practiceAttempts.attemptedAt,
      revealedAt: practiceRounds.revealedAt,
      closedAt: practiceRounds.closedAt,
    })
    .from(practiceAttempts)
    .leftJoin(
      practiceRounds,
      and(
        eq(practiceRounds.organizationId, practiceAttempts.organizationId),
        eq(practiceRounds.id, practiceAttempts.roundId),
      ),
    )
    .where(and(eq(practiceAttempts.organizationId, organization.id), where))
    .orderBy(asc(practiceAttempts.attemptedAt), asc(practiceAttempts.id));
  return rows.map(({ shippedKey, answerId, revealedAt, closedAt, ...row }) => ({
    ...row,
    answerKey: shippedKey ?? answerId ?? "",
    revealed: row.roundId === null || revealedAt !== null || closedAt !== null,
  }));
}

export interface AttemptMark {
  attemptId: string;
  dimension: Dimension;
  mark: Mark | null;
  reference: Mark;
}

/** Marks beside references of attempts that no round still holds back; the row policy says whose you see. */
export async function listAttemptMarks(
  { tx, organization }: Context,
  memberId: string | null,
): Promise<AttemptMark[]> {
  return tx
    .select({
      attemptId: practiceRatings.attemptId,
      dimension: practiceRatings.dimension,
      mark: practiceRatings.mark,
      reference: practiceRatings.reference,
    })
    .from(practiceRatings)
    .innerJoin(
      practiceAttempts,
      and(
        eq(practiceAttempts.organizationId, practiceRatings.organizationId),
        eq(practiceAttempts.id, practiceRatings.attemptId),
      ),
    )
    .leftJoin(
      practiceRounds,
      and(
        eq(practiceRounds.organizationId, practiceAttempts.organizationId),
        eq(practiceRounds.id, practiceAttempts.roundId),
      ),
    )
    .where(
      and(
        eq(practiceRatings.organizationId, organization.id),
        memberId === null ? undefined : eq(practiceAttempts.memberId, memberId),
        or(
          isNull(practiceAttempts.roundId),
          isNotNull(practiceRounds.revealedAt),
          isNotNull(practiceRounds.closedAt),
        ),
      ),
    )
    .orderBy(
      asc(practiceAttempts.attemptedAt),
      asc(practiceRatings.attemptId),
      asc(practiceRatings.dimension),
    );
}

/** The card of an attempt, with the reference as it stood; null when it is not yours to see. */
export async function findAttemptCard(
  { tx, organization }: Context,
  attemptId: string,
): Promise<{ content: ScorecardContent; reference: Reference } | null> {
  const [card] = await tx
    .select({ content: practiceCards.content, reference: practiceCards.reference })
    .from(practiceCards)
    .where(and(eq(practiceCards.organizationId, organization.id), eq(practiceCards.attemptId, attemptId)));
  return card ?? null;
}
