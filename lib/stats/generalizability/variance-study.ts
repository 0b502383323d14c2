import type { CrossedFit } from "../mixed/crossed-fit";
import {
  COMPONENTS,
  crossedErrorCovariance,
  dimensionErrorCovariance,
  type ErrorCovariance,
} from "../mixed/error-covariance";
import type { DimensionsFit, DimensionVariances } from "../mixed/several-dimensions";
import { type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import type { UncertainVariances } from "./variance-share";

/**
 * Variance components of unit x rater x dimension ratings. With one dimension all but `unit`,
 * `rater` and `residual` are 0.
 */
export type GComponents = DimensionVariances;

/** What a figure rests on: units and raters with a rating, and the ratings. */
export interface Observed {
  readonly units: number;
  readonly raters: number;
  readonly ratings: number;
}

/**
 * Variance components on their way to a figure, with what they rest on and how sure they are: a reliability without
 * both is a naked number.
 *
 * Unit: squared score points. Range: variances >= 0. Minimum n: as for the fit.
 * Undefined when: never; `errors` may be a reason of their own, and then no figure from them has an interval.
 * Source: Brennan (2001), Generalizability Theory, ch. 6 on the variability of components,
 * https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * studyOfCrossed(fit, ratings).n; // Penicillin: { units: 24, raters: 6, ratings: 144 }
 */
export interface VarianceStudy {
  readonly variance: GComponents;
  readonly errors: Outcome<ErrorCovariance>;
  readonly n: Observed;
}

/** The study of a fit on one dimension. */
export function studyOfCrossed(fit: CrossedFit, ratings: Ratings): VarianceStudy {
  const variance = { ...NOTHING, ...fit.variance };
  return { variance, errors: crossedErrorCovariance(fit), n: observedIn(ratings) };
}

/** The study of a fit on several dimensions. */
export function studyOfDimensions(fit: DimensionsFit, ratings: Ratings): VarianceStudy {
  return { variance: fit.variance, errors: dimensionErrorCovariance(fit), n: observedIn(ratings) };
}

/** Components known from elsewhere, whose errors are not. */
export function studyOf(known: Partial<GComponents>, n: Observed): VarianceStudy {
  const errors = undefinedFor("not-converged", "The errors of these variances are not known.");
  return { variance: { ...NOTHING, ...known }, errors, n };
}

export function observedIn({ unit, rater, score }: Ratings): Observed {
  return { units: new Set(unit).size, raters: new Set(rater).size, ratings: score.length };
}

const NOTHING: GComponents = {
  unit: 0,
  rater: 0,
  unitDimension: 0,
  raterDimension: 0,
  unitRater: 0,
  residual: 0,
};

/** How much of each component goes into a sum of variances; those not named count nothing. */
export type Weights = Partial<Readonly<Record<keyof GComponents, number>>>;

/** A study's components and their errors in the order of COMPONENTS. */
export function uncertain({ variance, errors }: VarianceStudy): UncertainVariances {
  return { variances: COMPONENTS.map((name) => variance[name]), covariance: errors };
}

/** Weights as a list in the order of COMPONENTS. */
export function inOrder(weights: Weights): number[] {
  return COMPONENTS.map((name) => weights[name] ?? 0);
}
