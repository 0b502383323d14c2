import { defined, type Outcome, undefinedFor } from "../outcome";
import { spreadOf, type WithinGroup, within } from "./within-group";

/**
 * awg: as rwg, but against the largest variance possible at the unit's own mean, so that ratings near
 * the end of the scale are not called agreeing merely for lack of room.
 *
 * Range: -1 to 1. Unit: none. Minimum n: 2 ratings.
 * Undefined: `no-pairs` with fewer than two ratings; `all-extreme` when the mean lies so near an end
 * that the ratings could hardly disagree (all at the end itself is agreement by definition: 1).
 * Source: Brown & Hauenstein (2005), https://doi.org/10.1177/1094428105275376
 *
 * @example
 * awg([4, 3, 3, 4], [1, 5]); // .86667, of 4 ratings
 */
export function awg(
  scores: readonly number[],
  ends: readonly [low: number, high: number],
): Outcome<WithinGroup> {
  const k = scores.length;
  if (k < 2) return undefinedFor("no-pairs", "One rating agrees with nobody.", 2 - k);
  const { mean, variance } = spreadOf(scores);
  const [low, high] = ends;
  if (scores.every((score) => score === low) || scores.every((score) => score === high))
    return defined(within(1, k));
  if (mean < (low * (k - 1) + high) / k - 1e-12 || mean > (high * (k - 1) + low) / k + 1e-12) {
    return undefinedFor("all-extreme", "The mean lies too near an end of the scale to tell agreement.");
  }
  const room = ((high + low) * mean - mean * mean - high * low) * (k / (k - 1));
  return defined(within(1 - (2 * variance) / room, k));
}
