import type { OutputOf } from "@/lib/contracts/contract";
import type { applyOperationsContract, catchUpContract, Operation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { ApiProblem } from "./api";
import { backoffMs } from "./backoff";
import {
  nextBatch,
  type Outbox,
  type OutboxEvent,
  type OutboxFailure,
  type OutboxStart,
  reduceOutbox,
  startOutbox,
} from "./outbox";
import type { ScorecardStore } from "./store/scorecard-store";

/** A pause in typing that makes an operation; a burst this short is all that a killed browser may lose. */
const TYPING_PAUSE_MS = 300;
/** Somebody who never pauses is saved this often all the same. */
const TYPING_LONGEST_MS = 1_500;
/** Browsers cap what may outlive a page at 64 kB of body; the rest stays in the store. */
const LAST_SEND_CHARACTERS = 60_000;

/** An operation on its way: with its age, so that the server's clock can say when it was made. */
export type SentOperation = Operation & { ageMs: number };

/** The outer world, so that tests bring their own network, clock, disk and chance. */
export interface OutboxPorts {
  send(
    operations: readonly SentOperation[],
    how: { keepalive: boolean },
  ): Promise<OutputOf<typeof applyOperationsContract>>;
  /** Asks how the card stands, naming the acknowledged operations held here. */
  catchUp?(acknowledged: readonly Operation[]): Promise<OutputOf<typeof catchUpContract>>;
  /** Where changes are written before they are sent; without it, or once it fails, memory alone. */
  store?: Promise<ScorecardStore>;
  /** Tells when it is this tab's turn to send for the browser; without it, always. */
  turn?(onTurn: (sending: boolean) => void): () => void;
  device?: Operation["device"];
  /** For what a person reads or another device compares; it may be set back at any time, so nothing waits by it. */
  now(): number;
  /** Milliseconds that never go back, from the opening of the page: every wait is counted on these. */
  monotonic(): number;
  chance(): number;
  newId(): string;
  /** Runs once after `ms`; answers how to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface OutboxRunner {
  read(): Outbox;
  subscribe(listener: () => void): () => void;
  /** A tap or a key: an operation at once. */
  change(change: Change): void;
  /** One more keystroke of a text: on screen at once, an operation at the next pause. */
  type(change: Change): void;
  /** Whatever is being typed becomes operations now. */
  settle(): void;
  /** The network or the session may be back: try now. */
  wake(): void;
  /** The server was heard to stand at this revision. */
  heard(revision: number): void;
  /** The server was found to lack something it once acknowledged: it is asked, and given it again. */
  doubt(): void;
  /** Another tab signed out, or signed somebody else in: nothing is sent until its owner is back. */
  sessionOver(otherMember: boolean): void;
  /** Its owner has signed in again, here or in another tab. */
  sessionBack(): void;
  tryRefusedAgain(): void;
  submitted(at: string): void;
  /** The page is going: hand everything to the browser in one request that may outlive it. */
  leave(): void;
  /** Ends this runner: no timer and no channel is left. What the store holds stays. */
  stop(): void;
}

/** Drives the pure outbox: one request at a time, in order, until everything is acknowledged. */
export function runOutbox(start: OutboxStart, ports: OutboxPorts): OutboxRunner {
  let outbox = startOutbox(start, ports.store ? "opening" : "memory", ports.catchUp !== undefined);
  let store: ScorecardStore | null = null;
  let typingSince: number | null = null;
  let [writing, mirroring, asking, stopped] = [false, false, false, false];
  let mirrorAgain = false;
  let askAgainAt = 0;
  let cancelTyping = () => {};
  let cancelRetry = () => {};
  const endings: (() => void)[] = [];
  const listeners = new Set<() => void>();
  /** The id of every operation made in this page: only for these does its own clock know the age. */
  const madeHere = new Set<string>();

  const dispatch = (event: OutboxEvent) => {
    if (stopped) return;
    const before = outbox;
    outbox = reduceOutbox(outbox, event);
    if (before !== outbox) for (const listener of [...listeners]) listener();
  };
  const make = (change: Change) => {
    const opId = ports.newId();
    madeHere.add(opId);
    dispatch({
      type: "made",
      change,
      opId,
      at: Math.max(0, Math.round(ports.monotonic())),
      wallClock: new Date(ports.now()).toISOString(),
      ...(ports.device ? { device: ports.device } : {}),
    });
  };

  const settle = () => {
    cancelTyping();
    typingSince = null;
    for (const change of Object.values(outbox.typing)) make(change);
    void write();
    pump();
  };

  /** Drafts go to the disk in the order they were made, as many at once as there are. */
  const write = async () => {
    if (writing || store === null || outbox.drafts.length === 0) return;
    writing = true;
    try {
      dispatch({ type: "kept", operations: await store.append(outbox.drafts) });
    } catch {
      giveUpStore();
    }
    writing = false;
    pump();
    if (outbox.drafts.length > 0) void write();
  };

  /** A disk that is full or broken: go on in memory, say so, and send at once. */
  const giveUpStore = () => {
    store = null;
    dispatch({ type: "storage", state: "memory" });
    dispatch({ type: "behind" });
    pump();
  };

  const mirror = async () => {
    // News that comes while the disk is being read may not be in what is read: it is read once more.
    mirrorAgain = mirroring;
    if (mirroring || store === null) return;
    mirroring = true;
    try {
      dispatch({ type: "mirrored", rows: await store.list() });
    } catch {
      giveUpStore();
    }
    mirroring = false;
    if (mirrorAgain) void mirror();
    pump();
  };

  const adopt = async (opening: Promise<ScorecardStore>) => {
    try {
      const opened = await opening;
      if (stopped) return;
      const rows = await opened.list();
      store = opened;
      endings.push(opened.onChange(() => void mirror()));
      dispatch({ type: "mirrored", rows });
      dispatch({ type: "storage", state: "device" });
      if (ports.turn) endings.push(ports.turn(takeTurn));
      else takeTurn(true);
      dispatch({ type: "behind" });
      void opened.tidy(ports.now()).catch(() => {});
    } catch {
      return giveUpStore();
    }
    void write();
    pump();
  };
  const takeTurn = (sending: boolean) => {
    dispatch({ type: "turn", sending });
    // What the former sender had on its way may have arrived: the store knows.
    if (sending) void mirror();
    pump();
  };

  const pump = () => {
    if (stopped) return;
    cancelRetry();
    const now = ports.monotonic();
    const batch = nextBatch(outbox, now);
    if (batch.length > 0) return void exchange(batch, false);
    if (outbox.inFlight !== null) return;
    const waits: number[] = [];
    if (outbox.sending && outbox.waiting.length > 0 && outbox.retryAt !== null)
      waits.push(outbox.retryAt - now);
    if (ports.catchUp && outbox.behind && !asking && outbox.retryAt !== Number.POSITIVE_INFINITY) {
      if (now >= askAgainAt) void ask(ports.catchUp);
      else waits.push(askAgainAt - now);
    }
    const wait = Math.min(...waits.filter(Number.isFinite));
    if (Number.isFinite(wait)) cancelRetry = ports.after(Math.max(0, wait), pump);
  };

  const exchange = async (batch: readonly Operation[], keepalive: boolean) => {
    const requestId = ports.newId();
    const opIds = batch.map((operation) => operation.opId);
    if (!keepalive) dispatch({ type: "sent", requestId, opIds });
    try {
      const answer = await ports.send(batch.map(withAge), { keepalive });
      const refused = outbox.refused;
      const { applied: saved, overtaken, revision } = answer;
      dispatch({
        type: "acknowledged",
        requestId,
        saved,
        overtaken,
        revision,
        now: ports.monotonic(),
        chance: ports.chance(),
      });
      // The server is back: it is asked at once, not when the last attempt to ask said.
      if (outbox.unsure) askAgainAt = 0;
      const left = new Set(outbox.refused);
      const gone = refused.filter((one) => !left.has(one)).map(({ operation }) => operation.opId);
      // Should the disk not take the news, the operation is sent once more and known by its id.
      void store?.acknowledge(saved, ports.now()).catch(() => {});
      if (gone.length > 0) void store?.overtake(gone).catch(() => {});
    } catch (cause) {
      const failure = failureOf(cause);
      const [now, chance] = [ports.monotonic(), ports.chance()];
      // Written before it is said: whoever hears that the scorecard is submitted forgets what is not set aside.
      if (failure.submittedAt) await setAside();
      dispatch({ type: "failed", requestId, opIds, failure, now, chance });
    }
    pump();
  };

  const setAside = async () => {
    const operations = [...outbox.refused.map(({ operation }) => operation), ...outbox.waiting];
    await store?.setAside(operations.map(({ opId }) => opId)).catch(() => {});
  };

  /** Asks the server what happened elsewhere, and fills its gaps. */
  const ask = async (catchUp: NonNullable<OutboxPorts["catchUp"]>) => {
    asking = true;
    const held = outbox.acknowledged.map(({ operation }) => operation);
    try {
      const { missing, ...answer } = await catchUp(outbox.sending || outbox.unsure ? held : []);
      const gaps = new Set(missing.map(({ clientId, clientSeq }) => `${clientId} ${clientSeq}`));
      const lost = held
        .filter(({ clientId, clientSeq }) => gaps.has(`${clientId} ${clientSeq}`))
        .map(({ opId }) => opId);
      if (lost.length > 0) await store?.reopen(lost).catch(() => {});
      dispatch({ type: "caught-up", ...answer, lost });
    } catch {
      // Saving goes on without; what happened elsewhere is asked again a little later.
      askAgainAt = ports.monotonic() + backoffMs(4, ports.chance());
    }
    asking = false;
    pump();
  };

  const withAge = (operation: Operation): SentOperation => {
    const age = madeHere.has(operation.opId)
      ? ports.monotonic() - operation.at
      : ports.now() - Date.parse(operation.wallClock);
    return { ...operation, ageMs: Math.min(AGE_MAX_MS, Math.max(0, Math.round(age))) };
  };

  if (ports.store) void adopt(ports.store);
  return {
    read: () => outbox,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      settle();
      make(change);
      void write();
      pump();
    },
    type(change) {
      const now = ports.monotonic();
      typingSince ??= now;
      dispatch({ type: "typed", change });
      cancelTyping();
      const left = typingSince + TYPING_LONGEST_MS - now;
      cancelTyping = ports.after(Math.max(0, Math.min(TYPING_PAUSE_MS, left)), settle);
    },
    settle,
    wake() {
      askAgainAt = 0;
      dispatch({ type: "woken" });
      pump();
    },
    heard(revision) {
      // Lower may be an answer that was long on its way, or a server that lost something: asking tells.
      if (revision === outbox.revision) return;
      dispatch({ type: "behind" });
      pump();
    },
    doubt() {
      askAgainAt = 0;
      dispatch({ type: "doubted" });
      pump();
    },
    sessionOver: (otherMember) => dispatch({ type: "session-over", otherMember }),
    sessionBack() {
      askAgainAt = 0;
      dispatch({ type: "session-back" });
      pump();
    },
    tryRefusedAgain() {
      dispatch({ type: "refused-again" });
      pump();
    },
    submitted: (at) => dispatch({ type: "submitted", at }),
    leave() {
      settle();
      const last = thatFit(outbox.sending ? outbox.waiting : [], LAST_SEND_CHARACTERS);
      if (last.length > 0) void exchange(last, true);
    },
    stop() {
      stopped = true;
      cancelTyping();
      cancelRetry();
      for (const end of endings) end();
    },
  };
}

/** The contract's own limit; older than a year is a clock gone wrong. */
const AGE_MAX_MS = 365 * 24 * 3_600_000;

function thatFit(operations: readonly Operation[], characters: number): readonly Operation[] {
  let left = characters;
  const end = operations.findIndex((operation) => {
    left -= JSON.stringify(operation).length;
    return left < 0;
  });
  return end === -1 ? operations : operations.slice(0, end);
}

/** Anything that is not a refusal by the server is worth another try. */
function failureOf(cause: unknown): OutboxFailure {
  if (cause instanceof ApiProblem) {
    const { code, status, message, retryable, retryAfterMs, details } = cause;
    const submittedAt = typeof details.submittedAt === "string" ? details.submittedAt : null;
    return { code, status, message, retryable, retryAfterMs, submittedAt };
  }
  return { code: "NETWORK", status: 0, message: String(cause), retryable: true };
}
