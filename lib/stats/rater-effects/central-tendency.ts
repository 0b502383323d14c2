import { MINIMUMS } from "../minimums";
import { defined, mapOutcome, type Outcome, undefinedFor } from "../outcome";
import type { DimensionRatings } from "../ratings";
import { leaveOneOutConsensus } from "./consensus";
import { crossDeviation, mean, standardDeviation } from "./moments";

/**
 * Central tendency and use of the range: who keeps to the middle, who to the ends, and who follows the
 * differences the others see. The others' mean has error of its own, so every slope is too flat:
 * compare raters with the pool's slope, never with 1.
 *
 * Range: shares 0 to 1; ratio of spreads 0 up; slopes any (1: moves as the others do).
 * Unit: score points for spreads, none for ratios. Minimum n: MINIMUMS.centralTendencySheets units.
 * Undefined: `no-ratings`; `too-few-units` below the minimum; the ratio with `one-rater` when there is nobody else; the ratio or slope with `no-variation` when
 * there is nothing to compare with; the slope with `too-few-ratings` under three second opinions.
 * Source: Saal, Downey & Lahey (1980), https://doi.org/10.1037/0033-2909.88.2.413
 *
 * @example
 * // Rater 1 of the 60 x 25 x 5 panel: sd .9200, ratio .8813, slope .4831 (SE .1284)
 * rangeUseOfRaters(ratings, { low: 1, high: 5 }).perRater[0];
 */
export function rangeUseOfRaters(
  ratings: DimensionRatings,
  scale: { readonly low: number; readonly high: number },
  minUnits: number = MINIMUMS.centralTendencySheets,
): { readonly perRater: readonly Outcome<RangeUse>[]; readonly poolSlope: Outcome<Slope> } {
  const { score, rater, raters, unit } = ratings;
  const { value, others } = leaveOneOutConsensus(ratings);
  const rows = Array.from({ length: raters }, (): number[] => []);
  for (let k = 0; k < score.length; k++) rows[rater[k] ?? 0]?.push(k);
  const slopeOf = (which: readonly number[]) => {
    const seen = which.filter((k) => (others[k] ?? 0) > 0);
    return slope(
      seen.map((k) => value[k] ?? 0),
      seen.map((k) => score[k] ?? 0),
    );
  };
  const spreadOfAll = allSpread(rows, score);
  const perRater = rows.map((which): Outcome<RangeUse> => {
    const units = new Set(which.map((k) => unit[k])).size;
    if (which.length === 0) return undefinedFor("no-ratings", "This person has given no ratings.", minUnits);
    if (units < minUnits || which.length < 2) {
      const detail = `Range use needs ${minUnits} units; there are ${units}.`;
      return undefinedFor("too-few-units", detail, Math.max(1, minUnits - units));
    }
    return defined(
      rangeUse(
        which.map((k) => score[k] ?? 0),
        scale,
        spreadOfAll,
        slopeOf(which),
      ),
    );
  });
  return { perRater, poolSlope: slopeOf(rows.flat()) };
}

export interface RangeUse {
  readonly ratings: number;
  readonly spread: number;
  /** Spread over that of all ratings together. */
  readonly spreadRatio: Outcome<number>;
  /** Slope of own scores on the mean of the others. */
  readonly slope: Outcome<Slope>;
  readonly middleShare: number;
  readonly extremeShare: number;
  readonly meanDistanceFromMiddle: number;
}

export interface Slope {
  readonly estimate: number;
  readonly standardError: number;
}

function rangeUse(
  scores: readonly number[],
  { low, high }: { readonly low: number; readonly high: number },
  spreadOfAll: Outcome<number>,
  own: Outcome<Slope>,
): RangeUse {
  const middle = (low + high) / 2;
  const share = (of: (score: number) => boolean) => scores.filter(of).length / scores.length;
  const spread = standardDeviation(scores);
  return {
    ratings: scores.length,
    spread,
    spreadRatio: mapOutcome(spreadOfAll, (all) => spread / all),
    slope: own,
    middleShare: share((score) => score === middle),
    extremeShare: share((score) => score === low || score === high),
    meanDistanceFromMiddle: mean(scores.map((score) => Math.abs(score - middle))),
  };
}

/** A ratio to the spread of all says something beside others' ratings, and where these differ. */
function allSpread(rows: readonly (readonly number[])[], score: Float64Array): Outcome<number> {
  if (rows.filter((which) => which.length > 0).length < 2) {
    return undefinedFor("one-rater", "Nobody else rated, so there is no spread to compare with.", 1);
  }
  const spread = standardDeviation(score);
  return spread > 0 ? defined(spread) : undefinedFor("no-variation", "All ratings are equal.");
}

/** Least squares of y on x with the usual standard error. */
function slope(x: readonly number[], y: readonly number[]): Outcome<Slope> {
  const n = x.length;
  if (n < 3)
    return undefinedFor("too-few-ratings", "A slope with its error needs three second opinions.", 3 - n);
  const sxx = crossDeviation(x, x);
  if (!(sxx > 1e-12)) return undefinedFor("no-variation", "The others gave these units all the same.");
  const estimate = crossDeviation(x, y) / sxx;
  const residual = Math.max(0, crossDeviation(y, y) - estimate * estimate * sxx);
  return defined({ estimate, standardError: Math.sqrt(residual / (n - 2) / sxx) });
}
