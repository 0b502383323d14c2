"use client";

import { useEffect } from "react";
import { isTyping, useSingleKeys } from "./single-keys";

interface FrameKeys {
  onPalette: () => void;
  onShortcuts: () => void;
}

/** Ctrl/Cmd+K everywhere; `?` where nobody is typing and shortcuts of one key are on. Give constant callbacks. */
export function useFrameKeys({ onPalette, onShortcuts }: FrameKeys): void {
  const singleKeys = useSingleKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onPalette();
      } else if (event.key === "?" && singleKeys && !event.defaultPrevented && !isTyping(event.target)) {
        event.preventDefault();
        onShortcuts();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onPalette, onShortcuts, singleKeys]);
}
