"use client";

import { type KeyboardEvent, useState } from "react";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/**
 * One tab stop for a group of points; arrow keys go from point to point, Home and End to the ends.
 * A comparison of six has a hundred points: nobody should press Tab a hundred times.
 */
export function useRoving(count: number) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = STEPS[event.key];
      const ends: Record<string, number> = { Home: 0, End: count - 1 };
      const next = step === undefined ? ends[event.key] : (current + step + count) % count;
      if (next === undefined || count === 0) return;
      event.preventDefault();
      setAt(next);
      event.currentTarget.querySelectorAll<HTMLElement>("button")[next]?.focus();
    },
    item: (index: number) => ({ tabIndex: index === current ? 0 : -1, onFocus: () => setAt(index) }),
  };
}
