import { useEffect } from "react";
import { backoffMs } from "./backoff";
import { isReplaced } from "./new-version";
import { AGAIN_KEY, ONE_TRY_MS, READY } from "./ready";

/** What the worker shows in place of any page; asked for by its own name, reading it anew brings nothing else. */
const STAND_IN = "/offline";

/** Reads the page anew. */
export function readAgain(): void {
  window.location.reload();
}

/**
 * A page that could not be had (its server or the network was away, a file of it did not come) comes back by itself: what
 * waits on this device goes out with it. Where the server could work all along, a try a minute is made.
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
      if (ready && (wasAway || firstTryOfAWhile())) return readAgain();
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

function firstTryOfAWhile(): boolean {
  if (Date.now() - Number(sessionStorage.getItem(AGAIN_KEY) ?? 0) <= ONE_TRY_MS) return false;
  sessionStorage.setItem(AGAIN_KEY, String(Date.now()));
  return true;
}
