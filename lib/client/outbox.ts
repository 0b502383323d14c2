import { OPERATIONS_PER_BATCH, type Operation } from "@/lib/contracts/operations";
import { applyChange, fieldKey } from "@/lib/domain/changes";
import { backoffMs } from "./backoff";
import { afterCaughtUp, afterMirrored, inOrder, seen } from "./outbox-merge";
import type { Acknowledged, EventOf, Outbox, OutboxEvent, OutboxFailure, OutboxStart } from "./outbox-state";
import type { Draft } from "./store/scorecard-store";

export type { Outbox, OutboxEvent, OutboxFailure, OutboxStart } from "./outbox-state";

/** An outbox with nothing in it, over what the server last said. */
export function startOutbox(start: OutboxStart, storage: Outbox["storage"] = "memory", asks = false): Outbox {
  return {
    ...start,
    base: { content: start.content, revision: start.revision },
    typing: {},
    drafts: [],
    waiting: [],
    acknowledged: [],
    inFlight: null,
    nextSeq: 1,
    savedSeq: {},
    behind: false,
    asks,
    unsure: false,
    failures: 0,
    retryAt: null,
    signedOut: false,
    otherMember: false,
    batchLimit: OPERATIONS_PER_BATCH,
    refused: [],
    late: [],
    storage,
    sending: storage === "memory",
    history: [],
  };
}

/** The outbox after one event. Pure: time and chance travel in the event. */
export function reduceOutbox(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.type) {
    case "typed":
      return {
        ...outbox,
        content: applyChange(outbox.content, event.change),
        typing: { ...outbox.typing, [fieldKey(event.change)]: event.change },
      };
    case "made":
      return afterMade(outbox, event);
    case "kept":
      return afterKept(outbox, event.operations);
    case "mirrored":
      return afterMirrored(outbox, event.rows);
    case "storage":
      return afterStorage({ ...outbox, storage: event.state });
    case "turn":
      return { ...outbox, sending: event.sending };
    case "sent":
      return { ...outbox, inFlight: { requestId: event.requestId, opIds: event.opIds } };
    case "acknowledged":
      return afterAcknowledged(outbox, event);
    case "failed":
      return afterFailed(outbox, event);
    case "caught-up":
      return afterCaughtUp(outbox, event);
    case "session-over":
      return {
        ...outbox,
        signedOut: true,
        otherMember: event.otherMember,
        retryAt: Number.POSITIVE_INFINITY,
      };
    case "session-back":
      return { ...outbox, signedOut: false, otherMember: false, retryAt: null, behind: true };
    case "behind":
      return { ...outbox, behind: true };
    case "doubted":
      return { ...outbox, behind: true, unsure: outbox.asks };
    case "woken":
      return { ...outbox, retryAt: null, behind: true };
    case "refused-again":
      return {
        ...outbox,
        refused: [],
        retryAt: null,
        waiting: inOrder(outbox, [...outbox.refused.map(({ operation }) => operation), ...outbox.waiting]),
      };
    case "submitted":
      return { ...outbox, submittedAt: event.at };
  }
}

function afterMade(outbox: Outbox, { type: _, ...made }: EventOf<"made">): Outbox {
  const { [fieldKey(made.change)]: _typed, ...typing } = outbox.typing;
  const draft: Draft = {
    ...made,
    baseRevision: outbox.revision,
    rubricVersionId: outbox.rubricVersionId,
  };
  const content = applyChange(outbox.content, made.change);
  // Whoever changes a field that two devices had entered has decided about it.
  const history = outbox.history.filter(({ field }) => field !== fieldKey(made.change));
  const next = { ...outbox, typing, content, history, drafts: [...outbox.drafts, draft] };
  return outbox.storage === "memory" ? numbered(next) : next;
}

