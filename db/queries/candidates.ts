import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../context";
import { applications, candidates, interviewProgress, openingCounts, openings } from "../schema/index";
import { uuidArray } from "./uuids";

export interface OpeningRecord {
  id: string;
  title: string;
  candidates: number;
}

/** Openings with how many candidates each has; the one with the latest interview first. */
export async function listOpenings(ctx: Context): Promise<OpeningRecord[]> {
  return (await listVersionedOpenings(ctx)).map(({ id, title, candidates }) => ({ id, title, candidates }));
}

/** The same with the version of each opening's records: what was computed from them stands until it moves. */
export async function listVersionedOpenings(ctx: Context): Promise<(OpeningRecord & { version: string })[]> {
  const latest = sql`(select p.scheduled_at from ${interviewProgress} p where p.organization_id = ${openings.organizationId}
    and p.opening_id = ${openings.id} order by p.scheduled_at desc limit 1)`;
  return ctx.tx
    .select({
      id: openings.id,
      title: openings.title,
      candidates: openingCounts.candidates,
      version: sql<string>`${openingCounts.version} || '.' || ${openingCounts.candidates}`,
    })
    .from(openings)
    .innerJoin(
      openingCounts,
      and(
        eq(openingCounts.organizationId, openings.organizationId),
        eq(openingCounts.openingId, openings.id),
      ),
    )
    .where(eq(openings.organizationId, ctx.organization.id))
    .orderBy(sql`${latest} desc nulls last`, desc(openings.createdAt), asc(openings.title));
}

/** Some candidates of one organisation: an opening's, or those with these application ids. */
export type WhichApplications = { openingId: string } | { applicationIds: readonly string[] };

export interface ApplicationRecord {
  applicationId: string;
  openingId: string;
  candidate: { id: string; name: string };
}

/** Applications of one opening, by candidate name. */
export async function listApplications(
  ctx: Context,
  { openingId }: { openingId: string },
): Promise<ApplicationRecord[]> {
  return listApplicationsOf(ctx, [openingId]);
}

/** Applications of some openings, by candidate name. */
export async function listApplicationsOf(
  ctx: Context,
  openingIds: readonly string[],
): Promise<ApplicationRecord[]> {
  return ctx.tx
    .select({
      applicationId: applications.id,
      openingId: applications.openingId,
      candidate: { id: candidates.id, name: candidates.name },
    })
    .from(applications)
    .innerJoin(
      candidates,
      and(
        eq(candidates.organizationId, applications.organizationId),
        eq(candidates.id, applications.candidateId),
      ),
    )
    .where(
      and(
        eq(applications.organizationId, ctx.organization.id),
        sql`${applications.openingId} = any (${uuidArray(openingIds)})`,
      ),
    )
    .orderBy(asc(candidates.name), asc(applications.id));
}

/** A text without its accents, so that whoever types "Munoz" finds Muñoz; `COMBINING` is the range of the marks. */
const COMBINING = "[\\u0300-\\u036f]";
const unaccented = (what: SQLWrapper) =>
  sql`regexp_replace(normalize(lower(${what}), NFD), ${COMBINING}, '', 'g')`;

export interface FoundApplication {
  applicationId: string;
  candidate: { id: string; name: string };
  opening: string;
}

/** Applications whose candidate's name holds every one of these words, by name. */
export async function findApplicationsByName(
  ctx: Context,
  words: readonly string[],
  limit: number,
): Promise<FoundApplication[]> {
  return ctx.tx
    .select({
      applicationId: applications.id,
      candidate: { id: candidates.id, name: candidates.name },
      opening: openings.title,
    })
    .from(applications)
    .innerJoin(
      candidates,
      and(
        eq(candidates.organizationId, applications.organizationId),
        eq(candidates.id, applications.candidateId),
      ),
    )
    .innerJoin(
      openings,
      and(eq(openings.organizationId, applications.organizationId), eq(openings.id, applications.openingId)),
    )
    .where(
      and(
        eq(applications.organizationId, ctx.organization.id),
        ...words.map(
          (word) => sql`strpos(${unaccented(candidates.name)}, ${unaccented(sql`${word}::text`)}) > 0`,
        ),
      ),
    )
    .orderBy(asc(candidates.name), asc(applications.id))
    .limit(limit);
}

/** A candidate with who is done and who is not: completion, never what anybody said. */
export interface ProgressRecord extends ApplicationRecord {
  seats: number;
  submitted: number;
  lastActivityAt: Date | null;
  /** The earliest interview; null when none is arranged. */
  heldAt: Date | null;
  /** The earliest interview that was held and lacks a scorecard. */
  waitingSince: Date | null;
  /** Interviews that the viewer is still to score. */
  hidden: string[];
}

