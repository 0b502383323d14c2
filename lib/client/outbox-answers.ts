import { OPERATIONS_PER_BATCH } from "@/lib/contracts/limits";
import type { Operation } from "@/lib/contracts/operations";
import { fieldKey } from "@/lib/domain/changes";
import { backoffMs } from "./backoff";
import { asked, madeUnseeing, seen, sessionOver } from "./outbox-merge";
import type { Acknowledged, EventOf, Outbox, OutboxFailure } from "./outbox-state";

/** Only what the answer names is saved: an operation it leaves out goes on waiting. */
export function afterAcknowledged(outbox: Outbox, event: EventOf<"acknowledged">): Outbox {
  const revisions = new Map(event.saved.map(({ opId, revision }) => [opId, revision]));
  const savedSeq = { ...outbox.savedSeq };
  const news: Acknowledged[] = [];
  const highest = outbox.acknowledged.reduce((most, { revision }) => Math.max(most, revision), 0);
  for (const operation of outbox.waiting) {
    const revision = revisions.get(operation.opId);
    if (revision === undefined) continue;
    const key = sequenceKey(operation);
    savedSeq[key] = Math.max(savedSeq[key] ?? 0, operation.clientSeq);
    news.push({ operation, revision });
  }
  const mine = outbox.inFlight?.requestId === event.requestId;
  const leftOut = mine && outbox.inFlight?.opIds.some((opId) => !revisions.has(opId));
  const failures = leftOut ? outbox.failures + 1 : 0;
  const next = seen({
    ...outbox,
    waiting: outbox.waiting.filter(({ opId }) => !revisions.has(opId)),
    acknowledged: [...outbox.acknowledged, ...news],
    savedSeq,
    refused: outbox.refused.filter(({ operation }) => !isOverwritten(operation, savedSeq)),
    inFlight: mine ? null : outbox.inFlight,
    failures,
    retryAt: leftOut ? event.now + backoffMs(failures, event.chance) : null,
    signedOut: false,
    otherMember: false,
    batchLimit: Math.min(OPERATIONS_PER_BATCH, outbox.batchLimit * 2),
  });
  // A number given twice, or one after an answer stayed away: another server may speak now, with less than the last.
  const regressed = news.some(({ revision }) => revision <= highest);
  const unsure = outbox.asks && (outbox.unsure || regressed);
  const elsewhere =
    event.revision > next.revision || (event.overtaken?.length ?? 0) > 0 || madeUnseeing(next, news);
  if (elsewhere || regressed) return asked({ ...next, unsure });
  return unsure ? { ...next, unsure, behind: true } : next;
}

/** A refusal, or no answer: which operations wait for another try, and which for their author. */
export function afterFailed(outbox: Outbox, event: EventOf<"failed">): Outbox {
  if (outbox.inFlight?.requestId !== event.requestId) return outbox;
  const landed = { ...outbox, inFlight: null };
  const { failure, opIds } = event;
  if (failure.status === 401) {
    const otherMember = failure.code === "OTHER_MEMBER";
    return sessionOver(landed, otherMember);
  }
  if (failure.retryable) {
    const failures = outbox.failures + 1;
    const wait = Math.max(backoffMs(failures, event.chance), failure.retryAfterMs ?? 0);
    // What was asked before this is no word about it: it may have been another server, or the same before it fell.
    const questions = outbox.questions + 1;
    return { ...landed, failures, retryAt: event.now + wait, unsure: outbox.asks, questions };
  }
  if (failure.submittedAt) return afterTooLate(landed, failure.submittedAt);
  // One bad operation must not hold up its neighbours: halve the batch until it stands alone.
  if (opIds.length > 1 && !speaksOfTheScorecard(failure)) {
    return { ...landed, batchLimit: Math.ceil(opIds.length / 2), retryAt: null };
  }
  const gone = new Set(opIds);
  const refused = outbox.waiting
    .filter((operation) => gone.has(operation.opId) && !isOverwritten(operation, outbox.savedSeq))
    .map((operation) => ({ operation, message: failure.message }));
  return {
    ...landed,
    failures: 0,
    retryAt: null,
    waiting: outbox.waiting.filter((operation) => !gone.has(operation.opId)),
    refused: [...outbox.refused, ...refused],
  };
}

/** Submitted on another device: whatever still waits here can only be shown, or be amended by hand. */
function afterTooLate(outbox: Outbox, submittedAt: string): Outbox {
  const late = [...outbox.late, ...outbox.refused.map(({ operation }) => operation), ...outbox.waiting];
  return {
    ...outbox,
    submittedAt,
    late,
    waiting: [],
    refused: [],
    failures: 0,
    retryAt: null,
    unsure: false,
  };
}

function isOverwritten(operation: Operation, savedSeq: Outbox["savedSeq"]): boolean {
  return operation.clientSeq <= (savedSeq[sequenceKey(operation)] ?? 0);
}

function sequenceKey({ clientId, change }: Operation): string {
  return `${clientId} ${fieldKey(change)}`;
}

/** Not yours, gone, or already submitted: smaller batches would be refused just the same. */
function speaksOfTheScorecard({ status }: OutboxFailure): boolean {
  return status === 403 || status === 404 || status === 409;
}
