import { defined, type Outcome, undefinedFor } from "../outcome";

/** Weight of the newest residual: a shift of one standard deviation shows after about ten ratings. */
export const EWMA_WEIGHT = 0.2;

/** Control limits in standard deviations: with weight .2, one false alarm in some 550 ratings. */
export const EWMA_LIMIT = 3;

/**
 * A rater's residuals as a control chart: an average in which older ratings fade, with limits that widen
 * as it fills. For the live chart; whether somebody drifted is the drift model's question.
 *
 * Range: residual scale; limits symmetric about 0. Unit: score points. Minimum n: 1 residual.
 * Undefined: `no-ratings`; `no-variation` when the residual standard deviation is not above 0.
 * Source: Roberts (1959), https://doi.org/10.1080/00401706.1959.10489860; Lucas & Saccucci (1990),
 * https://doi.org/10.1080/00401706.1990.10484583
 *
 * @example
 * ewmaSeries([1, 1], 1); // values .2, .36; limits +-.6, +-.76837
 */
export function ewmaSeries(
  residuals: ArrayLike<number>,
  standardDeviation: number,
  weight = EWMA_WEIGHT,
  limit = EWMA_LIMIT,
): Outcome<readonly EwmaPoint[]> {
  if (residuals.length === 0) return undefinedFor("no-ratings", "There are no ratings to chart.", 1);
  if (!(standardDeviation > 0))
    return undefinedFor("no-variation", "Without residual spread there are no limits.");
  let value = 0;
  let fading = 1;
  return defined(
    Array.from(residuals, (residual): EwmaPoint => {
      value = weight * residual + (1 - weight) * value;
      fading *= (1 - weight) * (1 - weight);
      const reach = limit * standardDeviation * Math.sqrt((weight / (2 - weight)) * (1 - fading));
      return { value, lower: -reach, upper: reach, outside: Math.abs(value) > reach };
    }),
  );
}

export interface EwmaPoint {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly outside: boolean;
}
