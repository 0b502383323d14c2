import type { OutputOf } from "@/lib/contracts/contract";
import type {
  applyOperationsContract,
  catchUpContract,
  Operation,
  PastOperation,
} from "@/lib/contracts/operations";
import { applyChange, fieldKey } from "@/lib/domain/changes";
import { type FieldHead, outranks } from "@/lib/domain/field-order";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import type { SentOperation } from "../outbox-ports";

interface Row extends PastOperation {
  clientSeq: number;
}

/** The ledger's rules in memory: each id once, the author's order within a field, and a tail that may be lost. */
export class ModelServer {
  readonly rows: Row[] = [];

  apply(sent: readonly SentOperation[], now: number): OutputOf<typeof applyOperationsContract> {
    const overtaken: string[] = [];
    for (const operation of sent) {
      if (this.rows.some(({ opId }) => opId === operation.opId)) continue;
      const row = this.#placed(operation, now - operation.ageMs);
      if (row.overtaken) overtaken.push(row.opId);
      this.rows.push(row);
    }
    const revisions = new Map(this.rows.map(({ opId, revision }) => [opId, revision]));
    const applied = sent.map(({ opId }) => ({ opId, revision: revisions.get(opId) ?? 0 }));
    return { applied, overtaken, revision: this.rows.length };
  }

  catchUp(held: readonly Operation[]): OutputOf<typeof catchUpContract> {
    const clients = new Map<string, Set<string>>();
    for (const { field, clientId } of this.rows)
      clients.set(field, (clients.get(field) ?? new Set()).add(clientId));
    return {
      revision: this.rows.length,
      content: this.content(),
      submittedAt: null,
      missing: held.filter(({ opId }) => this.rows.every((row) => row.opId !== opId)),
      history: this.rows.filter(({ field }) => (clients.get(field)?.size ?? 0) > 1),
    };
  }

  /** What an independent reader finds. */
  content() {
    const standing = this.rows.filter(({ overtaken }) => !overtaken);
    return standing.map(({ change }) => change).reduce(applyChange, EMPTY_SCORECARD);
  }

  /** A failover to a replica that had not heard of the last few. Answers what is gone. */
  loseTail(count: number): Row[] {
    return this.rows.splice(Math.max(0, this.rows.length - count));
  }

  #placed(operation: SentOperation, madeAt: number): Row {
    const field = fieldKey(operation.change);
    const same = this.rows.filter((row) => row.field === field);
    const standing = same.findLast(({ overtaken }) => !overtaken);
    const head: FieldHead | undefined = standing && {
      clientId: standing.clientId,
      revision: standing.revision,
      madeAt: Date.parse(standing.madeAt),
    };
    const last = same.every(
      (row) => row.clientId !== operation.clientId || row.clientSeq < operation.clientSeq,
    );
    const wins = last && outranks({ ...operation, madeAt }, head);
    const { opId, clientId, clientSeq, change, baseRevision } = operation;
    return {
      opId,
      clientId,
      clientSeq,
      field,
      change,
      baseRevision,
      revision: this.rows.length + 1,
      device: operation.device ?? null,
      madeAt: new Date(madeAt).toISOString(),
      overtaken: !wins,
    };
  }
}
