/** A first failure is usually a hiccup: try again soon. */
const FIRST_WAIT_MS = 400;
/** A server that is back should be noticed within seconds, even when the browser says nothing. */
const LONGEST_WAIT_MS = 4_000;

/**
 * How long to wait before the next attempt: doubling, half of it by chance so that a room full of
 * interviewers does not come back in step.
 * @param failures attempts that failed in a row, 1 or more; @param chance in [0, 1)
 */
export function backoffMs(failures: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(wait / 2 + (wait / 2) * chance);
}
