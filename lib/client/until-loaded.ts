import { backoffMs } from "./backoff";

/** Code that does not come, comes later: it is asked for again, ever more patiently, and what is on screen stays meanwhile. */
export async function untilLoaded<T>(load: () => Promise<T>, onFailure?: () => Promise<void>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await load();
    } catch {
      await onFailure?.();
      await new Promise((next) => setTimeout(next, backoffMs(failures, Math.random())));
    }
  }
}
