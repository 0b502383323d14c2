/** Whoever waits longer for a connection is told to come back: a queue that only grows answers nobody. */
export const POOL_WAIT_MS = 5_000;

/** Every connection is at work, and was for as long as anybody should wait. */
export class PoolFull extends Error {
  readonly code = "POOL_FULL";
}

/**
 * Begins a transaction within a bounded wait for a connection.
 * @param begin calls `onConnection` when it has one, where it hears of that before the work does; and hands `started` to
 *   the transaction's work, which calls it first: one that comes too late is undone
 */
export function begunWithin<T>(
  waitMs: number,
  begin: (started: () => void, onConnection: () => void) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let late = false;
    const full = () => new PoolFull(`No connection was free for ${waitMs} ms`);
    const timer = setTimeout(() => {
      late = true;
      reject(full());
    }, waitMs);
    const onConnection = () => clearTimeout(timer);
    const started = () => {
      onConnection();
      if (late) throw full();
    };
    begin(started, onConnection)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
