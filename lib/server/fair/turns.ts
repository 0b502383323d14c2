import PQueue from "p-queue";

/** Whoever waits longer for a turn is told to come back. */
export const TURN_WAIT_MS = 6_000;
/** More than a house of thousands has open at once; each costs its socket. */
const WAITING_MAX = 1_000;

/** The turn did not come in time, or whoever waited for it is gone. */
export class NoTurn extends Error {}

/**
 * Of each organisation only so many reports and so many changes at once, each kind in a queue of its own: what it asks too
 * much of, it waits for itself.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #queues = new Map<string, PQueue>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Runs `work` when its turn has come; rejects with NoTurn when it does not come. */
  async take(
    organizationId: string,
    kind: "change" | "report",
    gone: AbortSignal,
    work: () => Promise<void>,
  ): Promise<void> {
    const key = `${kind} ${organizationId}`;
    const queue = this.#queues.get(key) ?? new PQueue({ concurrency: this.#atOnce });
    this.#queues.set(key, queue);
    if (queue.size >= WAITING_MAX) throw new NoTurn();
    // What has begun is not given up: its turn would go to the next while it still works.
    const waiting = new AbortController();
    const giveUp = () => waiting.abort(new NoTurn());
    const timer = setTimeout(giveUp, TURN_WAIT_MS);
    gone.addEventListener("abort", giveUp, { once: true });
    const done = () => {
      clearTimeout(timer);
      gone.removeEventListener("abort", giveUp);
    };
    try {
      await queue.add(
        () => {
          done();
          return work();
        },
        { signal: waiting.signal },
      );
    } finally {
      done();
    }
  }
}
