import { and, eq } from "drizzle-orm";
import type { ReadinessRule } from "@/lib/domain/practice";
import type { Reference, SpokenBeat, WorkKind } from "@/lib/domain/practice-answer";
import { DIMENSIONS } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import type { Context } from "../context";
import { newId } from "../ids";
import {
  practiceAnswers,
  practiceAttempts,
  practiceCards,
  practiceProposals,
  practiceProposers,
  practiceRatings,
  practiceReferences,
  practiceRules,
} from "../schema/index";

/** Either an answer that ships or one of the organisation's own. */
export interface AnswerPointer {
  shippedKey: string | null;
  answerId: string | null;
}

interface NewAttempt extends AnswerPointer {
  /** A new one when left out; the demo world's follow from names. */
  id?: string;
  rubricVersionId: string;
  roundId: string | null;
  hinted: boolean;
  content: ScorecardContent;
  reference: Reference;
}

/** Keeps one blind attempt for ever: its marks beside their references, and the whole card. */
export async function recordAttempt(ctx: Context, attempt: NewAttempt): Promise<string> {
  const organizationId = ctx.organization.id;
  const { content, reference, id: attemptId = newId(), ...about } = attempt;
  await ctx.tx
    .insert(practiceAttempts)
    .values({ ...about, organizationId, id: attemptId, memberId: ctx.member.id, attemptedAt: ctx.now });
  await ctx.tx.insert(practiceRatings).values(
    DIMENSIONS.flatMap((dimension) => {
      const rating = content.ratings[dimension];
      if (!rating) return [];
      const mark = rating.state === "observed" ? rating.mark : null;
      return [{ organizationId, attemptId, dimension, mark, reference: reference.reference[dimension].mark }];
    }),
  );
  await ctx.tx.insert(practiceCards).values({ organizationId, attemptId, content, reference });
  return attemptId;
}

/** The organisation's own rule, from now on. */
export async function keepReadinessRule(ctx: Context, rule: ReadinessRule): Promise<void> {
  await ctx.tx
    .insert(practiceRules)
    .values({ ...rule, organizationId: ctx.organization.id })
    .onConflictDoUpdate({ target: practiceRules.organizationId, set: rule });
}

interface NewAnswer {
  title: string;
  role: string;
  field: string;
  work: WorkKind;
  spoken: SpokenBeat[];
}

export async function createOwnAnswer(ctx: Context, answer: NewAnswer): Promise<string> {
  const id = newId();
  await ctx.tx
    .insert(practiceAnswers)
    .values({ ...answer, id, organizationId: ctx.organization.id, addedBy: ctx.member.id, addedAt: ctx.now });
  return id;
}

/** Who proposes is written before what: the key of the second points at the first. */
export async function recordProposal(ctx: Context, answerId: string, reference: Reference): Promise<void> {
  const own = { organizationId: ctx.organization.id, answerId, memberId: ctx.member.id };
  await ctx.tx.insert(practiceProposers).values({ ...own, proposedAt: ctx.now });
  await ctx.tx.insert(practiceProposals).values({ ...own, reference });
}

export async function recordReferenceDraft(
  ctx: Context,
  answerId: string,
  reference: Reference,
  rubricVersionId: string,
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(practiceReferences).values({
    organizationId: ctx.organization.id,
    id,
    answerId,
    reference,
    rubricVersionId,
    draftedBy: ctx.member.id,
    draftedAt: ctx.now,
  });
  return id;
}

/** The second person's signature. */
export async function confirmReference(ctx: Context, referenceId: string): Promise<void> {
  await ctx.tx
    .update(practiceReferences)
    .set({ agreedBy: ctx.member.id, agreedAt: ctx.now })
    .where(
      and(eq(practiceReferences.organizationId, ctx.organization.id), eq(practiceReferences.id, referenceId)),
    );
}
