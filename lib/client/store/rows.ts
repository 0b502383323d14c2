import type { Operation } from "@/lib/contracts/operations";
import { isChangeField } from "@/lib/domain/changes";
import { BY_NUMBER, type DeviceDatabase, type OperationRow, type Store } from "./database";
import { unseal } from "./seal";
import { aboutOf } from "./sealed-row";

/** A change before it is on the disk; with its number once the last request of a page has named it. */
export type Draft = Omit<Operation, "clientId" | "clientSeq"> &
  Partial<Pick<Operation, "clientId" | "clientSeq">>;

export interface KeptOperation {
  operation: Operation;
  state: OperationRow["state"];
  revision: number;
}

/** Everything kept of a scorecard, by number. */
export function rowsOf<M extends "readonly" | "readwrite">(
  operations: Store<"operations", M>,
  scorecardId: string,
): Promise<OperationRow[]> {
  const all = IDBKeyRange.bound([scorecardId, 0], [scorecardId, Number.MAX_SAFE_INTEGER]);
  return operations.index(BY_NUMBER).getAll(all);
}

/** Null for a row whose bits were changed: nobody can read it, and it must not hold up the others. */
export async function openRow(key: CryptoKey, row: OperationRow): Promise<Operation | null> {
  const made = await unseal(key, aboutOf(row.scorecardId, row.opId), row.sealed).catch(() => null);
  return isDraft(made) ? { ...made, clientId: row.clientId, clientSeq: row.clientSeq } : null;
}

/** What came too late for its scorecard, in the author's order. */
export async function lateOperations(db: DeviceDatabase, scorecardId: string): Promise<Operation[]> {
  const kept = await db.read(async ({ cards, operations }) => {
    const card = await cards.get(scorecardId);
    return card && { card, rows: await rowsOf(operations, scorecardId) };
  });
  if (!kept) return [];
  const late = kept.rows.filter(({ state }) => state === "late");
  return (await Promise.all(late.map((row) => openRow(kept.card.key, row)))).filter((one) => one !== null);
}

/** Only this browser's own pages can have sealed it, and the server checks every word: a kind we know is enough to show. */
function isDraft(made: unknown): made is Draft {
  const { opId, change, wallClock }: Record<string, unknown> = Object(made);
  const { field }: Record<string, unknown> = Object(change);
  return typeof opId === "string" && typeof wallClock === "string" && isChangeField(field);
}
