import { chiSquareQuantile } from "../distributions";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import type { TwoWayAnova } from "./two-way-anova";
import { evenVariance } from "./within-group";

/**
 * Finn's coefficient: one less the residual variance over that of even chance on the scale; the mean of
 * the uncut rwg when one-way. Works where units hardly differ and an ICC collapses.
 * One-way takes rater severity for residual, two-way takes it out. The interval is the mean square's own chi-square
 * one, exact for normal errors (one-way: where raters differ by chance only); whole scale points make it somewhat wide.
 *
 * Range: up to 1; negative when people scatter more than chance. Unit: none. Minimum n: as ICC.
 * Undefined: `invalid-scale` with one scale point; the interval when nothing is left over (`no-variation`).
 * Source: Finn (1970), https://doi.org/10.1177/001316447003000106; Searle, Casella & McCulloch (1992), 3.6, on the
 * interval of a mean square, https://doi.org/10.1002/9780470316856
 *
 * @example
 * // Ten units, four raters, residual mean square 1.5 of 27 degrees of freedom, five points
 * finn(anova, "two-way", 5); // 1 - 1.5 / 2 = .25, interval [-.390, .531]
 */
export function finn(anova: TwoWayAnova, form: "one-way" | "two-way", scalePoints: number): Outcome<Finn> {
  const { n: units, k: raters, msw, mse } = anova;
  const even = evenVariance(scalePoints);
  if (!(even > 0)) return undefinedFor("invalid-scale", "A scale needs two points or more.");
  const [square, freedom] =
    form === "one-way" ? [msw, units * (raters - 1)] : [mse, (units - 1) * (raters - 1)];
  return defined({
    estimate: 1 - square / even,
    interval: intervalOf(square / even, freedom),
    units,
    raters,
  });
}

export interface Finn {
  readonly estimate: number;
  readonly interval: Outcome<Interval>;
  readonly units: number;
  readonly raters: number;
}

const TAIL = 0.025;

function intervalOf(share: number, freedom: number): Outcome<Interval> {
  if (!(share > 0)) return undefinedFor("no-variation", "Raters leave no residual, so it has no interval.");
  const end = (p: number) => 1 - (share * freedom) / chiSquareQuantile(p, freedom);
  return defined([end(TAIL), end(1 - TAIL)]);
}
