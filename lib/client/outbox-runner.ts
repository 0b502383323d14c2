import type { Operation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { reduceOutbox, startOutbox } from "./outbox";
import { runDisk } from "./outbox-disk";
import type { OutboxPorts, OutboxRunner } from "./outbox-ports";
import type { OutboxEvent, OutboxStart } from "./outbox-state";
import { runWire } from "./outbox-wire";

/** A pause in typing that makes an operation; a burst this short is all that a killed browser may lose. */
const TYPING_PAUSE_MS = 300;
/** Somebody who never pauses is saved this often all the same. */
const TYPING_LONGEST_MS = 1_500;
/** Browsers cap what may outlive a page at 64 kB of body; the rest stays in the store. */
const LAST_SEND_CHARACTERS = 60_000;

/** Drives the pure outbox: to the disk, then out, one request at a time, until everything is acknowledged. */
export function runOutbox(start: OutboxStart, ports: OutboxPorts): OutboxRunner {
  let outbox = startOutbox(start, ports.store ? "opening" : "memory", ports.catchUp !== undefined);
  let stopped = false;
  let typingSince: number | null = null;
  let cancelTyping = () => {};
  const listeners = new Set<() => void>();
  const madeHere = new Set<string>();
  /** In a last request that has not been answered: a page that is hidden and then closed sends nothing twice. */
  const leaving = new Set<string>();

  const dispatch = (event: OutboxEvent) => {
    if (stopped) return;
    const before = outbox;
    outbox = reduceOutbox(outbox, event);
    if (before !== outbox) for (const listener of [...listeners]) listener();
  };
  const desk = { ports, dispatch, read: () => outbox, isStopped: () => stopped };
  const disk = runDisk(desk, () => wire.pump());
  const wire = runWire(desk, disk, madeHere);

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
    void disk.write();
    wire.pump();
  };
  const leave = () => {
    settle();
    const unwritten = disk.unwritten();
    if (unwritten.length > 0) ports.handOver?.(unwritten);
    // What the disk has is sent as well while there is room: it can wait for the next page.
    const last = lastRequest(outbox.sending ? outbox.waiting : [], unwritten).filter(
      ({ opId }) => !leaving.has(opId),
    );
    if (last.length === 0) return;
    for (const { opId } of last) leaving.add(opId);
    void wire.sendLast(last).then(() => {
      for (const { opId } of last) leaving.delete(opId);
    });
  };
  const askNow = (event: OutboxEvent) => {
    wire.askSoon();
    dispatch(event);
    wire.pump();
  };

  if (ports.store) void disk.adopt(ports.store);
  return {
    read: () => outbox,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      settle();
      make(change);
      void disk.write();
      wire.pump();
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
      void disk.tell((store) => store.renew());
      askNow({ type: "woken" });
    },
    heard(revision) {
      // Lower may be an answer that was long on its way, or a server that lost something: asking tells.
      if (revision === outbox.revision) return;
      dispatch({ type: "behind" });
      wire.pump();
    },
    doubt: () => askNow({ type: "doubted" }),
    sessionOver: (otherMember) => dispatch({ type: "session-over", otherMember }),
    sessionBack: () => askNow({ type: "session-back" }),
    tryRefusedAgain() {
      dispatch({ type: "refused-again" });
      wire.pump();
    },
    submitted: (at) => dispatch({ type: "submitted", at }),
    leave,
    stop() {
      stopped = true;
      cancelTyping();
      wire.stop();
      disk.stop();
    },
  };
}

/** In the author's order; where not everything fits, what is on no disk comes before what is. */
function lastRequest(waiting: readonly Operation[], unwritten: readonly Operation[]): readonly Operation[] {
  let left = LAST_SEND_CHARACTERS;
  const fits = (operation: Operation) => {
    left -= JSON.stringify(operation).length;
    return left >= 0;
  };
  const last = unwritten.filter(fits);
  return [...waiting.filter(fits), ...last];
}
