import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { lastly, together } from "@/db/pipeline";
import {
  type CardToSave,
  cardToSaveStatement,
  findCardToSave,
  type Sent,
  sequenceKey,
} from "@/db/queries/card-to-save";
import { type NewOperation, recordOperations } from "@/db/writes/operations";
import { projectChange } from "@/db/writes/scorecard-content";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { applyOperationsContract, Operation } from "@/lib/contracts/operations";
import { fieldKey } from "@/lib/domain/changes";
import { Problem } from "@/lib/domain/errors";
import { outranks } from "@/lib/domain/field-order";
import { sameJson } from "@/lib/domain/same-json";

type SentOperation = InputOf<typeof applyOperationsContract>["operations"][number];

/**
 * Saves a batch of changes of one's own scorecard, each operation id exactly once. Within a field the author's last
 * change wins, also when requests arrive out of order or from another device; the one that lost is kept in the ledger.
 */
export async function applyOperations(
  ctx: Context,
  input: InputOf<typeof applyOperationsContract>,
): Promise<OutputOf<typeof applyOperationsContract>> {
  const card = await findCardToSave(ctx, sentIn(input));
  if (!card) throw new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  const revisions = knownRevisions(input.scorecardId, card, input.operations);
  const fresh = once(input.operations).filter((operation) => !revisions.has(operation.opId));
  const overtaken = fresh.length > 0 ? await append(ctx, input.scorecardId, card, fresh, revisions) : [];
  return {
    overtaken,
    applied: input.operations.map(({ opId }) => ({ opId, revision: revisions.get(opId) ?? card.revision })),
    revision: card.revision + fresh.length,
  };
}

/** What a save begins with, to be asked ahead. */
export function aheadOfSave(input: InputOf<typeof applyOperationsContract>): string {
  return cardToSaveStatement(sentIn(input));
}

function sentIn({ scorecardId, operations }: InputOf<typeof applyOperationsContract>): Sent {
  return {
    scorecardId,
    opIds: operations.map(({ opId }) => opId),
    clientIds: operations.map(({ clientId }) => clientId),
    fields: operations.map(({ change }) => fieldKey(change)),
  };
}

/** Revisions of what was saved before. The same id with another change is somebody's mistake, never an overwrite. */
function knownRevisions(
  ofCard: string,
  { known }: CardToSave,
  operations: readonly Operation[],
): Map<string, number> {
  const sent = new Map(operations.map((operation) => [operation.opId, operation]));
  for (const { opId, scorecardId, change } of known) {
    if (scorecardId !== ofCard || !sameJson(change, sent.get(opId)?.change)) {
      throw new Problem("CONFLICT", "An operation id was used before for another change", { opId });
    }
  }
  return new Map(known.map(({ opId, revision }) => [opId, revision]));
}

/** Another author's ledger is hidden from the look before; there the key of the ledger says no. */
function refuseUsedBefore(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  const message = "An operation id, or a client's number for one, was used before";
  throw new Problem("CONFLICT", message, {}, error);
}

async function append(
  ctx: Context,
  scorecardId: string,
  { submittedAt, newest, heads, ...card }: CardToSave,
  fresh: readonly SentOperation[],
  revisions: Map<string, number>,
): Promise<string[]> {
  if (submittedAt) {
    throw new Problem("CONFLICT", "This scorecard is submitted; it can no longer be changed", {
      submittedAt: submittedAt.toISOString(),
    });
  }
  const rows: NewOperation[] = [];
  const winning: Operation[] = [];
  const overtaken: string[] = [];
  for (const operation of fresh) {
    if (operation.rubricVersionId !== card.rubricVersionId) {
      throw new Problem("INVALID", "This scorecard is scored against another rubric version", {
        rubricVersionId: card.rubricVersionId,
      });
    }
    const field = fieldKey(operation.change);
    const revision = card.revision + rows.length + 1;
    const madeAt = ctx.now.getTime() - (operation.ageMs ?? 0);
    revisions.set(operation.opId, revision);
    const key = sequenceKey(operation.clientId, field);
    const last = operation.clientSeq > (newest.get(key) ?? 0);
    if (last) newest.set(key, operation.clientSeq);
    const wins = last && outranks({ ...operation, madeAt }, heads.get(field));
    if (wins) {
      heads.set(field, { clientId: operation.clientId, revision, madeAt });
      winning.push(operation);
    } else overtaken.push(operation.opId);
    rows.push({
      ...ledgerRow(field, revision, operation),
      madeAt: new Date(madeAt),
      overtaken: !wins,
    });
  }
  const changes = winning.map(({ opId, change }) => ({ change, revision: revisions.get(opId) ?? 0 }));
  const answers = together(
    recordOperations(
      ctx,
      scorecardId,
      rows,
      changes.map(({ change }) => change),
    ),
    ...changes.map(({ change, revision }) => projectChange(ctx, scorecardId, revision, change)),
  );
  await lastly(ctx, answers.catch(refuseUsedBefore));
  return overtaken;
}

function ledgerRow(
  field: string,
  revision: number,
  operation: Operation,
): Omit<NewOperation, "madeAt" | "overtaken"> {
  const { opId, clientId, clientSeq, change, baseRevision, rubricVersionId, at, wallClock, device } =
    operation;
  return {
    opId,
    clientId,
    clientSeq,
    field,
    change,
    baseRevision,
    revision,
    rubricVersionId,
    atMs: at,
    wallClock: new Date(wallClock),
    device: device ?? null,
  };
}

/** A batch that names one id twice means it once. */
function once(operations: readonly SentOperation[]): SentOperation[] {
  return [...new Map(operations.map((operation) => [operation.opId, operation])).values()];
}
