import { sql } from "drizzle-orm";
import type { Context } from "../context";
import { uuidArray } from "./uuids";

export interface MissingSeatRecord {
  seatId: string;
  interviewId: string;
  applicationId: string;
  member: { id: string; name: string };
  scheduledAt: Date;
  nudgedAt: Date | null;
}

interface MissingRow extends Record<string, unknown> {
  seat_id: string;
  interview_id: string;
  application_id: string;
  member_id: string;
  member_name: string;
  scheduled_at: string;
  nudged_at: string | null;
}

/** Of seats `t`, members `m` and progress `p`. */
const missingColumns = sql.raw(`t.id as seat_id, t.interview_id, p.application_id, m.id as member_id,
  m.name as member_name, p.scheduled_at, (select max(n.nudged_at) from nudges n
    where n.organization_id = t.organization_id and n.seat_id = t.id) as nudged_at`);

/** Seats without a submission, of these candidates, oldest interview first. */
export async function listMissingSeats(
  ctx: Context,
  applicationIds: readonly string[],
): Promise<MissingSeatRecord[]> {
  if (applicationIds.length === 0) return [];
  const rows = await ctx.tx.execute<MissingRow>(sql`
    select ${missingColumns}
    from interview_progress p
    join seats t on t.organization_id = p.organization_id and t.interview_id = p.interview_id
    join memberships m on m.organization_id = t.organization_id and m.id = t.member_id
    where p.organization_id = ${ctx.organization.id} and p.application_id = any (${uuidArray(applicationIds)})
      and p.submitted < p.seats and not exists (select from submissions s where s.organization_id = t.organization_id
        and s.interview_id = t.interview_id and s.member_id = t.member_id)
    order by p.scheduled_at, m.name, t.id`);
  return rows.map(missingSeatOf);
}

function missingSeatOf(row: MissingRow): MissingSeatRecord {
  return {
    seatId: row.seat_id,
    interviewId: row.interview_id,
    applicationId: row.application_id,
    member: { id: row.member_id, name: row.member_name },
    scheduledAt: new Date(row.scheduled_at),
    nudgedAt: row.nudged_at === null ? null : new Date(row.nudged_at),
  };
}

/** One seat with all that decides whether its interviewer may be reminded; null when there is none. */
export async function findSeat(
  ctx: Context,
  seatId: string,
): Promise<(MissingSeatRecord & { submittedAt: Date | null; memberActive: boolean }) | null> {
  const [row] = await ctx.tx.execute<MissingRow & { submitted_at: string | null; active: boolean }>(sql`
    select ${missingColumns}, s.submitted_at, m.deactivated_at is null as active
    from seats t
    join interview_progress p on p.organization_id = t.organization_id and p.interview_id = t.interview_id
    join memberships m on m.organization_id = t.organization_id and m.id = t.member_id
    left join submissions s on s.organization_id = t.organization_id and s.interview_id = t.interview_id
      and s.member_id = t.member_id
    where t.organization_id = ${ctx.organization.id} and t.id = ${seatId}`);
  if (!row) return null;
  const submittedAt = row.submitted_at === null ? null : new Date(row.submitted_at);
  return { ...missingSeatOf(row), submittedAt, memberActive: row.active };
}

/** Who is seated in each interview of some openings: who, never whether they have scored. */
export async function listPanels(
  ctx: Context,
  openingIds: readonly string[],
): Promise<{ interviewId: string; memberIds: string[] }[]> {
  const rows = await ctx.tx.execute<{ interview_id: string; members: string[] }>(sql`
    select t.interview_id, array_agg(t.member_id::text order by t.member_id) as members
    from interview_progress p
    join seats t on t.organization_id = p.organization_id and t.interview_id = p.interview_id
    where p.organization_id = ${ctx.organization.id} and p.opening_id = any (${uuidArray(openingIds)})
    group by t.interview_id order by t.interview_id`);
  return rows.map((row) => ({ interviewId: row.interview_id, memberIds: row.members }));
}
