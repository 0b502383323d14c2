import { and, eq, sql } from "drizzle-orm";
import type { HoldReason } from "@/lib/domain/privacy";
import type { Context } from "../context";
import { newId } from "../ids";
import type { OwnScope } from "../queries/retention";
import { candidates, legalHolds, subjectReads } from "../schema/index";

/** What an erasure removed, in numbers; null when there is no such candidate or it was erased before. */
export async function eraseCandidateRows(
  { tx, now }: Pick<Context, "tx" | "now">,
  candidateId: string,
): Promise<Record<string, number> | null> {
  const [row] = await tx.execute<{ removed: Record<string, number> | null }>(
    sql`select erase_candidate(${candidateId}::uuid, ${now.toISOString()}::timestamptz) as removed`,
  );
  return row?.removed ?? null;
}

/** A candidate's name and address as they stand; null when there is no such candidate. */
export async function findCandidateWords(
  { tx, organization }: Pick<OwnScope, "tx" | "organization">,
  candidateId: string,
): Promise<{ name: string; email: string | null } | null> {
  const [row] = await tx
    .select({ name: candidates.name, email: candidates.email })
    .from(candidates)
    .where(and(eq(candidates.organizationId, organization.id), eq(candidates.id, candidateId)));
  return row ?? null;
}

/** A large file takes its time; the whole erasure is one transaction. */
const ERASING_TIMEOUT = "2min";

/** For the length of `work` an administrator, or the daily pass, sees the leads' files of scores (0025). */
export async function whileErasing<T>({ tx }: Pick<OwnScope, "tx">, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('app.erasing', 'on', true),
    set_config('statement_timeout', ${ERASING_TIMEOUT}, true)`);
  const result = await work();
  await tx.execute(sql`select set_config('app.erasing', '', true)`);
  return result;
}

/** An erasure and a hold for one person come one after the other: both take the candidate's row first. */
export async function lockCandidate({ tx, organization }: Context, candidateId: string): Promise<void> {
  await tx.execute(sql`select 1 from candidates
    where organization_id = ${organization.id} and id = ${candidateId} for update`);
}

export async function addHold(ctx: Context, candidateId: string, reason: HoldReason): Promise<string> {
  const id = newId();
  await ctx.tx.insert(legalHolds).values({
    organizationId: ctx.organization.id,
    id,
    candidateId,
    reason,
    placedBy: ctx.member.id,
    placedAt: ctx.now,
  });
  return id;
}

/** Lifts the hold that stands; null when none does. */
export async function endHold(ctx: Context, candidateId: string): Promise<string | null> {
  const [row] = await ctx.tx.execute<{ id: string }>(sql`update legal_holds
    set lifted_by = ${ctx.member.id}, lifted_at = greatest(placed_at, ${ctx.now.toISOString()}::timestamptz)
    where organization_id = ${ctx.organization.id} and candidate_id = ${candidateId} and lifted_at is null
    returning id`);
  return row?.id ?? null;
}

/** Who had these interviews' scorecards in hand scores none of them afterwards. */
export async function recordSubjectReads(ctx: Context, interviewIds: readonly string[]): Promise<void> {
  if (interviewIds.length === 0) return;
  const own = { organizationId: ctx.organization.id, memberId: ctx.member.id, readAt: ctx.now };
  await ctx.tx
    .insert(subjectReads)
    .values(interviewIds.map((interviewId) => ({ ...own, interviewId })))
    .onConflictDoNothing();
}
