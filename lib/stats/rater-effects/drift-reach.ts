import { MINIMUMS } from "../minimums";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";

/**
 * Can drift be told from changing units? A rater's slope is a comparison with colleagues at several
 * times: only units that others saw too, at different times, carry it. A rater who always sits alone,
 * or met others at one time only, may look drifting because units changed.
 *
 * Range: times 0 up. Unit: distinct time points. Minimum n: MINIMUMS.driftTimes time points with a
 * colleague, MINIMUMS.driftUnits units shared with others.
 * Undefined: one outcome a rater; `not-connected-over-time` with the times missing; `too-few-units`.
 * Source: Myford & Wolfe (2009), https://doi.org/10.1111/j.1745-3984.2009.00088.x
 *
 * @example
 * // Two people who meet on one unit a week for twelve weeks:
 * driftReach(ratings, week)[0]; // { times: 12, units: 12 }
 */
export function driftReach(ratings: Ratings, time: ArrayLike<number>): readonly Outcome<DriftReach>[] {
  const { unit, rater, raters, units } = ratings;
  const seenBy = Array.from({ length: units }, () => new Set<number>());
  for (let k = 0; k < unit.length; k++) seenBy[unit[k] ?? 0]?.add(rater[k] ?? 0);
  const times = Array.from({ length: raters }, () => new Set<number>());
  const shared = Array.from({ length: raters }, () => new Set<number>());
  for (let k = 0; k < unit.length; k++) {
    const u = unit[k] ?? 0;
    if ((seenBy[u]?.size ?? 0) < 2) continue;
    times[rater[k] ?? 0]?.add(time[k] ?? 0);
    shared[rater[k] ?? 0]?.add(u);
  }
  return times.map((own, r) => verdict({ times: own.size, units: shared[r]?.size ?? 0 }));
}

export interface DriftReach {
  /** Different times at which this rater shared a unit with somebody. */
  readonly times: number;
  /** Units shared with somebody. */
  readonly units: number;
}

function verdict(reach: DriftReach): Outcome<DriftReach> {
  if (reach.times < MINIMUMS.driftTimes) {
    const detail = `Compared with colleagues at ${reach.times} times; a slope needs ${MINIMUMS.driftTimes}.`;
    return undefinedFor("not-connected-over-time", detail, MINIMUMS.driftTimes - reach.times);
  }
  if (reach.units < MINIMUMS.driftUnits) {
    const detail = `${reach.units} units shared with others; drift needs ${MINIMUMS.driftUnits}.`;
    return undefinedFor("too-few-units", detail, MINIMUMS.driftUnits - reach.units);
  }
  return defined(reach);
}
