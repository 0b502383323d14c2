import { useEffect } from "react";
import { backoffMs } from "./backoff";
import { isReplaced } from "./new-version";
import { AGAIN_KEY, LONGEST_PAUSE_MS, READY, SECOND_TRY_MS, TRIES_COUNT_MS } from "./ready";

/** What the worker shows in place of any page; asked for by its own name, reading it anew brings nothing else. */
const STAND_IN = "/offline";

/** Reads the page anew. */
export function readAgain(): void {
  window.location.reload();
}

/**
 * A page that could not be had (its server or the network was away, a file of it did not come) comes back by itself: what
 * waits on this device goes out with it. Where the server says it can work, tries are made less and less often, at last one a minute.
 */
export function useRecovery(): void {
  useEffect(() => {
    if (window.location.pathname === STAND_IN) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let wasAway = false;
    let left = false;
    const ask = async () => {
      const ready = await isReady();
      if (left) return;
      if (ready && (mayTryAgain() || wasAway)) return readAgain();
      wasAway ||= !ready;
      plan();
    };
    const plan = () => {
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), backoffMs(failures, Math.random()));
    };
    const online = () => void ask();
    window.addEventListener("online", online);
    plan();
    return () => {
      left = true;
      window.removeEventListener("online", online);
      clearTimeout(timer);
    };
  }, []);
}

/**
 * For code that does not come: where a newer build answers, this page's files are gone with its own, and only the page
 * itself, read anew, brings what was wanted. Only for a page on which nothing waits.
 */
export async function readAgainIfReplaced(): Promise<void> {
  if (isReplaced() && (await isReady())) readAgain();
}

function isReady(): Promise<boolean> {
  return fetch(READY, { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Whether it is time for another try; it then counts as made. `PageGuard` asks the same before any of our files is there. */
function mayTryAgain(): boolean {
  const now = Date.now();
  const kept: number[] = JSON.parse(sessionStorage.getItem(AGAIN_KEY) ?? "[]");
  const tries = kept.filter((at) => now - at < TRIES_COUNT_MS);
  const pause = Math.min(LONGEST_PAUSE_MS, SECOND_TRY_MS * 4 ** (tries.length - 1));
  if (now - (tries.at(-1) ?? 0) < pause) return false;
  sessionStorage.setItem(AGAIN_KEY, JSON.stringify([...tries, now]));
  return true;
}
