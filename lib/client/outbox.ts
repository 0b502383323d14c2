import { OPERATIONS_PER_BATCH } from "@/lib/contracts/limits";
import type { Operation } from "@/lib/contracts/operations";
import { applyChange, fieldKey } from "@/lib/domain/changes";
import { afterAcknowledged, afterFailed } from "./outbox-answers";
import { afterCaughtUp, afterMirrored, asked, inOrder, sessionOver } from "./outbox-merge";
import type { EventOf, Outbox, OutboxEvent, OutboxStart } from "./outbox-state";
import type { Draft } from "./store/rows";

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
    questions: 0,
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
    case "numbered":
      return afterNumbered(outbox, event.operations);
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
      return sessionOver(outbox, event.otherMember);
    case "session-back":
      return asked({ ...outbox, signedOut: false, otherMember: false, retryAt: null });
    case "behind":
      return asked(outbox);
    case "doubted":
      return asked({ ...outbox, unsure: outbox.asks });
    case "woken":
      return asked({ ...outbox, retryAt: null });
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

/** A change with its number: the one it has, else this tab's next, under the tab's own name. */
export function ownNumber({ clientId, nextSeq, drafts }: Outbox, made: Draft): Operation {
  if (made.clientId !== undefined && made.clientSeq !== undefined)
    return { ...made, clientId: made.clientId, clientSeq: made.clientSeq };
  const unnumbered = drafts.filter((one) => one.clientSeq === undefined);
  return { ...made, clientId, clientSeq: nextSeq + unnumbered.findIndex(({ opId }) => opId === made.opId) };
}

/** Without a store this tab numbers its own changes; what the store had numbered keeps that. */
function numbered(outbox: Outbox): Outbox {
  const operations = outbox.drafts.map((made) => ownNumber(outbox, made));
  return { ...afterNumbered(outbox, operations), drafts: [], waiting: [...outbox.waiting, ...operations] };
}

/** On its way to the disk, and already named by a request: the number is its own from here on. */
function afterNumbered(outbox: Outbox, operations: readonly Operation[]): Outbox {
  const own = operations.filter(({ clientId }) => clientId === outbox.clientId);
  return {
    ...outbox,
    drafts: outbox.drafts.map((made) => operations.find(({ opId }) => opId === made.opId) ?? made),
    nextSeq: own.reduce((next, { clientSeq }) => Math.max(next, clientSeq + 1), outbox.nextSeq),
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

/** The operations to send now, oldest first; empty when it is not the time. */
export function nextBatch(outbox: Outbox, now: number): readonly Operation[] {
  if (!outbox.sending || outbox.inFlight !== null) return [];
  if (outbox.retryAt !== null && now < outbox.retryAt) return [];
  return outbox.waiting.slice(0, outbox.batchLimit);
}
