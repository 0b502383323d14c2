import { useEffect } from "react";
import { backoffMs } from "./backoff";

/** The server's own word on whether it can work, database and all; asked by nobody in particular. */
const READY = "/api/ready";
const AGAIN_KEY = "plumbline.read-again";
/** A page that fails on a server that can work fails again: one try a minute is enough. */
const ONE_TRY_MS = 60_000;

/** Reads the page anew. */
export function readAgain(): void {
  window.location.reload();
}

/**
 * A page that a server could not make while its database was away comes back by itself: what waits on this device goes
 * out with it. Where the server could work all along, one try is made, for the moment may be over already.
 */
export function useRecovery(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let wasAway = false;
    const ask = async () => {
      const ready = await fetch(READY, { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready && (wasAway || firstTryOfAWhile())) return readAgain();
      if (ready) return;
      wasAway = true;
      plan();
    };
    const plan = () => {
      failures += 1;
      timer = setTimeout(() => void ask(), backoffMs(failures, Math.random()));
    };
    plan();
    return () => clearTimeout(timer);
  }, []);
}

function firstTryOfAWhile(): boolean {
  const before = Number(sessionStorage.getItem(AGAIN_KEY) ?? 0);
  sessionStorage.setItem(AGAIN_KEY, String(Date.now()));
  return Date.now() - before > ONE_TRY_MS;
}
