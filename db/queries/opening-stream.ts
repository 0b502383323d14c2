import { sql } from "drizzle-orm";
import type { Context } from "../context";

/** One interview of an opening, or a candidate without any (`interview` is null); blind: the viewer is still to score. */
export interface WalkedInterview {
  applicationId: string;
  candidate: { id: string; name: string; email: string | null };
  interview: { id: string; scheduledAt: Date; blind: boolean } | null;
}

interface WalkedRow extends Record<string, unknown> {
  application_id: string;
  candidate_id: string;
  name: string;
  email: string | null;
  interview_id: string | null;
  scheduled_at: string | null;
  blind: boolean | null;
}

/** Interviews fetched at a time: a few thousand ratings stand in memory, whatever the opening holds. */
const FETCHED_AT_ONCE = 100;

/**
 * Walks an opening candidate by candidate, interviews in the order they were held, through a cursor of the context's
 * transaction. One walk a transaction.
 */
export async function* walkOpening(ctx: Context, openingId: string): AsyncGenerator<WalkedInterview[]> {
  await ctx.tx.execute(sql`declare opening_walk no scroll cursor for
    select a.id as application_id, c.id as candidate_id, c.name, c.email, p.interview_id, p.scheduled_at,
      p.interview_id = any ((select interviews_to_score())::uuid[]) as blind
    from applications a
    join candidates c on c.organization_id = a.organization_id and c.id = a.candidate_id
    left join interview_progress p on p.organization_id = a.organization_id and p.application_id = a.id
    where a.organization_id = ${ctx.organization.id} and a.opening_id = ${openingId}
    order by a.id, p.scheduled_at, p.interview_id`);
  for (;;) {
    const rows = await ctx.tx.execute<WalkedRow>(
      sql`fetch forward ${sql.raw(String(FETCHED_AT_ONCE))} from opening_walk`,
    );
    if (rows.length === 0) break;
    yield rows.map((row) => ({
      applicationId: row.application_id,
      candidate: { id: row.candidate_id, name: row.name, email: row.email },
      interview:
        row.interview_id === null || row.scheduled_at === null
          ? null
          : { id: row.interview_id, scheduledAt: new Date(row.scheduled_at), blind: row.blind ?? false },
    }));
  }
  await ctx.tx.execute(sql`close opening_walk`);
}
