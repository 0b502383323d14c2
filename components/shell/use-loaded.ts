"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { whenIdle } from "@/lib/client/when-idle";

/**
 * Code that nobody needs to see the page; null until it is here. The worker keeps its files: a page that comes under a
 * worker loads it from there once it stands, without the network; the first page of all, once somebody wants it.
 * @param load a constant; @param wanted somebody waits; @param onFailure it did not come: want it again to try again
 */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean, onFailure: () => void): T | null {
  const [loaded, setLoaded] = useState<{ it: T } | null>(null);
  const failed = useEffectEvent(onFailure);
  useEffect(() => {
    if (loaded) return;
    if (!wanted && isFirstUnderWorker()) return;
    let current = true;
    const begin = () =>
      void load().then(
        (it) => current && setLoaded({ it }),
        () => current && wanted && failed(),
      );
    const cancel = wanted ? () => undefined : whenIdle(begin);
    if (wanted) begin();
    return () => {
      current = false;
      cancel();
    };
  }, [load, wanted, loaded]);
  return loaded?.it ?? null;
}

/** The worker is still fetching the files of the screens: what the page loads meanwhile comes over the same network. */
function isFirstUnderWorker(): boolean {
  return "serviceWorker" in navigator && navigator.serviceWorker.controller === null;
}
