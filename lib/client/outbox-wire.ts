import type { Operation } from "@/lib/contracts/operations";
import { ApiProblem } from "./api";
import { backoffMs } from "./backoff";
import { nextBatch } from "./outbox";
import type { OutboxDisk } from "./outbox-disk";
import type { OutboxDesk, OutboxPorts, SentOperation } from "./outbox-ports";
import type { OutboxFailure } from "./outbox-state";

/** The contract's own limit; older than a year is a clock gone wrong. */
const AGE_MAX_MS = 365 * 24 * 3_600_000;

/** The outbox and the server: one request at a time, in order, and a question whenever something may have been missed. */
export interface OutboxWire {
  /** Sends or asks what it is time for, and puts off what it is not. */
  pump(): void;
  /** Somebody or something says that asking is worth it now. */
  askSoon(): void;
  /** Sends these beside whatever is under way, in a request that outlives the page. */
  sendLast(operations: readonly Operation[]): Promise<void>;
  stop(): void;
}

/** @param madeHere the id of every operation made in this page: only for these does its own clock know the age */
export function runWire(
  { ports, read, dispatch, isStopped }: OutboxDesk,
  disk: OutboxDisk,
  madeHere: ReadonlySet<string>,
): OutboxWire {
  let asking = false;
  let askAgainAt = 0;
  let cancelRetry = () => {};

  const pump = () => {
    if (isStopped()) return;
    cancelRetry();
    const now = ports.monotonic();
    const batch = nextBatch(read(), now);
    if (batch.length > 0) return void exchange(batch, false);
    const { inFlight, sending, waiting, retryAt, behind } = read();
    if (inFlight !== null) return;
    const waits: number[] = [];
    if (sending && waiting.length > 0 && retryAt !== null) waits.push(retryAt - now);
    if (ports.catchUp && behind && !asking && retryAt !== Number.POSITIVE_INFINITY) {
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
      const { refused } = read();
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
      if (read().unsure) askAgainAt = 0;
      const left = new Set(read().refused);
      const gone = refused.filter((one) => !left.has(one)).map(({ operation }) => operation.opId);
      void disk.tell((store) => store.acknowledge(saved, ports.now()));
      if (gone.length > 0) void disk.tell((store) => store.overtake(gone));
    } catch (cause) {
      const failure = failureOf(cause);
      const [now, chance] = [ports.monotonic(), ports.chance()];
      // Before it is shown: whoever hears that the scorecard is submitted forgets what is not set aside.
      if (failure.submittedAt) await setAside();
      dispatch({ type: "failed", requestId, opIds, failure, now, chance });
    }
    pump();
  };

  const setAside = () => {
    const { refused, waiting } = read();
    const operations = [...refused.map(({ operation }) => operation), ...waiting];
    return disk.tell((store) => store.setAside(operations.map(({ opId }) => opId)));
  };

  /** Asks the server what happened elsewhere, and fills its gaps. */
  const ask = async (catchUp: NonNullable<OutboxPorts["catchUp"]>) => {
    asking = true;
    const { acknowledged, sending, unsure, questions } = read();
    const held = acknowledged.map(({ operation }) => operation);
    try {
      const { missing, ...answer } = await catchUp(sending || unsure ? held : []);
      const gaps = new Set(missing.map(({ clientId, clientSeq }) => `${clientId} ${clientSeq}`));
      const lost = held
        .filter(({ clientId, clientSeq }) => gaps.has(`${clientId} ${clientSeq}`))
        .map(({ opId }) => opId);
      if (lost.length > 0) await disk.tell((store) => store.reopen(lost));
      dispatch({ type: "caught-up", ...answer, lost, questions });
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

  return {
    pump,
    askSoon() {
      askAgainAt = 0;
    },
    sendLast: (operations) => exchange(operations, true),
    stop: () => cancelRetry(),
  };
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
