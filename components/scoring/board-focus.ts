import { type RefObject, useEffect, useRef } from "react";

/** Brings a row to the top of a phone and gives it the focus. */
export function stepTo(group: RefObject<HTMLFieldSetElement | null>): void {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = still ? "auto" : "smooth";
  group.current?.closest("section")?.scrollIntoView({ block: "start", behavior });
  group.current?.focus({ preventScroll: true });
}

/** Keys work from the first moment: unless something else was focused already, the first row is. */
export function useFirstFocus(group: RefObject<HTMLFieldSetElement | null>): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || document.activeElement !== document.body) return;
    done.current = true;
    group.current?.focus({ preventScroll: true });
  }, [group]);
}
