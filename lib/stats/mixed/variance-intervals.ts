import { defined, type Interval, type Outcome } from "../outcome";
import type { CrossedFit } from "./crossed-fit";
import { crossedErrorCovariance, errorsFrom } from "./error-covariance";
import { profileIntervals } from "./likelihood-interval";
import { logScaleInterval } from "./log-scale-interval";
import type { DimensionVariances } from "./several-dimensions";

/**
 * 95 % intervals of the variances, whatever the size of the table: by profile likelihood where that is cheap, else on
 * the log scale from the average information, which every route has at its optimum.
 *
 * Unit: squared score points. Range: >= 0 (a profile may start at 0, which is a finding). Minimum n: as for the fit.
 * Undefined when: a variance is 0 on the log scale (`no-variation`), or two parts cannot be told apart.
 * Source: Bates et al. (2015), 5.1, https://doi.org/10.18637/jss.v067.i01; Pinheiro & Bates (2000), 2.4.3,
 * https://doi.org/10.1007/b98882
 *
 * @example
 * varianceIntervals(fit).unit; // Penicillin, by profile: [.401, 1.397]
 */
export function varianceIntervals(
  fit: CrossedFit,
  by: "profile" | "log-scale" = "profile",
): Record<keyof CrossedFit["variance"], Outcome<Interval>> {
  const profile = by === "profile" ? profileIntervals(fit) : null;
  if (profile?.ok) {
    const { unit, rater, residual } = profile.value;
    return {
      unit: squared(unit),
      rater: squared(rater),
      residual: squared(residual),
    };
  }
  const { unit, rater, residual } = fit.variance;
  const errors = errorsFrom(crossedErrorCovariance(fit));
  return {
    unit: logScaleInterval(unit, errors.unit),
    rater: logScaleInterval(rater, errors.rater),
    residual: logScaleInterval(residual, errors.residual),
  };
}

export type DimensionIntervals = Record<keyof DimensionVariances, Outcome<Interval>>;

/** Intervals of six variances whose errors are known, where they are. */
export function intervalsFrom(
  variance: DimensionVariances,
  errors: Partial<Record<keyof DimensionVariances, number>>,
): DimensionIntervals {
  const of = (name: keyof DimensionVariances) => logScaleInterval(variance[name], errors[name]);
  return {
    unit: of("unit"),
    rater: of("rater"),
    unitDimension: of("unitDimension"),
    raterDimension: of("raterDimension"),
    unitRater: of("unitRater"),
    residual: of("residual"),
  };
}

function squared([lower, upper]: Interval): Outcome<Interval> {
  return defined([lower ** 2, upper ** 2]);
}
