import PQueue from "p-queue";

/** Of one loud organisation so many are under way: a save waits for its disk most of its time, a report computes. */
const AT_ONCE = { change: 2, report: 1 } as const;
/** As long as anybody waits for a connection (`db/driver/pool-wait`); whoever waits longer is told to come back. */
export const TURN_WAIT_MS = 5_000;
/** More than a house of thousands has open at once; each costs its socket. */
const WAITING_MAX = 1_000;

/** The turn did not come in time, or whoever waited for it is gone. */
export class NoTurn extends Error {}

/** A queue for each organisation that is loud: what it asks too much of, it waits for itself, changes apart from reports. */
export class Turns {
  readonly #queues = new Map<string, PQueue>();

  /** Runs `work` when its turn has come; rejects with NoTurn when it does not come. */
  async take(
    organizationId: string,
    kind: keyof typeof AT_ONCE,
    gone: AbortSignal,
    work: () => Promise<void>,
  ): Promise<void> {
    const key = `${kind} ${organizationId}`;
    const queue = this.#queues.get(key) ?? new PQueue({ concurrency: AT_ONCE[kind] });
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
