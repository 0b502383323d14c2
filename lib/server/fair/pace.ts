import { setTimeout as pause } from "node:timers/promises";
import PQueue from "p-queue";

/** What took very long stood rather than worked. */
const REST_MAX_MS = 2_000;
/** What takes longer than this waits for something else than a processor. */
const STANDS_AFTER_MS = 500;

declare global {
  // One pair a process, also when the bundler loads this module more than once: requests and files share it.
  var plumblinePace: { work: PQueue; computing: PQueue } | undefined;
}

function queues() {
  globalThis.plumblinePace ??= {
    work: new PQueue({ concurrency: 1 }),
    computing: new PQueue({ concurrency: 1 }),
  };
  return globalThis.plumblinePace;
}

/**
 * In a lane one thing at a time, whoever's it is: on two cores one more computation is hardly felt by everybody else, two
 * are. Whatever stands (for a row, for a reader) keeps nobody from working.
 */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    void queues().work.add(async () => {
      const answered = Promise.resolve().then(work);
      answered.then(resolve, reject);
      const over = answered.then(
        () => {},
        () => {},
      );
      await Promise.race([over, pause(STANDS_AFTER_MS)]);
    });
  });
}

/** In a lane: reports and the pieces of files one after another, each with its rest; changes have turns between. */
export function inPace<T>(work: () => Promise<T>, rest: number): Promise<T> {
  return queues().computing.add(() => restingAfter(() => alone(work), rest));
}

/** The rest that keeps whoever takes it within a share of the time, in times of what was worked. */
export function restOf(share: number): number {
  return 1 / share - 1;
}

/**
 * Work, and then a rest in proportion to it: over time it takes no more than its share.
 * @param rest in times of what the work took (`restOf`)
 */
export async function restingAfter<T>(work: () => Promise<T>, rest: number): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    await pause(Math.min(REST_MAX_MS, rest * (performance.now() - began)));
  }
}
