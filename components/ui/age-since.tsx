"use client";

import { useSyncExternalStore } from "react";
import { ageWords } from "./age";

const MINUTE_MS = 60_000;

/** How long ago a moment was, by the reader's clock. Until the browser has spoken, `before` stands. */
export function AgeSince({ iso, before }: { iso: string; before: string }) {
  const now = useMinute();
  return <time dateTime={iso}>{now === null ? before : ageWords(iso, now)}</time>;
}

/** The reader's clock to the minute, in ms since 1970; null on the server. */
export function useMinute(): number | null {
  return useSyncExternalStore(eachMinute, thisMinute, () => null);
}

function eachMinute(changed: () => void): () => void {
  const ticking = setInterval(changed, MINUTE_MS);
  return () => clearInterval(ticking);
}

const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
