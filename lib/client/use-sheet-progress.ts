"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { API_ROOT } from "@/lib/contracts/contract";
import { followSheetContract, type SheetStep, sheetStep } from "@/lib/contracts/panels";
import { addressOf } from "./api";
import { backoffMs } from "./backoff";

/**
 * How far a sheet is that a job computes, as the server tells it. Calls back once when there is something new to ask
 * for. Closed while nobody looks at the page, as live events are.
 */
export function useSheetProgress(key: string, onOver: () => void): SheetStep | null {
  const [step, setStep] = useState<SheetStep | null>(null);
  const over = useEffectEvent(onOver);
  useEffect(() => {
    let source: EventSource | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const stop = () => {
      clearTimeout(waiting);
      source?.close();
      source = null;
    };
    const begin = () => {
      const opened = new EventSource(`${API_ROOT}${addressOf(followSheetContract, { key }).url}`);
      source = opened;
      opened.onopen = () => {
        failures = 0;
      };
      opened.onmessage = ({ data }: MessageEvent<string>) => {
        const told = readStep(data);
        if (!told) return;
        setStep(told);
        if (told.state === "computing") return;
        stop();
        if (told.state !== "failed") over();
      };
      // The browser mends a torn connection by itself, and gives up on a refused one.
      opened.onerror = () => {
        if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
        failures += 1;
        waiting = setTimeout(begin, backoffMs(failures, Math.random()));
      };
    };
    const look = () => {
      stop();
      if (document.visibilityState === "visible") begin();
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop();
    };
  }, [key]);
  return step;
}

function readStep(data: string): SheetStep | null {
  try {
    return sheetStep.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
