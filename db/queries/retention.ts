import { asc, eq, type SQL, sql } from "drizzle-orm";
import { type Country, type KeptPerson, type RetentionRules, SHIPPED_RULES } from "@/lib/domain/retention";
import type { Context } from "../context";
import { openings, retentionRules, retentionSettings } from "../schema/index";

/** An organisation without a member: how its daily pass reads. */
export type OwnScope = Pick<Context, "tx" | "now"> & { organization: { id: string } };

/** The rules in force: the organisation's own over those that ship. */
export async function findRetentionRules({ tx, organization }: OwnScope): Promise<RetentionRules> {
  const [settings] = await tx
    .select()
    .from(retentionSettings)
    .where(eq(retentionSettings.organizationId, organization.id));
  const own = await tx
    .select()
    .from(retentionRules)
    .where(eq(retentionRules.organizationId, organization.id));
  return {
    country: settings?.country ?? SHIPPED_RULES.country,
    automaticSince: settings?.automaticSince ?? null,
    months: {
      ...SHIPPED_RULES.months,
      ...Object.fromEntries(own.map(({ country, months }) => [country, months])),
    },
  };
}

export interface KeptRecord extends KeptPerson {
  candidateId: string;
  name: string;
  applications: { applicationId: string; country: Country | null; lastActivityAt: Date }[];
}

interface KeptRow extends Record<string, unknown> {
  id: string;
  name: string;
  added_at: string | Date;
  held: boolean;
  applications: { applicationId: string; country: Country | null; lastMs: number }[];
}

/**
 * Candidates who are not erased, with when something last happened in each application: an interview held or planned, or a
 * scorecard submitted: nothing that is hidden from an administrator who is still to score. One of them, or all in the order they were added.
 */
export async function listKept(
  { tx, organization }: OwnScope,
  only?: { candidateId: string },
): Promise<KeptRecord[]> {
  const one: SQL = only ? sql`and c.id = ${only.candidateId}` : sql``;
  const rows = await tx.execute<KeptRow>(sql`
    select c.id, c.name, c.created_at as added_at,
      exists (select from legal_holds h where h.organization_id = c.organization_id and h.candidate_id = c.id
        and h.lifted_at is null) as held,
      coalesce(jsonb_agg(jsonb_build_object('applicationId', a.id, 'country', o.country, 'lastMs',
        extract(epoch from greatest(a.created_at, p.last_at)) * 1000) order by a.id) filter (where a.id is not null), '[]')
        as applications
    from candidates c
    left join applications a on a.organization_id = c.organization_id and a.candidate_id = c.id
    left join openings o on o.organization_id = a.organization_id and o.id = a.opening_id
    left join lateral (select greatest(max(i.scheduled_at), max(i.last_submitted_at)) as last_at
      from interview_progress i
      where i.organization_id = a.organization_id and i.application_id = a.id) p on true
    where c.organization_id = ${organization.id} and c.erased_at is null ${one}
    group by c.organization_id, c.id order by c.created_at, c.id`);
  return rows.map(({ id, name, held, added_at, applications }) => ({
    candidateId: id,
    name,
    held,
    addedAt: new Date(added_at),
    applications: applications.map(({ lastMs, ...rest }) => ({ ...rest, lastActivityAt: new Date(lastMs) })),
  }));
}

export interface OpeningCountry {
  id: string;
  title: string;
  country: Country | null;
}

export async function listOpeningCountries({ tx, organization }: OwnScope): Promise<OpeningCountry[]> {
  return tx
    .select({ id: openings.id, title: openings.title, country: openings.country })
    .from(openings)
    .where(eq(openings.organizationId, organization.id))
    .orderBy(asc(openings.title), asc(openings.id));
}
