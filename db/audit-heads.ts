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

/** A head as it was said at some time, in a log that is kept elsewhere. */
export type PublishedHead = Pick<AuditHead, "organizationId" | "rows" | "hash">;

/**
 * The published heads that their chains do not pass through any more. A chain that was rewritten from its first row on is
 * whole to itself; only a head said before tells. One of an organisation that is not here is left out.
 */
export async function lostHeads(
  database: Database,
  published: readonly PublishedHead[],
): Promise<PublishedHead[]> {
  const lost: PublishedHead[] = [];
  const here = await withIdentity(database, (tx) =>
    tx.execute<{ id: string }>(sql`select id from organizations order by id`),
  );
  for (const { id } of here) {
    const own = published.filter(({ organizationId }) => organizationId === id);
    if (own.length > 0) lost.push(...(await database.transaction((tx) => lostOf(tx, id, own))));
  }
  return lost;
}

async function lostOf(
  tx: Transaction,
  organizationId: string,
  published: readonly PublishedHead[],
): Promise<PublishedHead[]> {
  await tx.execute(sql`select open_organization(${organizationId}::uuid, null)`);
  const said = JSON.stringify(published.map(({ rows, hash }) => ({ rows, hash })));
  const standing = await tx.execute<{ rows: string; hash: string }>(sql`
    select e.seq::text as rows, encode(e.hash, 'hex') as hash from audit_events e
    join (select distinct rows, hash from jsonb_to_recordset(${said}::jsonb) as said(rows bigint, hash text)) p
      on p.rows = e.seq and p.hash = encode(e.hash, 'hex')
    where e.organization_id = ${organizationId}`);
  const stands = new Set(standing.map(({ rows, hash }) => `${rows} ${hash}`));
  return published.filter(({ rows, hash }) => !stands.has(`${rows} ${hash}`));
}
