/** The two clocks a browser has: one may be set by hand, the other may stand still while the device sleeps. */
export interface Clocks {
  wall(): number;
  monotonic(): number;
}

/**
 * The time that timer events are on: the server's, as soon as it has been heard, carried on by the monotonic clock. It
 * never jumps under an answer, and is the same on every device of an author and after a reload.
 */
export interface SteadyClock {
  now(): number;
  /** The time for an event. From here on the clock stays as it is: the next event is measured against this one. */
  stamp(): number;
  /** Puts back time that the monotonic clock slept through. */
  catchUp(ms: number): void;
  /** What the server's clock said in the middle of a round trip that has just ended. */
  settle(serverAt: number, roundTripMs: number): void;
  /** There are events of this moment already: a clock that was set back goes on from there. */
  atLeast(at: number): void;
  isSettled(): boolean;
  /** How far it was put right in all: an interval longer by that was not. */
  moved(): number;
}

/** A slower answer says the time too roughly. */
const ROUND_TRIP_MAX_MS = 2_000;

/** @param ahead by how much the server's clock was last known to be ahead of the wall's */
export function steadyClock({ wall, monotonic }: Clocks, ahead = 0): SteadyClock {
  let offset = wall() + ahead - monotonic();
  let moved = 0;
  let [settled, stamped] = [false, false];
  const move = (by: number) => {
    offset += by;
    moved += by;
  };
  const now = () => Math.round(offset + monotonic());
  return {
    now,
    stamp() {
      stamped = true;
      return now();
    },
    catchUp: (ms) => {
      offset += ms;
    },
    settle(serverAt, roundTripMs) {
      if (settled || roundTripMs > ROUND_TRIP_MAX_MS) return;
      settled = true;
      if (!stamped) move(Math.round(serverAt + roundTripMs / 2) - now());
    },
    atLeast: (at) => move(Math.max(0, at - now())),
    isSettled: () => settled,
    moved: () => moved,
  };
}

/** This browser's clocks. */
export const browserClocks: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** How every answer of the API says when it was given, in milliseconds since 1970. */
export const TIME_HEADER = "x-plumbline-time";

/** Only a difference of two clocks is kept, so that a reload without a network knows it. */
const AHEAD_KEY = "plumbline.server-ahead";

let ours: SteadyClock | null = null;
let ahead: number | null = null;

/** One clock a page, begun when it is first read, so that every event of a timer is on the same one. */
export function pageClock(): SteadyClock {
  ours ??= steadyClock(browserClocks, serverAhead());
  return ours;
}

/** Milliseconds since 1970, by a clock that never goes back. */
export function steadyNow(): number {
  return pageClock().now();
}

/** What this browser takes for the server's time now, whatever its own clock is set to. */
export function serverNow(): number {
  return browserClocks.wall() + serverAhead();
}

/** Every answer is looked at: no request is made for this alone. */
export function hearTime(header: string | null, roundTripMs: number): void {
  const serverAt = Number(header ?? Number.NaN);
  if (typeof window === "undefined" || !(serverAt > 0) || roundTripMs > ROUND_TRIP_MAX_MS) return;
  pageClock().settle(serverAt, roundTripMs);
  ahead = Math.round(serverAt + roundTripMs / 2 - browserClocks.wall());
  try {
    localStorage.setItem(AHEAD_KEY, String(ahead));
  } catch {
    // Full or forbidden: the next page hears it anew.
  }
}

function serverAhead(): number {
  ahead ??= rememberedAhead();
  return ahead;
}

function rememberedAhead(): number {
  try {
    const kept = Number(localStorage.getItem(AHEAD_KEY));
    return Number.isFinite(kept) ? kept : 0;
  } catch {
    return 0;
  }
}
