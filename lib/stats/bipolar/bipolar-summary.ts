import { defined, type Outcome, undefinedFor } from "../outcome";

/** How good a signed position is: calm is best, either side is worse. Given by the rubric, never guessed. */
export type Fold = (position: number) => number;

/**
 * A dimension with a best middle and two wrong sides (deflection -2 .. calm 0 .. paralysis +2), summarised
 * without letting opposite faults cancel: quality is folded *per rating* and then averaged, direction is
 * kept apart. (-2, +2) has mean 0, which folded would be "perfect"; its quality is the worst there is.
 *
 * Range: quality as the fold's; direction and magnitude in positions; shares 0 to 1.
 * Unit: positions, quality points. Minimum n: 1 rating; 2 for pairs.
 * Undefined: `no-ratings`; the share of opposite pairs with one rating (`no-pairs`).
 * Source: Edwards (2001) on why difference scores must be folded before averaging,
 * https://doi.org/10.1177/109442810143005
 *
 * @example
 * bipolarSummary([-2, 2], (x) => 5 - 2 * Math.abs(x)); // quality 1, qualityOfMean 5, cancellation 1
 */
export function bipolarSummary(positions: readonly number[], fold: Fold): Outcome<BipolarSummary> {
  const n = positions.length;
  if (n === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const mean = (of: (x: number) => number) => positions.reduce((sum, x) => sum + of(x), 0) / n;
  const direction = mean((x) => x);
  const magnitude = mean(Math.abs);
  const low = positions.filter((x) => x < 0);
  const high = positions.filter((x) => x > 0);
  return defined({
    n,
    direction,
    magnitude,
    rootMeanSquare: Math.sqrt(mean((x) => x * x)),
    quality: mean(fold),
    qualityOfMean: fold(direction),
    cancellation: magnitude === 0 ? 0 : 1 - Math.abs(direction) / magnitude,
    oppositePairs:
      n < 2
        ? undefinedFor("no-pairs", "One rating has nothing to oppose.", 1)
        : defined((2 * low.length * high.length) / (n * (n - 1))),
    below: low.length,
    middle: n - low.length - high.length,
    above: high.length,
    splitAtTheEnds: low.some((x) => x <= -FAR_SIDE) && high.some((x) => x >= FAR_SIDE),
  });
}

/** A position this far out on both sides at once means raters saw opposite faults: they should talk. */
const FAR_SIDE = 2;

export interface BipolarSummary {
  readonly n: number;
  /** Mean position: which way, after cancelling. */
  readonly direction: number;
  /** Mean distance from the middle: how far, whatever the side. */
  readonly magnitude: number;
  readonly rootMeanSquare: number;
  /** Mean of the folded ratings: the quality to use. */
  readonly quality: number;
  /** The fold of the mean: what naive averaging would claim; shown only to explain the difference. */
  readonly qualityOfMean: number;
  /** Share of the magnitude lost by averaging: 0 none, 1 all. */
  readonly cancellation: number;
  /** Share of pairs of ratings on opposite sides. */
  readonly oppositePairs: Outcome<number>;
  readonly below: number;
  readonly middle: number;
  readonly above: number;
  readonly splitAtTheEnds: boolean;
}
