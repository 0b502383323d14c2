"use client";

import { useEffect, useState } from "react";

/** Browsers without idle callbacks (Safari) get this much time to draw the page first. */
const SOON_MS = 400;

/**
 * Loads code that nobody needs to see the page, once the page stands; null until then. Loaded ahead of its use, so
 * that it is there without a network as well. @param load a constant; @param wanted somebody waits: now, and again
 */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean): T | null {
  const [loaded, setLoaded] = useState<{ it: T } | null>(null);
  useEffect(() => {
    if (loaded) return;
    let current = true;
    // What did not come is asked for again the next time it is wanted.
    const begin = () => void load().then((it) => current && setLoaded({ it }), ignore);
    const cancel = wanted ? ignore : whenIdle(begin);
    if (wanted) begin();
    return () => {
      current = false;
      cancel();
    };
  }, [load, wanted, loaded]);
  return loaded?.it ?? null;
}

const ignore = () => undefined;

function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const waiting = requestIdleCallback(run);
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(run, SOON_MS);
  return () => clearTimeout(waiting);
}
