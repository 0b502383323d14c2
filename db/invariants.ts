import postgres from "postgres";
import { Problem } from "@/lib/domain/errors";

/** Statements that must return nothing, each with the sentence it would break. Run as the owner, over everything. */
export const INVARIANTS: Record<string, string> = {
  "submitted marks restate the ratings and flags of exactly the submitted scorecards": `
    with recount as (
      select s.organization_id, s.scorecard_id, i.application_id, a.opening_id,
        array(select case when r.dimension is not null then coalesce(r.mark::text, 'not-observed') end
          from unnest(array['ownership', 'noticing', 'consequence', 'fix', 'calibration']) with ordinality d(dimension, place)
          left join ratings r on r.organization_id = s.organization_id and r.scorecard_id = s.scorecard_id
            and r.dimension = d.dimension order by d.place) as marks,
        array(select f.trap from trap_flags f
          where f.organization_id = s.organization_id and f.scorecard_id = s.scorecard_id order by f.trap) as traps
      from submissions s
      join interviews i on i.organization_id = s.organization_id and i.id = s.interview_id
      join applications a on a.organization_id = i.organization_id and a.id = i.application_id)
    select scorecard_id from submitted_marks m full join recount r using (organization_id, scorecard_id)
      where (m.marks, m.traps, m.application_id, m.opening_id)
        is distinct from (r.marks, r.traps, r.application_id, r.opening_id)`,
  "progress equals a recount of seats and submissions": `
    select i.id from interviews i
      join applications a on a.organization_id = i.organization_id and a.id = i.application_id
      left join interview_progress p on p.organization_id = i.organization_id and p.interview_id = i.id
      where (p.opening_id, p.application_id, p.scheduled_at, p.seats, p.submitted, p.last_submitted_at) is distinct from
        (a.opening_id, a.id, i.scheduled_at,
        (select count(*)::int from seats t where t.organization_id = i.organization_id and t.interview_id = i.id),
        (select count(*)::int from submissions s where s.organization_id = i.organization_id and s.interview_id = i.id),
        (select max(s.submitted_at) from submissions s where s.organization_id = i.organization_id and s.interview_id = i.id))`,
  "everybody who submitted a scorecard has figures of their own": `
    select s.member_id from submissions s left join findings f
      on f.organization_id = s.organization_id and f.member_id = s.member_id where f.member_id is null`,
  "an opening counts its candidates": `
    select o.id from openings o left join opening_counts c on c.organization_id = o.organization_id and c.opening_id = o.id
      where c.candidates is distinct from
        (select count(*)::int from applications a where a.organization_id = o.organization_id and a.opening_id = o.id)`,
  "a scorecard's revision is the number of its operations": `
    select c.id from scorecards c where c.source = 'live' and c.revision <>
      (select count(*) from operations o where o.organization_id = c.organization_id and o.scorecard_id = c.id)`,
  "every seat has one scorecard, of the same interview and member": `
    select t.id from seats t left join scorecards c on c.organization_id = t.organization_id and c.seat_id = t.id
      where c.id is null or c.interview_id <> t.interview_id or c.author_id <> t.member_id`,
  "a submission speaks of its scorecard's own interview and author": `
    select s.scorecard_id from submissions s join scorecards c on c.organization_id = s.organization_id and c.id = s.scorecard_id
      where c.interview_id <> s.interview_id or c.author_id <> s.member_id`,
  "a scorecard is on its interview's rubric version": `
    select c.id from scorecards c join interviews i on i.organization_id = c.organization_id and i.id = c.interview_id
      where c.rubric_version_id <> i.rubric_version_id`,
  "no operation was received after its scorecard's submission": `
    select o.op_id from operations o join submissions s on s.organization_id = o.organization_id and s.scorecard_id = o.scorecard_id
      where o.received_at > s.submitted_at`,
  "an amendment is its scorecard's author's own, made after submitting": `
    select a.id from amendments a join scorecards c on c.organization_id = a.organization_id and c.id = a.scorecard_id
      join submissions s on s.organization_id = a.organization_id and s.scorecard_id = a.scorecard_id
      where a.author_id <> c.author_id or a.amended_at < s.submitted_at`,
  "an audit row says ids, counts and words of the code alone": `
    select e.seq from audit_events e, jsonb_path_query(e.detail, 'lax $.**') v
      where jsonb_typeof(v) = 'string' and v #>> '{}' !~ '^([a-z0-9-]{1,60}|[A-Z]{2})$'`,
  "every amendment has exactly one audit row": `
    select a.id from amendments a where 1 <> (select count(*) from audit_events e
      where e.organization_id = a.organization_id and e.action = 'scorecard.amend' and e.detail ->> 'amendment' = a.id::text)`,
  "a submitted live scorecard rates every dimension": `
    select c.id from scorecards c join submissions s on s.organization_id = c.organization_id and s.scorecard_id = c.id
      where c.source = 'live' and 5 <>
        (select count(*) from ratings r where r.organization_id = c.organization_id and r.scorecard_id = c.id)`,
  "every submission of a live scorecard has exactly one audit row": `
    select s.scorecard_id from submissions s join scorecards c on c.organization_id = s.organization_id and c.id = s.scorecard_id
      where c.source = 'live' and 1 <> (select count(*) from audit_events a where a.organization_id = s.organization_id
        and a.action = 'scorecard.submit' and a.subject_id = s.scorecard_id)`,
  "of an erased candidate nothing is left to read": `
    select c.id from candidates c where c.erased_at is not null and (c.email is not null
      or c.name <> 'Erased candidate ' || right(c.id::text, 6)
      or exists (select from applications a
        join interviews i on i.organization_id = a.organization_id and i.application_id = a.id
        join scorecards k on k.organization_id = i.organization_id and k.interview_id = i.id
        where a.organization_id = c.organization_id and a.candidate_id = c.id and (
          not exists (select from submissions s where s.organization_id = k.organization_id and s.scorecard_id = k.id)
          or exists (select from operations x where x.organization_id = k.organization_id and x.scorecard_id = k.id)
          or exists (select from evidence_notes x where x.organization_id = k.organization_id and x.scorecard_id = k.id)
          or exists (select from story_facts x where x.organization_id = k.organization_id and x.scorecard_id = k.id)
          or exists (select from beats x where x.organization_id = k.organization_id and x.scorecard_id = k.id)
          or exists (select from trap_flags x where x.organization_id = k.organization_id and x.scorecard_id = k.id
            and x.reason <> '')
          or exists (select from amendments x where x.organization_id = k.organization_id and x.scorecard_id = k.id
            and x.reason <> erased_words())
          or exists (select from decisions x where x.organization_id = k.organization_id
            and x.interview_id = k.interview_id and x.rationale <> erased_words())
          or exists (select from debrief_steps x where x.organization_id = k.organization_id
            and x.interview_id = k.interview_id and x.reason <> erased_words()))))`,
  "nobody was erased while a legal hold stood": `
    select h.id from legal_holds h join candidates c on c.organization_id = h.organization_id and c.id = h.candidate_id
      where c.erased_at >= h.placed_at and (h.lifted_at is null or c.erased_at < h.lifted_at)`,
  "the audit chain follows from row to row": `
    select a.organization_id, a.seq from (
      select e.*, lag(e.hash, 1, '\\x'::bytea) over (partition by e.organization_id order by e.seq) as previous,
        row_number() over (partition by e.organization_id order by e.seq) as place from audit_events e) a
      where a.place <> a.seq or a.hash <> audit_hash(a.previous, a.organization_id, a.seq, a.at, a.actor_id, a.action,
        a.subject_kind, a.subject_id, a.detail)`,
  "the audit head is the last row of its chain": `
    select h.organization_id from audit_heads h where h.seq <>
      (select coalesce(max(a.seq), 0) from audit_events a where a.organization_id = h.organization_id)`,
};

export interface Broken {
  invariant: string;
  rows: number;
  first: unknown;
}

/**
 * Runs every invariant as a role that row policies do not bind. Answers those that do not hold; empty when the records
 * agree with themselves. A role that would see only some rows is refused: of nothing, everything holds.
 */
export async function brokenInvariants(ownerUrl: string): Promise<Broken[]> {
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [seer] =
      await client`select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user`;
    if (!seer?.all)
      throw new Problem(
        "FORBIDDEN",
        "Checking the records needs a role that bypasses row-level security: this one would see no row of them",
      );
    return await brokenAmong(client);
  } finally {
    await client.end();
  }
}

/** The same over the rows that `sql` means by the tables' names. */
export async function brokenAmong(sql: postgres.Sql | postgres.TransactionSql): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const [invariant, statement] of Object.entries(INVARIANTS)) {
    const rows = await sql.unsafe(statement);
    if (rows.length > 0) broken.push({ invariant, rows: rows.length, first: rows[0] });
  }
  return broken;
}
