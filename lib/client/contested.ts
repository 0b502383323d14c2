import type { PastOperation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { sameJson } from "@/lib/domain/same-json";

/** A field that two devices changed without having seen each other's change. */
export interface Contested {
  field: string;
  /** What stands. */
  stands: PastOperation;
  /** What was entered elsewhere and no longer shows. */
  lost: PastOperation;
}

/**
 * Fields about which their author has not decided yet. Whoever changes a field after having seen both sides has: so
 * keeping and restoring are changes like any other, and end the question on every device.
 * @param history every change of the fields that several clients have changed, in the ledger's order
 */
export function contestedFields(history: readonly PastOperation[]): Contested[] {
  const fields = new Map<string, PastOperation[]>();
  for (const past of history) fields.set(past.field, [...(fields.get(past.field) ?? []), past]);
  return [...fields].flatMap(([field, entries]) => {
    const stands = entries.findLast(({ overtaken }) => !overtaken);
    if (!stands || stands.change.field === "timer") return [];
    // The newest of another client that the standing one's author had not seen.
    const lost = entries.findLast(
      (one) => one.clientId !== stands.clientId && one.revision > stands.baseRevision,
    );
    return lost && !sameJson(enteredIn(lost.change), enteredIn(stands.change))
      ? [{ field, stands, lost }]
      : [];
  });
}

function enteredIn(change: Change): unknown {
  return change.value;
}
