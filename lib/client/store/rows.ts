import type { z } from "zod";
import { type Operation, operation } from "@/lib/contracts/operations";
import type { DeviceDatabase, OperationRow } from "./database";
import { unseal } from "./seal";
import { aboutOf } from "./sealed-row";

/** A change before it is on the disk; with its number once the last request of a page has named it. */
export const draft = operation.partial({ clientId: true, clientSeq: true });
export type Draft = z.output<typeof draft>;

export interface KeptOperation {
  operation: Operation;
  state: OperationRow["state"];
  revision: number;
}

/** Everything kept of a scorecard, by number. */
export function rowsOf(db: DeviceDatabase, scorecardId: string): Promise<OperationRow[]> {
  return db.operations
    .where("[scorecardId+clientSeq]")
    .between([scorecardId, 0], [scorecardId, Number.MAX_SAFE_INTEGER])
    .toArray();
}

/** Null for a row whose bits were changed: nobody can read it, and it must not hold up the others. */
export async function openRow(key: CryptoKey, row: OperationRow): Promise<Operation | null> {
  const made = await unseal(key, aboutOf(row.scorecardId, row.opId), row.sealed, draft).catch(() => null);
  return made && { ...made, clientId: row.clientId, clientSeq: row.clientSeq };
}
