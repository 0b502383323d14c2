"use client";

import { useSyncExternalStore } from "react";

/** One choice kept on this device, the same in every tab of this browser. */
export interface DeviceSetting {
  read(): string | null;
  /** `null` goes back to what holds when nothing was chosen. */
  write(value: string | null): void;
  subscribe(onChange: () => void): () => void;
}

export function deviceSetting(key: string): DeviceSetting {
  const listeners = new Set<() => void>();
  // Holds the choice for this page where the browser keeps nothing.
  let here: string | null | undefined;
  return {
    read() {
      try {
        return here === undefined ? localStorage.getItem(key) : here;
      } catch {
        return here ?? null;
      }
    },
    write(value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        here = value;
      }
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      window.addEventListener("storage", onChange);
      return () => {
        listeners.delete(onChange);
        window.removeEventListener("storage", onChange);
      };
    },
  };
}

/** What this device has chosen; null on the server and where nothing was chosen. */
export function useDeviceSetting(setting: DeviceSetting): string | null {
  return useSyncExternalStore(setting.subscribe, setting.read, () => null);
}
