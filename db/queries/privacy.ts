import { sql } from "drizzle-orm";
import type { HoldReason } from "@/lib/domain/privacy";
import type { Context } from "../context";
import { uuidArray } from "./uuids";

/** A candidate as their privacy is looked after: who, where, and what stands in the way. */
export interface PersonRecord {
  candidateId: string;
  name: string;
  email: string | null;
  erasedAt: Date | null;
  /** A legal hold stands. */
  held: boolean;
  applications: { applicationId: string; opening: { id: string; title: string } }[];
}

interface PersonRow extends Record<string, unknown> {
  id: string;
  name: string;
  email: string | null;
  erased_at: string | Date | null;
  held: boolean;
  applications: PersonRecord["applications"];
}

/** As many as a person reads through; a longer name finds fewer. */
export const PEOPLE_FOUND_MAX = 20;

const personColumns = sql`c.id, c.name, c.email, c.erased_at,
  exists (select from legal_holds h where h.organization_id = c.organization_id and h.candidate_id = c.id
    and h.lifted_at is null) as held,
  (select coalesce(jsonb_agg(jsonb_build_object('applicationId', a.id,
      'opening', jsonb_build_object('id', o.id, 'title', o.title)) order by o.title, a.id), '[]')
    from applications a join openings o on o.organization_id = a.organization_id and o.id = a.opening_id
    where a.organization_id = c.organization_id and a.candidate_id = c.id) as applications`;

function personOf({ id, erased_at, ...row }: PersonRow): PersonRecord {
  return { ...row, candidateId: id, erasedAt: erased_at === null ? null : new Date(erased_at) };
}

/** Candidates whose name or address holds these words, erased ones left out. */
export async function findPeople({ tx, organization }: Context, words: string): Promise<PersonRecord[]> {
  const rows = await tx.execute<PersonRow>(sql`select ${personColumns} from candidates c
    where c.organization_id = ${organization.id} and c.erased_at is null
      and (strpos(lower(c.name), lower(${words})) > 0 or strpos(c.email, lower(${words})) > 0)
    order by c.name, c.id limit ${PEOPLE_FOUND_MAX}`);
  return rows.map(personOf);
}

/** One candidate, erased or not; null when there is none here. */
export async function findPerson(
  { tx, organization }: Context,
  candidateId: string,
): Promise<PersonRecord | null> {
  const [row] = await tx.execute<PersonRow>(sql`select ${personColumns} from candidates c
    where c.organization_id = ${organization.id} and c.id = ${candidateId}`);
  return row ? personOf(row) : null;
}

export interface HoldRecord {
  holdId: string;
  candidateId: string;
  candidateName: string;
  reason: HoldReason;
  placedBy: { id: string; name: string };
  placedAt: Date;
  liftedBy: { id: string; name: string } | null;
  liftedAt: Date | null;
}

interface HoldRow extends Record<string, unknown> {
  id: string;
  candidate_id: string;
  candidate_name: string;
  reason: HoldReason;
  placed_by: HoldRecord["placedBy"];
  placed_at: string | Date;
  lifted_by: HoldRecord["liftedBy"];
  lifted_at: string | Date | null;
}

/** Holds of one candidate, all that ever were; or, of everybody, those that stand. Newest first. */
export async function listHolds(
  { tx, organization }: Context,
  of: { candidateId: string } | "standing",
): Promise<HoldRecord[]> {
  const rows = await tx.execute<HoldRow>(sql`select h.id, h.candidate_id, c.name as candidate_name, h.reason,
      jsonb_build_object('id', p.id, 'name', p.name) as placed_by, h.placed_at, h.lifted_at,
      case when l.id is not null then jsonb_build_object('id', l.id, 'name', l.name) end as lifted_by
    from legal_holds h
    join candidates c on c.organization_id = h.organization_id and c.id = h.candidate_id
    join memberships p on p.organization_id = h.organization_id and p.id = h.placed_by
    left join memberships l on l.organization_id = h.organization_id and l.id = h.lifted_by
    where h.organization_id = ${organization.id}
      and ${of === "standing" ? sql`h.lifted_at is null` : sql`h.candidate_id = ${of.candidateId}`}
    order by h.placed_at desc, h.id`);
  return rows.map((row) => ({
    holdId: row.id,
    candidateId: row.candidate_id,
    candidateName: row.candidate_name,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: new Date(row.placed_at),
    liftedBy: row.lifted_by,
    liftedAt: row.lifted_at === null ? null : new Date(row.lifted_at),
  }));
}

/** Of these scorecards, one's own that were erased. */
export async function listErasedOf(
  { tx, organization, member }: Context,
  scorecardIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.execute<{ scorecard_id: string }>(sql`select scorecard_id from erased_scorecards
    where organization_id = ${organization.id} and author_id = ${member.id}
      and scorecard_id = any (${uuidArray(scorecardIds)}) order by scorecard_id`);
  return rows.map(({ scorecard_id }) => scorecard_id);
}

/** Everybody else a person's file could name: members, and candidates who are not erased. */
export interface OtherRecord {
  id: string;
  kind: "member" | "candidate";
  name: string;
  email: string | null;
  /** Of a candidate: stands in one opening with the person. */
  near: boolean;
}

export async function listOthers({ tx, organization }: Context, candidateId: string): Promise<OtherRecord[]> {
  const rows = await tx.execute<OtherRecord & Record<string, unknown>>(sql`
    select m.id, 'member' as kind, m.name, m.email, true as near from memberships m
      where m.organization_id = ${organization.id}
    union all
    select c.id, 'candidate', c.name, c.email, exists (select from applications a
        join applications own on own.organization_id = a.organization_id and own.opening_id = a.opening_id
        where a.organization_id = c.organization_id and a.candidate_id = c.id and own.candidate_id = ${candidateId})
      from candidates c
      where c.organization_id = ${organization.id} and c.id <> ${candidateId} and c.erased_at is null`);
  return rows.map(({ id, kind, name, email, near }) => ({ id, kind, name, email, near }));
}

export interface DeedRecord {
  at: Date;
  action: string;
  actorId: string | null;
}

/** Deeds on record about any of these: the candidate, their applications, interviews, seats and scorecards. */
export async function listDeedsAbout(
  { tx, organization }: Context,
  subjectIds: readonly string[],
): Promise<DeedRecord[]> {
  const rows = await tx.execute<{ at: string | Date; action: string; actor_id: string | null }>(sql`
    select at, action, actor_id from audit_events where organization_id = ${organization.id}
      and subject_id = any (${uuidArray(subjectIds)}) order by seq`);
  return rows.map(({ at, action, actor_id }) => ({ at: new Date(at), action, actorId: actor_id }));
}
