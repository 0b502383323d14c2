import type { Operation } from "@/lib/contracts/operations";
import { applyChange } from "@/lib/domain/changes";
import type { Acknowledged, EventOf, Outbox } from "./outbox-state";
import { REOPENED_REVISION } from "./store/reopened";
import type { KeptOperation } from "./store/rows";

/** The store as another tab has left it. What this tab knows to be acknowledged stays so, unless the server lost it. */
export function afterMirrored(outbox: Outbox, rows: readonly KeptOperation[]): Outbox {
  return withNews(withReopened(outbox, rows), rows);
}

function withReopened(outbox: Outbox, rows: readonly KeptOperation[]): Outbox {
  const reopened = new Set(
    rows.flatMap((row) => (row.revision === REOPENED_REVISION ? [row.operation.opId] : [])),
  );
  const again = outbox.acknowledged.filter(({ operation }) => reopened.has(operation.opId));
  if (again.length === 0) return outbox;
  return {
    ...outbox,
    acknowledged: outbox.acknowledged.filter((one) => !again.includes(one)),
    waiting: inOrder(outbox, [...outbox.waiting, ...again.map(({ operation }) => operation)]),
  };
}

function withNews(outbox: Outbox, rows: readonly KeptOperation[]): Outbox {
  const own = new Set(outbox.drafts.map(({ opId }) => opId));
  const known = new Set([
    ...outbox.waiting.map(({ opId }) => opId),
    ...outbox.refused.map(({ operation }) => operation.opId),
    ...outbox.acknowledged.map(({ operation }) => operation.opId),
  ]);
  const settled = new Map(
    rows.flatMap((row) => (row.state === "waiting" ? [] : [[row.operation.opId, row]])),
  );
  const fresh = rows.filter(({ operation }) => !known.has(operation.opId) && !own.has(operation.opId));
  const news = [
    ...outbox.waiting.filter(({ opId }) => settled.has(opId)),
    ...outbox.refused.flatMap(({ operation }) => (settled.has(operation.opId) ? [operation] : [])),
    ...fresh.flatMap(({ state, operation }) => (state === "saved" ? [operation] : [])),
  ];
  if (fresh.length === 0 && news.length === 0) return outbox;
  const acknowledged = news.flatMap((operation) => {
    const row = settled.get(operation.opId);
    return row?.state === "saved" ? [{ operation, revision: row.revision }] : [];
  });
  const waiting = fresh.flatMap(({ state, operation }) => (state === "waiting" ? [operation] : []));
  const next = shown(
    seen({
      ...outbox,
      waiting: inOrder(outbox, [...outbox.waiting.filter(({ opId }) => !settled.has(opId)), ...waiting]),
      refused: outbox.refused.filter(({ operation }) => !settled.has(operation.opId)),
      late: rows.flatMap(({ state, operation }) => (state === "late" ? [operation] : [])),
      acknowledged: [...outbox.acknowledged, ...acknowledged],
    }),
  );
  return madeUnseeing(next, acknowledged) ? asked(next) : next;
}

/** The server's word, with everything it does not know yet on top. What it has lost waits again. */
export function afterCaughtUp(outbox: Outbox, event: EventOf<"caught-up">): Outbox {
  const lost = new Set(event.lost);
  // An answer under way while something else was said knows nothing of that: it is asked once more.
  const open = event.questions !== outbox.questions;
  const again = outbox.acknowledged.flatMap(({ operation }) => (lost.has(operation.opId) ? [operation] : []));
  return shown(
    seen({
      ...outbox,
      base: { content: event.content, revision: event.revision },
      revision: event.revision,
      acknowledged: outbox.acknowledged.filter(({ operation }) => !lost.has(operation.opId)),
      waiting: inOrder(outbox, [...outbox.waiting, ...again]),
      behind: open,
      unsure: open && outbox.unsure,
      signedOut: open && outbox.signedOut,
      otherMember: open && outbox.otherMember,
      submittedAt: event.submittedAt ?? outbox.submittedAt,
      history: event.history,
    }),
  );
}

/** Something happened elsewhere, or may have: the server is to be asked, after whatever it is being asked now. */
export function asked(outbox: Outbox): Outbox {
  return { ...outbox, behind: true, questions: outbox.questions + 1 };
}

/** Nothing is sent until its owner is back. What was asked before this is no word of a session that goes on. */
export function sessionOver(outbox: Outbox, otherMember: boolean): Outbox {
  return {
    ...outbox,
    signedOut: true,
    otherMember,
    retryAt: Number.POSITIVE_INFINITY,
    questions: outbox.questions + 1,
  };
}

/** Our own saves join what is seen as long as nobody else's revision lies between. */
export function seen(outbox: Outbox): Outbox {
  const own = new Set(outbox.acknowledged.map(({ revision }) => revision));
  let { revision } = outbox;
  while (own.has(revision + 1)) revision += 1;
  return { ...outbox, revision };
}

/** Some were made before what lies between was seen here, though it has been since: only the server knows both sides. */
export function madeUnseeing({ acknowledged }: Outbox, news: readonly Acknowledged[]): boolean {
  const own = new Set(acknowledged.map(({ revision }) => revision));
  return news.some(({ operation, revision }) => {
    let between = revision - 1;
    while (between > operation.baseRevision && own.has(between)) between -= 1;
    return between > operation.baseRevision;
  });
}

/** The content built anew: the server's word, then ours in order. */
function shown(outbox: Outbox): Outbox {
  const later = outbox.acknowledged
    .filter(({ revision }) => revision > outbox.base.revision)
    .sort((a, b) => a.revision - b.revision)
    .map(({ operation }) => operation);
  const unsaved = inOrder(outbox, [...outbox.refused.map(({ operation }) => operation), ...outbox.waiting]);
  const changes = [...later, ...unsaved, ...outbox.drafts].map(({ change }) => change);
  return {
    ...outbox,
    content: [...changes, ...Object.values(outbox.typing)].reduce(applyChange, outbox.base.content),
  };
}

/** What the store numbered comes before what this tab had to number itself. */
export function inOrder({ clientId }: Outbox, operations: readonly Operation[]): Operation[] {
  const own = (operation: Operation) => Number(operation.clientId === clientId);
  return [...operations].sort((a, b) => own(a) - own(b) || a.clientSeq - b.clientSeq);
}
