"use client";

import { useEffect, useEffectEvent } from "react";

/** While something asked for is still on its way, what is typed is meant for it and not for the page. Escape calls it off. */
export function useHeldKeys(waiting: boolean, onEscape: () => void): void {
  const calledOff = useEffectEvent(onEscape);
  useEffect(() => {
    if (!waiting) return;
    const hold = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") calledOff();
    };
    window.addEventListener("keydown", hold, { capture: true });
    return () => window.removeEventListener("keydown", hold, { capture: true });
  }, [waiting]);
}
