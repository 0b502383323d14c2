import { and, eq, sql } from "drizzle-orm";
import type { Country, RetentionRules } from "@/lib/domain/retention";
import type { Context, Transaction } from "../context";
import { openings, retentionRules, retentionSettings } from "../schema/index";

/** Writes an organisation's rules whole. */
export async function saveRetentionRules(
  { tx, organization, member, now }: Context,
  { country, months, automaticSince }: RetentionRules,
): Promise<void> {
  const of = { organizationId: organization.id };
  const settings = { country, automaticSince, changedBy: member.id, changedAt: now };
  await tx
    .insert(retentionSettings)
    .values({ ...of, ...settings })
    .onConflictDoUpdate({ target: retentionSettings.organizationId, set: settings });
  const rows = Object.entries(months).map(([one, n]) => ({ ...of, country: one as Country, months: n }));
  await tx
    .insert(retentionRules)
    .values(rows)
    .onConflictDoUpdate({
      target: [retentionRules.organizationId, retentionRules.country],
      set: { months: sql`excluded.months` },
    });
}

/** False when there is no such opening. */
export async function saveOpeningCountry(
  { tx, organization }: Context,
  openingId: string,
  country: Country | null,
): Promise<boolean> {
  const changed = await tx
    .update(openings)
    .set({ country })
    .where(and(eq(openings.organizationId, organization.id), eq(openings.id, openingId)))
    .returning({ id: openings.id });
  return changed.length > 0;
}

/** Drops sign-ins and sign-in links that are over: they hold addresses of whoever typed one, and open nothing any more. */
export async function dropOverSignIns(tx: Transaction): Promise<{ sessions: number; links: number }> {
  const sessions = await tx.execute(
    sql`delete from sessions where expires <= now() or last_seen_at + idle_limit <= now()`,
  );
  const links = await tx.execute(sql`delete from verification_tokens where expires <= now()`);
  return { sessions: sessions.count, links: links.count };
}
