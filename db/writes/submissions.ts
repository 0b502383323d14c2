import { sql } from "drizzle-orm";
import type { Context } from "../context";
import { operations, submissions } from "../schema/index";

/**
 * Reveals one scorecard, for ever. The table's key refuses a second time. What lists and figures count follows in the
 * same transaction, by the table's own triggers. Answers the moment that was written: never before the last change was
 * received, also where the server's clock was set back in between.
 */
export async function recordSubmission(
  ctx: Context,
  card: { scorecardId: string; interviewId: string; submittedAt: Date },
): Promise<Date> {
  const organizationId = ctx.organization.id;
  const submittedAt = sql`greatest(${card.submittedAt.toISOString()}::timestamptz, (
    select max(${operations.receivedAt}) from ${operations}
    where ${operations.organizationId} = ${organizationId} and ${operations.scorecardId} = ${card.scorecardId}))`;
  const [row] = await ctx.tx
    .insert(submissions)
    .values({ ...card, submittedAt, organizationId, memberId: ctx.member.id })
    .returning({ submittedAt: submissions.submittedAt });
  return row?.submittedAt ?? card.submittedAt;
}
