"use client";

import { useEffect } from "react";
import { whenIdle } from "./when-idle";

/** Lets this browser open a scorecard again without a network, and this page load its files after the build is replaced. */
export function useServiceWorker(): void {
  useEffect(() => {
    let [left, cancel] = [false, () => {}];
    void registered().then((isKept) => {
      // Where nobody keeps the files, what checks another build's answers comes while this build still serves it.
      if (!isKept && !left) cancel = whenIdle(() => void loadShapes().catch(() => {}));
    });
    return () => {
      left = true;
      cancel();
    };
  }, []);
}

/** A browser that has no workers, or refuses ours, works as before, with a network. */
async function registered(): Promise<boolean> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return false;
  const registration = navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  return registration.then(Boolean, () => false);
}

async function loadShapes(): Promise<void> {
  const outlines = await import("@/lib/contracts/outlines");
  await Promise.all(Object.values(outlines).map((outline) => outline.whole()));
}
