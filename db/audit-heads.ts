import { sql } from "drizzle-orm";
import type { Database } from "./client";
import { type Transaction, withIdentity } from "./context";

/** The end of one organisation's chain, and the first row that does not follow; null when the chain is whole. */
export interface AuditHead {
  organizationId: string;
  rows: number;
  /** Of the last row, hex: whoever keeps it elsewhere can prove a later rewriting of the whole chain. */
  hash: string;
  brokenAt: number | null;
}

interface HeadRow extends Record<string, unknown> {
  rows: string;
  hash: string;
  broken_at: string | null;
}

/** Verifies every organisation's chain, each in a transaction of its own under its own row policies. */
export async function verifyAuditChains(database: Database): Promise<AuditHead[]> {
  const organizations = await withIdentity(database, (tx) =>
    tx.execute<{ id: string }>(sql`select id from organizations order by id`),
  );
  const heads: AuditHead[] = [];
  for (const { id } of organizations) {
    const head = await database.transaction((tx) => headOf(tx, id));
    if (head) heads.push(head);
  }
  return heads;
}

async function headOf(tx: Transaction, organizationId: string): Promise<AuditHead | null> {
  await tx.execute(sql`select open_organization(${organizationId}::uuid, null)`);
  const [row] = await tx.execute<HeadRow>(sql`
    select seq::text as rows, encode(hash, 'hex') as hash, audit_broken_at()::text as broken_at
    from audit_heads where organization_id = ${organizationId}`);
  if (!row) return null;
  const brokenAt = row.broken_at === null ? null : Number(row.broken_at);
  return { organizationId, rows: Number(row.rows), hash: row.hash, brokenAt };
}
