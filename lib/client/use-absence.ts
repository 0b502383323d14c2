"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { TimerEvent } from "@/lib/domain/beats";
import { type Absence, absenceBetween, type Look } from "./absence";
import { newId } from "./ids";
import { browserClocks, pageClock } from "./steady-clock";

const LOOK_EVERY_MS = 1_000;
/** Often enough that a reload knows how long the page was gone. */
const REMEMBER_EVERY_MS = 5_000;
/** The first answer of the server is here by then, or there is no network. */
const SETTLED_WITHIN_MS = 3_000;
const KEY = "plumbline.timer-seen";

export interface AbsenceQuestion {
  absence: Absence;
  /** The answer stood still meanwhile: it is left out of the candidate's time. */
  leaveOut(): void;
  /** The candidate spoke on: it counts. */
  count(): void;
}

/**
 * Asks about time in which nobody watched a running timer: sleep, a frozen tab, a closed page. Nothing is changed by
 * itself. @param ticking the timer runs now; @param onEvent takes the events that leave the time out
 */
export function useAbsence(
  scorecardId: string,
  ticking: boolean,
  onEvent: (event: TimerEvent) => void,
): AbsenceQuestion | null {
  const [absence, setAbsence] = useState<Absence | null>(null);
  const last = useRef<Look | null>(null);
  useEffect(() => {
    if (!ticking) {
      last.current = null;
      forget(scorecardId);
      return;
    }
    const clock = pageClock();
    const begun = browserClocks.monotonic();
    const look = () => {
      // What was remembered is on the server's time: until that has been heard here, the two cannot be compared.
      if (!clock.isSettled() && browserClocks.monotonic() - begun < SETTLED_WITHIN_MS) return;
      // Putting the clock right is not time that passed.
      const now = { steady: clock.now() - clock.moved(), wall: browserClocks.wall() };
      last.current ??= lookBefore(now, remembered(scorecardId), clock.moved());
      const found = last.current && absenceBetween(last.current, now);
      if (found) setAbsence(found);
      if (found || !last.current || now.steady % REMEMBER_EVERY_MS < LOOK_EVERY_MS)
        remember(scorecardId, clock.now());
      last.current = now;
    };
    look();
    const ticker = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(ticker);
  }, [scorecardId, ticking]);

  const leaveOut = useCallback(() => {
    setAbsence(null);
    if (!absence?.counted) return;
    onEvent({ id: newId(), kind: "pause", beat: null, at: absence.from + pageClock().moved() });
    onEvent({ id: newId(), kind: "resume", beat: null, at: absence.to + pageClock().moved() });
  }, [absence, onEvent]);
  const count = useCallback(() => {
    setAbsence(null);
    if (absence && !absence.counted) pageClock().catchUp(absence.ms);
  }, [absence]);
  return absence && { absence, leaveOut, count };
}

/** The last look of the page before this one. It tells how long nobody was here, not how long the device slept. */
function lookBefore(now: Look, at: number | null, moved: number): Look | null {
  if (at === null) return null;
  const steady = at - moved;
  return { steady, wall: now.wall - (now.steady - steady) };
}

/** Only an id and a time are kept, and only while a timer runs; without storage a reload simply does not ask. */
function remember(scorecardId: string, steady: number): void {
  try {
    localStorage.setItem(KEY, `${scorecardId} ${steady}`);
  } catch {
    // Full or forbidden: the question after a reload is a courtesy.
  }
}

function remembered(scorecardId: string): number | null {
  try {
    const [id, steady] = (localStorage.getItem(KEY) ?? "").split(" ");
    const at = Number(steady);
    return id === scorecardId && at > 0 ? at : null;
  } catch {
    return null;
  }
}

function forget(scorecardId: string): void {
  if (remembered(scorecardId)) localStorage.removeItem(KEY);
}
