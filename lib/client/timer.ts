"use client";

import { useEffect, useState } from "react";
import {
  type Beat,
  nextBeat,
  readTimer,
  type TimerEvent,
  type TimerEventKind,
  type TimerReading,
} from "@/lib/domain/beats";
import { pageClock, steadyNow } from "./steady-clock";

/** Often enough that a second never shows late to the eye. */
const TICK_MS = 200;

/** What one press of a timer control adds. */
export type TimerDeed = { kind: TimerEventKind; beat: Beat | null };

/** What "start / next beat" does now: begins a beat, ends the answer after the last, nothing once it has ended. */
export function nextDeed(reading: TimerReading): TimerDeed | null {
  if (reading.state === "ended") return null;
  const beat = nextBeat(reading);
  return beat === null ? { kind: "end", beat: null } : { kind: "beat", beat };
}

/** What "probe on / off" does now; null while nobody is answering. */
export function probeDeed(reading: TimerReading): TimerDeed | null {
  if (reading.state === "running") return { kind: "probe-on", beat: null };
  if (reading.state === "probing") return { kind: "probe-off", beat: null };
  return null;
}

/** What "pause / resume" does now; null before the start and after the end. */
export function pauseDeed(reading: TimerReading): TimerDeed | null {
  if (reading.state === "running" || reading.state === "probing") return { kind: "pause", beat: null };
  if (reading.state === "paused") return { kind: "resume", beat: null };
  return null;
}

/** The event of a deed. A clock that was set back never puts it before the events there are. */
export function timerEventOf(
  deed: TimerDeed,
  events: readonly TimerEvent[],
  now: number,
  id: string,
): TimerEvent {
  const latest = events.reduce((most, event) => Math.max(most, event.at), 0);
  return { id, kind: deed.kind, beat: deed.beat, at: Math.max(now, latest) };
}

/** The moment of the answer that a note begun now belongs to; null before the start and after the end. */
export function momentOf(events: readonly TimerEvent[], now: number): number | null {
  const reading = readTimer(events, now);
  return reading.state === "ready" || reading.state === "ended" ? null : reading.answerMs;
}

/** The timer as it stands now, read again while it runs. Before the browser has spoken, a running one stands at 0. */
export function useTimer(events: readonly TimerEvent[]): TimerReading {
  const [now, setNow] = useState<number | null>(null);
  const latest = events.reduce((most, event) => Math.max(most, event.at), 0);
  const reading = readTimer(events, Math.max(now ?? 0, latest));
  const ticking = reading.state === "running" || reading.state === "probing";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new event is shown at once, not at the next tick
  useEffect(() => {
    pageClock().atLeast(latest);
    const read = () => setNow(steadyNow());
    read();
    if (!ticking) return;
    const ticker = setInterval(read, TICK_MS);
    return () => clearInterval(ticker);
  }, [ticking, events, latest]);
  return reading;
}
