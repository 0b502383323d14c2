import { sql } from "drizzle-orm";
import type { Change } from "@/lib/domain/changes";
import type { Device } from "@/lib/domain/devices";
import type { Context } from "../context";

/** A long interview on three devices stays far below; what is older than this no longer needs a choice. */
const CONTESTED_MAX = 200;

export interface MissingOperation extends Record<string, unknown> {
  clientId: string;
  clientSeq: number;
}

/** Numbers a client was once told are saved, and the ledger does not hold: a server that lost its last second. */
export async function listMissing(
  { tx, organization }: Context,
  scorecardId: string,
  held: readonly { clientId: string; from: number; to: number }[],
): Promise<MissingOperation[]> {
  const found: MissingOperation[] = [];
  for (const { clientId, from, to } of held) {
    const rows = await tx.execute<MissingOperation>(sql`
      select ${clientId} as "clientId", n as "clientSeq" from generate_series(${from}::int, ${to}::int) n
      where not exists (select from operations o where o.organization_id = ${organization.id}
        and o.scorecard_id = ${scorecardId} and o.client_id = ${clientId} and o.client_seq = n)
      order by n`);
    found.push(...rows);
  }
  return found;
}

export interface ContestedOperation {
  opId: string;
  clientId: string;
  field: string;
  change: Change;
  baseRevision: number;
  revision: number;
  device: Device | null;
  madeAt: Date;
  overtaken: boolean;
}

interface ContestedRow extends Record<string, unknown>, Omit<ContestedOperation, "madeAt"> {
  madeAt: string | Date;
}

/** Every change of the fields that more than one client has changed, oldest first. */
export async function listContested(
  { tx, organization }: Context,
  scorecardId: string,
): Promise<ContestedOperation[]> {
  const rows = await tx.execute<ContestedRow>(sql`
    select * from (
      select op_id as "opId", client_id as "clientId", field, change, base_revision as "baseRevision", revision, device,
        coalesce(made_at, received_at) as "madeAt", overtaken
      from operations
      where organization_id = ${organization.id} and scorecard_id = ${scorecardId} and field in (
        select field from operations where organization_id = ${organization.id} and scorecard_id = ${scorecardId}
        group by field having count(distinct client_id) > 1)
      order by revision desc limit ${CONTESTED_MAX}) newest
    order by revision`);
  return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }));
}