/** Without a store this tab numbers its own changes, under its own name. */
function numbered(outbox: Outbox): Outbox {
  const operations = outbox.drafts.map((draft, n) => ({
    ...draft,
    clientId: outbox.clientId,
    clientSeq: outbox.nextSeq + n,
  }));
  return {
    ...outbox,
    drafts: [],
    waiting: [...outbox.waiting, ...operations],
    nextSeq: outbox.nextSeq + operations.length,
  };
}

function afterStorage(outbox: Outbox): Outbox {
  return outbox.storage === "memory" ? numbered({ ...outbox, sending: true }) : outbox;
}

function afterKept(outbox: Outbox, operations: readonly Operation[]): Outbox {
  const kept = new Set(operations.map(({ opId }) => opId));
  return {
    ...outbox,
    drafts: outbox.drafts.filter(({ opId }) => !kept.has(opId)),
    waiting: inOrder(outbox, [...outbox.waiting, ...operations]),
  };
}

/** Only what the answer names is saved: an operation it leaves out goes on waiting. */
function afterAcknowledged(outbox: Outbox, event: EventOf<"acknowledged">): Outbox {
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
  const elsewhere = event.revision > next.revision || (event.overtaken?.length ?? 0) > 0;
  return elsewhere || unsure ? { ...next, unsure, behind: true } : next;
}

function afterFailed(outbox: Outbox, event: EventOf<"failed">): Outbox {
  if (outbox.inFlight?.requestId !== event.requestId) return outbox;
  const landed = { ...outbox, inFlight: null };
  const { failure, opIds } = event;
  if (failure.status === 401) {
    const otherMember = failure.code === "OTHER_MEMBER";
    return { ...landed, signedOut: true, otherMember, retryAt: Number.POSITIVE_INFINITY };
  }
  if (failure.retryable) {
    const failures = outbox.failures + 1;
    const wait = Math.max(backoffMs(failures, event.chance), failure.retryAfterMs ?? 0);
    return { ...landed, failures, retryAt: event.now + wait, unsure: outbox.asks };
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

/** The operations to send now, oldest first; empty when it is not the time. */
export function nextBatch(outbox: Outbox, now: number): readonly Operation[] {
  if (!outbox.sending || outbox.inFlight !== null) return [];
  if (outbox.retryAt !== null && now < outbox.retryAt) return [];
  return outbox.waiting.slice(0, outbox.batchLimit);
}

/** What the state line may truthfully say. */
export const SAVE_STATES = [
  /** What this device still holds from before is being looked up. */
  "opening",
  "saved",
  /** Being entered, or on its way to this device's store. */
  "writing",
  "on-this-device",
  /** This browser keeps nothing: a change lives in this tab alone until it is saved. */
  "in-this-tab",
  "signed-out",
  "refused",
  "submitted",
] as const;
export type SaveState = (typeof SAVE_STATES)[number];

/** True while something made here is not known to be in the database. */
export function hasUnsaved(outbox: Outbox): boolean {
  return isWriting(outbox) || outbox.waiting.length > 0 || outbox.refused.length > 0 || outbox.unsure;
}

/** True while closing this tab would lose something: it is kept nowhere else. */
export function isOnlyHere(outbox: Outbox): boolean {
  return outbox.storage === "memory" ? hasUnsaved(outbox) : isWriting(outbox);
}

function isWriting({ typing, drafts }: Outbox): boolean {
  return drafts.length > 0 || Object.keys(typing).length > 0;
}

/** The worst thing that is true comes first. */
export function saveStateOf(outbox: Outbox): SaveState {
  if (outbox.signedOut && hasUnsaved(outbox)) return "signed-out";
  if (outbox.refused.length > 0) return "refused";
  if (hasUnsaved(outbox)) {
    if (outbox.storage === "memory") return "in-this-tab";
    return isWriting(outbox) ? "writing" : "on-this-device";
  }
  if (outbox.submittedAt !== null) return "submitted";
  return outbox.storage === "opening" ? "opening" : "saved";
}