interface ProgressRow extends Record<string, unknown> {
  application_id: string;
  opening_id: string;
  candidate_id: string;
  name: string;
  seats: number | null;
  submitted: number | null;
  last_activity_ms: number | null;
  held_ms: number | null;
  waiting_ms: number | null;
  hidden: string[] | null;
}

/** Milliseconds since 1970 as a number: thousands of dates need no parsing of text. */
const ms = (moment: SQL) => sql`(extract(epoch from ${moment}) * 1000)::float8`;
const dateOf = (value: number | null) => (value === null ? null : new Date(value));

/** One statement however many candidates; in no order: whoever lists them orders them. */
export async function listProgress(ctx: Context, which: WhichApplications): Promise<ProgressRecord[]> {
  const organization = ctx.organization.id;
  const rows = await ctx.tx.execute<ProgressRow>(sql`
    select a.id as application_id, a.opening_id, c.id as candidate_id, c.name, p.seats, p.submitted, p.hidden,
      ${ms(sql`p.last_activity_at`)} as last_activity_ms, ${ms(sql`p.held_at`)} as held_ms,
      ${ms(sql`p.waiting_since`)} as waiting_ms
    from applications a
    join candidates c on c.organization_id = a.organization_id and c.id = a.candidate_id
    left join (
      select application_id, sum(seats)::int as seats, sum(submitted)::int as submitted,
        max(last_submitted_at) as last_activity_at, min(scheduled_at) as held_at,
        min(scheduled_at) filter (where submitted < seats and scheduled_at <= ${ctx.now.toISOString()}) as waiting_since,
        array_agg(interview_id::text order by interview_id) filter (
          where interview_id = any ((select interviews_to_score())::uuid[])) as hidden
      from interview_progress where organization_id = ${organization} and ${chosen(which, "application_id")}
      group by application_id) p on p.application_id = a.id
    where a.organization_id = ${organization} and ${chosen(which, "a.id")}`);
  return rows.map((row) => ({
    applicationId: row.application_id,
    openingId: row.opening_id,
    candidate: { id: row.candidate_id, name: row.name },
    seats: row.seats ?? 0,
    submitted: row.submitted ?? 0,
    lastActivityAt: dateOf(row.last_activity_ms),
    heldAt: dateOf(row.held_ms),
    waitingSince: dateOf(row.waiting_ms),
    hidden: row.hidden ?? [],
  }));
}

/** The same choice in every statement: by opening, or by the column that holds the application's id. */
export function chosen(which: WhichApplications, column: string): SQL {
  if ("openingId" in which) return sql`opening_id = ${which.openingId}`;
  return sql`${sql.raw(column)} = any (${uuidArray(which.applicationIds)})`;
}

/** One opening; null when there is none here. */
export async function findOpening(
  ctx: Context,
  { id }: { id: string },
): Promise<{ id: string; title: string } | null> {
  const [opening] = await ctx.tx
    .select({ id: openings.id, title: openings.title })
    .from(openings)
    .where(and(eq(openings.organizationId, ctx.organization.id), eq(openings.id, id)));
  return opening ?? null;
}

export interface SharedName {
  applicationId: string;
  email: string | null;
  /** Somebody else in this opening has the name. */
  here: boolean;
  /** The name stands in another opening too, whoever it is. */
  elsewhere: boolean;
}

/** Applications of an opening whose candidate's name is not enough to tell them from every other application. */
export async function listSharedNames(ctx: Context, openingId: string): Promise<SharedName[]> {
  const rows = await ctx.tx.execute<{
    id: string;
    email: string | null;
    here: boolean;
    elsewhere: boolean;
  }>(sql`
    select a.id, c.email, bool_or(b.opening_id = a.opening_id) as here, bool_or(b.opening_id <> a.opening_id) as elsewhere
    from applications a
    join candidates c on c.organization_id = a.organization_id and c.id = a.candidate_id
    join candidates d on d.organization_id = a.organization_id and lower(d.name) = lower(c.name)
    join applications b on b.organization_id = a.organization_id and b.candidate_id = d.id and b.id <> a.id
    where a.organization_id = ${ctx.organization.id} and a.opening_id = ${openingId}
    group by a.id, c.email order by a.id`);
  return rows.map(({ id, ...row }) => ({ applicationId: id, ...row }));
}
