import { tQuantile } from "../distributions";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import type { AgreementProfile } from "./profile";

/** A chance-corrected coefficient: its estimate, its parts, and Gwet's standard error with a t interval. */
export interface Coefficient {
  readonly estimate: number;
  /** Agreement seen: p_a. */
  readonly observed: number;
  /** Agreement expected by chance: p_e. */
  readonly expected: number;
  /** Undefined from one unit alone. */
  readonly spread: Outcome<{ readonly standardError: number; readonly interval: Interval }>;
  readonly units: number;
}

/**
 * (p_a - p_e) / (1 - p_e) with Gwet's linearised variance: each unit's share in the coefficient, less
 * twice its share in the chance term.
 *
 * Range: up to 1; 0 is chance. Unit: none. Minimum n: one unit rated twice; two for the spread.
 * Undefined: `no-variation` when chance alone already agrees fully (1 - p_e is 0).
 * Source: Gwet (2008), https://doi.org/10.1348/000711006X126600
 *
 * @example
 * linearised(profile, 0.2, () => 0.2); // chance that does not depend on the unit: Brennan-Prediger
 */
export function linearised(
  profile: AgreementProfile,
  expected: number,
  chanceOf: (pattern: number) => number,
  level = 0.95,
): Outcome<Coefficient> {
  const { counts, agreement, observed } = profile;
  const room = 1 - expected;
  if (room <= ROUNDING)
    return undefinedFor("no-variation", "Every rating is the same, so chance cannot be told.");
  const estimate = (observed - expected) / room;
  const { units, pairableUnits } = counts;
  let squares = 0;
  for (let p = 0; p < counts.patterns; p++) {
    const pairable = (counts.size[p] ?? 0) > 1;
    const own = pairable ? ((units / pairableUnits) * ((agreement[p] ?? 0) - expected)) / room : 0;
    const shift = own - (2 * (1 - estimate) * (chanceOf(p) - expected)) / room - estimate;
    squares += (counts.weight[p] ?? 0) * shift * shift;
  }
  const standardError = Math.sqrt(squares / (units * (units - 1)));
  return defined({
    estimate,
    observed,
    expected,
    units,
    spread: spreadOf(estimate, standardError, units, level),
  });
}

/** p_e within this of 1 is 1 with rounding. */
const ROUNDING = 1e-12;

/** A t interval over units, cut at 1: no coefficient can pass it. */
export function spreadOf(
  estimate: number,
  standardError: number,
  units: number,
  level: number,
): Coefficient["spread"] {
  if (units < 2)
    return undefinedFor("too-few-units", "One unit cannot show how agreement varies.", 2 - units);
  const reach = tQuantile((1 + level) / 2, units - 1) * standardError;
  return defined({ standardError, interval: [estimate - reach, Math.min(1, estimate + reach)] });
}
