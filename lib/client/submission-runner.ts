/** A submission is written once: this long it can be taken back before it leaves (screens.md, 2). */
export const UNDO_SECONDS = 10;
const TICK_MS = 250;

export type SubmissionPhase =
  | { phase: "idle"; problem: string | null }
  | { phase: "counting"; secondsLeft: number }
  /** On its way, or waiting for the last changes to be saved. */
  | { phase: "sending"; trouble: string | null; canTakeBack: boolean };

export interface Telling {
  /** Why it is not through yet; `null` once it is on its way again. */
  trouble(message: string | null): void;
  /** From here on it may have arrived, whatever the answer. */
  leaving(): void;
}

/** Sends until the server has answered; rejects with the sentence to show when a person has to decide. */
export type SendSubmission = (signal: AbortSignal, tell: Telling) => Promise<void>;

/** Meant no longer: taken back in another tab. */
export class TakenBack extends Error {}

export interface SubmissionPorts {
  send: SendSubmission;
  /** Milliseconds that never go back. */
  monotonic(): number;
  after(ms: number, run: () => void): () => void;
  /** Keeps where a reload finds it that this is to be submitted in so many milliseconds; `null` when not any more. */
  keep?(inMs: number | null): void;
  /** Asks until the server says whether it has arrived after all; without it nothing under way is taken back. */
  hasArrived?(signal: AbortSignal): Promise<boolean>;
}

export interface SubmissionRunner {
  read(): SubmissionPhase;
  subscribe(listener: () => void): () => void;
  begin(): void;
  /** Goes on with one that was begun before a reload or in another tab. */
  resume(inMs: number): void;
  undo(reason?: string): void;
  sendNow(): void;
  /** Takes back one that has only met trouble so far. */
  takeBack(): void;
  /** Taken back elsewhere: nothing goes on here. */
  letGo(): void;
  stop(): void;
}

const IDLE: SubmissionPhase = { phase: "idle", problem: null };

/** Counts down, then sends; lives longer than any screen. */
export function runSubmission(ports: SubmissionPorts): SubmissionRunner {
  let state: SubmissionPhase = IDLE;
  let deadline = 0;
  let left = false;
  let cancelTick = () => {};
  let stopSending = new AbortController();
  const listeners = new Set<() => void>();

  const set = (next: SubmissionPhase) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const rest = (problem: string | null = null) => {
    cancelTick();
    stopSending.abort();
    set({ phase: "idle", problem });
  };
  const tick = () => {
    const secondsLeft = Math.ceil((deadline - ports.monotonic()) / 1_000);
    if (secondsLeft <= 0) return void send();
    if (state.phase !== "counting" || state.secondsLeft !== secondsLeft)
      set({ phase: "counting", secondsLeft });
    cancelTick = ports.after(TICK_MS, tick);
  };
  const count = (ms: number) => {
    if (state.phase !== "idle") return;
    deadline = ports.monotonic() + ms;
    tick();
  };
  const send = async () => {
    cancelTick();
    left = false;
    stopSending = new AbortController();
    const { signal } = stopSending;
    const trouble = (message: string | null) => {
      if (signal.aborted) return;
      const canTakeBack = message !== null && ports.hasArrived !== undefined;
      if (state.phase === "sending" && state.trouble === message) return;
      set({ phase: "sending", trouble: message, canTakeBack });
    };
    trouble(null);
    try {
      const leaving = () => {
        left = true;
      };
      await ports.send(signal, { trouble, leaving });
      ports.keep?.(null);
      if (!signal.aborted) rest();
    } catch (problem) {
      if (signal.aborted) return;
      ports.keep?.(null);
      rest(problem instanceof TakenBack ? null : messageOf(problem));
    }
  };
  const askFirst = async (hasArrived: NonNullable<SubmissionPorts["hasArrived"]>) => {
    stopSending = new AbortController();
    const { signal } = stopSending;
    set({ phase: "sending", trouble: "Asking whether it has already arrived.", canTakeBack: false });
    const arrived = await hasArrived(signal).catch(() => false);
    if (signal.aborted) return;
    if (!arrived) ports.keep?.(null);
    rest();
  };

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin() {
      if (state.phase !== "idle") return;
      ports.keep?.(UNDO_SECONDS * 1_000);
      count(UNDO_SECONDS * 1_000);
    },
    resume: (inMs) => count(Math.min(UNDO_SECONDS * 1_000, inMs)),
    undo(reason) {
      if (state.phase !== "counting") return;
      ports.keep?.(null);
      rest(reason);
    },
    sendNow() {
      if (state.phase === "counting") void send();
    },
    takeBack() {
      if (state.phase !== "sending" || !state.canTakeBack || !ports.hasArrived) return;
      stopSending.abort();
      if (left) return void askFirst(ports.hasArrived);
      ports.keep?.(null);
      rest();
    },
    letGo() {
      if (state.phase === "counting" || (state.phase === "sending" && !left)) rest();
    },
    stop: () => rest(),
  };
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : "The scorecard was not submitted.";
}
