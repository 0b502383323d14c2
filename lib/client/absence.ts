/** A tab in the background is looked at once a minute; longer without a look, and nobody was watching the timer. */
export const AWAY_FROM_MS = 90_000;
/** Both clocks tick together but for corrections of a second or two; more, and one of them stood still. */
const CLOCKS_APART_MS = 20_000;

/** What both clocks said at one look. `steady` is the clock that timer events are on. */
export interface Look {
  steady: number;
  wall: number;
}

/** Time in which this page did not run: sleep, a frozen tab, a closed one. */
export interface Absence {
  from: number;
  to: number;
  ms: number;
  /** True when the steady clock ran on, so that the timer has counted it; false when it stood still. */
  counted: boolean;
}

/** The absence between two looks, or null when the page ran all the while. Pure: the looks bring the time. */
export function absenceBetween(before: Look, now: Look): Absence | null {
  const steady = now.steady - before.steady;
  const asleep = now.wall - before.wall - steady;
  if (steady >= AWAY_FROM_MS) return { from: before.steady, to: now.steady, ms: steady, counted: true };
  if (asleep >= CLOCKS_APART_MS) return { from: now.steady, to: now.steady, ms: asleep, counted: false };
  return null;
}
