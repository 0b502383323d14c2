import { sql } from "drizzle-orm";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import { nudges } from "../schema/index";

/** One reminder at a time for a seat: two at once would both find that nobody was reminded today. */
export async function lockNudges(ctx: Context, seatId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`nudge ${seatId}`}, 0))`);
}

export async function recordNudge(ctx: Context, seatId: string): Promise<void> {
  await ctx.tx.insert(nudges).values({
    organizationId: ctx.organization.id,
    id: newId(),
    seatId,
    nudgedBy: ctx.member.id,
    nudgedAt: ctx.now,
  });
}

/** A reminder that is to go out by mail: who, about whom, where. */
export interface NudgeMail {
  id: string;
  email: string;
  interviewId: string;
  candidate: string;
  opening: string;
}

interface MailRow extends Record<string, unknown> {
  id: string;
  email: string;
  interview_id: string;
  candidate: string;
  opening: string;
}

/** Takes the reminders of the last hour that no mail was sent about: each is given to one instance only. */
export async function takeNudgeMails(tx: Transaction, organizationId: string): Promise<NudgeMail[]> {
  const rows = await tx.execute<MailRow>(sql`
    update nudges n set mailed_at = now()
    from seats t, memberships m, interviews i, applications a, candidates c, openings o
    where n.organization_id = ${organizationId} and n.mailed_at is null and n.nudged_at > now() - interval '1 hour'
      and t.organization_id = n.organization_id and t.id = n.seat_id
      and m.organization_id = n.organization_id and m.id = t.member_id and m.email is not null
      and i.organization_id = n.organization_id and i.id = t.interview_id
      and a.organization_id = n.organization_id and a.id = i.application_id
      and c.organization_id = n.organization_id and c.id = a.candidate_id
      and o.organization_id = n.organization_id and o.id = a.opening_id
    returning n.id, m.email, i.id as interview_id, c.name as candidate, o.title as opening`);
  return rows.map(({ interview_id, ...row }) => ({ ...row, interviewId: interview_id }));
}

/** Gives one back: its mail could not be handed over, and the next change tries again. */
export async function returnNudgeMail(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx.execute(
    sql`update nudges set mailed_at = null where organization_id = ${organizationId} and id = ${id}`,
  );
}
