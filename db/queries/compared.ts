import { sql } from "drizzle-orm";
import type { Context } from "../context";
import type { SeatRecord } from "./interviews";
import type { OpeningVersion } from "./submitted-marks";
import { uuidArray } from "./uuids";

export interface ComparedInterview {
  interviewId: string;
  applicationId: string;
  rubricVersionId: string;
  scheduledAt: Date;
  /** One of its interviewers held it among many on one day (UTC), whatever the openings. */
  inRun: boolean;
  /** By their members' names: who is done, never what they said. */
  seats: ComparedSeat[];
}

export interface ComparedSeat extends SeatRecord {
  /** When they were last reminded. */
  nudgedAt: Date | null;
}

/** The opening of some candidates, the version of its scorecards, and the candidates' interviews with their seats. */
export interface ComparedOpening extends OpeningVersion {
  id: string;
  title: string;
  /** The last live event the viewer may know of. */
  asOf: number;
  interviews: ComparedInterview[];
}

interface OpeningRow extends Record<string, unknown> {
  id: string;
  title: string;
  version: string;
  hidden: string[];
  as_of: number;
  interviews: (Omit<ComparedInterview, "scheduledAt" | "seats"> & {
    scheduledAt: string;
    seats: (Omit<ComparedSeat, "interviewId" | "submittedAt" | "nudgedAt"> & {
      submittedAt: string | null;
      nudgedAt: string | null;
    })[];
  })[];
}

/** Seats of interview `p`, as JSON. */
const seatsOfInterview = sql`(select coalesce(jsonb_agg(jsonb_build_object('seatId', t.id,
    'member', jsonb_build_object('id', m.id, 'name', m.name), 'submittedAt', s.submitted_at,
    'nudgedAt', (select max(n.nudged_at) from nudges n
      where n.organization_id = t.organization_id and n.seat_id = t.id)) order by m.name, t.id), '[]')
  from seats t
  join memberships m on m.organization_id = t.organization_id and m.id = t.member_id
  left join submissions s on s.organization_id = t.organization_id and s.interview_id = t.interview_id
    and s.member_id = t.member_id
  where t.organization_id = p.organization_id and t.interview_id = p.interview_id)`;

/**
 * Whether somebody on the panel of interview `p` held so many that day. Asked of the day, interview by interview, which
 * is as long in a large house as in a small one: what one person ever held grows with the years.
 */
const isInRun = (run: number) => sql`exists (
  select from interview_progress d
  cross join lateral (
    select same.member_id from seats same
    where same.organization_id = d.organization_id and same.interview_id = d.interview_id
      and same.member_id = any (array(select t.member_id from seats t
        where t.organization_id = p.organization_id and t.interview_id = p.interview_id))
    offset 0) held
  where d.organization_id = p.organization_id
    and d.scheduled_at >= date_trunc('day', p.scheduled_at, 'UTC')
    and d.scheduled_at < date_trunc('day', p.scheduled_at, 'UTC') + interval '1 day'
  group by held.member_id having count(*) >= ${run})`;

/**
 * The openings that these candidates belong to: one, if they can be compared at all. One statement, because a
 * comparison has many questions.
 * @param run so many interviews by one person on one day are a run
 */
export async function listComparedOpenings(
  ctx: Context,
  applicationIds: readonly string[],
  run: number,
): Promise<ComparedOpening[]> {
  const ids = uuidArray(applicationIds);
  const rows = await ctx.tx.execute<OpeningRow>(sql`
    select o.id, o.title, k.version || '.' || k.candidates as version,
      array(select p.interview_id::text from interview_progress p
        where p.organization_id = o.organization_id and p.opening_id = o.id
          and p.interview_id = any ((select interviews_to_score())::uuid[]) order by 1) as hidden,
      coalesce((select e.seq from live_events e where e.organization_id = o.organization_id
        order by e.seq desc limit 1), 0)::float8 as as_of,
      (select coalesce(jsonb_agg(jsonb_build_object('interviewId', p.interview_id, 'applicationId', p.application_id,
          'rubricVersionId', i.rubric_version_id, 'seats', ${seatsOfInterview},
          'scheduledAt', p.scheduled_at, 'inRun', ${isInRun(run)})
          order by p.scheduled_at, p.interview_id), '[]')
        from interview_progress p
        join interviews i on i.organization_id = p.organization_id and i.id = p.interview_id
        where p.organization_id = o.organization_id and p.opening_id = o.id and p.application_id = any (${ids})) as interviews
    from openings o
    join opening_counts k on k.organization_id = o.organization_id and k.opening_id = o.id
    where o.organization_id = ${ctx.organization.id} and o.id in (
      select a.opening_id from applications a
      where a.organization_id = ${ctx.organization.id} and a.id = any (${ids}))`);
  return rows.map(({ as_of, interviews, ...row }) => ({
    ...row,
    asOf: as_of,
    interviews: interviews.map((each) => ({
      ...each,
      scheduledAt: new Date(each.scheduledAt),
      seats: each.seats.map((seat) => ({
        ...seat,
        interviewId: each.interviewId,
        submittedAt: dateOf(seat.submittedAt),
        nudgedAt: dateOf(seat.nudgedAt),
      })),
    })),
  }));
}

const dateOf = (value: string | null) => (value === null ? null : new Date(value));
