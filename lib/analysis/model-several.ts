import { observedIn, studyOfDimensions, type VarianceStudy } from "../stats/generalizability/variance-study";
import { jointBlockCovariance } from "../stats/mixed/blocked/block-score";
import { type DimensionsBySheet, fitDimensionsBySheet } from "../stats/mixed/dimensions-by-sheet";
import { errorsFrom } from "../stats/mixed/error-covariance";
import {
  type DimensionsFit,
  type DimensionVariances,
  fitDimensions,
} from "../stats/mixed/several-dimensions";
import { intervalsFrom } from "../stats/mixed/variance-intervals";
import { defined, type Outcome } from "../stats/outcome";
import { inWords } from "./in-words";
import {
  ESTIMATED_CRITERION,
  MOST_PAIRED,
  type ModelFigures,
  ofCrossed,
  ranksApart,
  ranksApartWarning,
  ranksTogether,
  undetected,
  type VarianceIntervals,
} from "./model-figures";
import { integratedWhereFew } from "./model-integrated";
import type { Pairs, Prepared } from "./prepare";
import type { Missing, ModelReport } from "./report-shape";

/** Six variance components at once; below 40 candidates the composite averages over the plausible variances. */
export function severalDimensions(
  prepared: Prepared,
  dimensions: number,
  start?: DimensionVariances,
): Outcome<ModelFigures> {
  const { table, ratings, pairs } = prepared;
  const fit = fitDimensions(ratings, table.dimension, dimensions, start);
  if (!fit.ok) return fit;
  const whole = fit.value;
  const { layout, optimum } = fit.value.solved;
  const { scores, fair } = fit.value.composite;
  const joint =
    ratings.units <= MOST_PAIRED
      ? jointBlockCovariance(scores, fit.value.variance.residual, optimum.inverse, layout.columns)
      : null;
  const ranks =
    joint === null ? ranksApart(scores.effect, scores.variance) : ranksTogether(scores.effect, joint);
  const described = describedDimensions(fit.value, studyOfDimensions(whole, ratings));
  const plugged = {
    ...described,
    severity: fit.value.rater.effect.map((effect) => -effect),
    severitySe: fit.value.rater.variance.map(Math.sqrt),
    fair: fair.estimate,
    fairSe: fair.se,
    ...ranks,
  };
  const figures = {
    ...plugged,
    warnings: [
      ...undetected(fit.value.variance.unit, fit.value.variance.rater),
      ...(isOneRatingASheet(pairs, ratings.score.length) ? [ONE_RATING_A_SHEET] : []),
      ...(joint === null ? [ranksApartWarning(ratings.units)] : []),
    ],
  };
  return defined(integratedWhereFew(figures, prepared, fit.value));
}

const ONE_RATING_A_SHEET =
  "No interviewer rated a candidate on two dimensions: candidateRater and residual cannot be told apart, only their sum.";

function isOneRatingASheet({ ratersOfCandidate }: Pairs, ratings: number): boolean {
  return ratersOfCandidate.reduce((sum, raters) => sum + raters, 0) === ratings;
}

const NO_CRITERION: Missing = {
  undefined: "incomplete-table",
  detail: "Some sheets lack a dimension, so the parts fitted do not add up to one criterion.",
};

/** Beyond these the last steps on the whole model would take minutes, and the parts by pairs stand. */
const MOST_COLUMNS_WITH_START = 1200;
const MOST_RATINGS_WITH_START = 100_000;

/**
 * A large table: composites and contrasts where every sheet is complete. Sheets with holes give the six variances
 * by iteration, from which the whole model is a few steps away; on the largest tables they stand.
 */
export function severalDimensionsBySheet(
  prepared: Prepared,
  dimensions: number,
  columns: number,
  seed: number,
): Outcome<ModelFigures> {
  const { table, ratings } = prepared;
  const fit = fitDimensionsBySheet(ratings, table.dimension, dimensions, seed);
  if (!fit.ok) return fit;
  const { variance, incompleteSheets: holes } = fit.value;
  const near =
    holes > 0 && columns <= MOST_COLUMNS_WITH_START && ratings.score.length <= MOST_RATINGS_WITH_START;
  if (near && variance.ok) {
    const whole = severalDimensions(prepared, dimensions, variance.value);
    if (whole.ok) return whole;
  }
  return defined(bySheet(prepared, dimensions, fit.value));
}

function bySheet(prepared: Prepared, dimensions: number, fit: DimensionsBySheet): ModelFigures {
  const {
    composite,
    variance,
    remlCriterion: criterion,
    incompleteSheets: holes,
    clamped,
    errors,
    variancesBy,
  } = fit;
  const figures = ofCrossed(composite, prepared.ratings);
  const described = variance.ok
    ? describedDimensions(
        { dimensions, intercept: composite.intercept, remlCriterion: criterion?.value ?? NO_CRITERION },
        { variance: variance.value, errors, n: observedIn(prepared.ratings) },
      )
    : null;
  // With holes the parts come by probes or by pairs of dimensions: near the optimum, not at it.
  const method = holes > 0 ? "iterative" : composite.method;
  const warnings = [
    ...figures.warnings,
    ...(criterion !== null && !criterion.exact ? [ESTIMATED_CRITERION] : []),
    "A large table on several dimensions: fitted by sheet, as composites and contrasts between dimensions.",
    ...(clamped.length > 0 ? [clampedWarning(clamped)] : []),
    ...(holes > 0 ? [holesWarning(holes, variancesBy)] : []),
  ];
  const whole: ModelFigures = {
    ...figures,
    ...(described === null
      ? { model: reasonOf(variance), intervals: () => ({}) }
      : { ...described, model: { ...described.model, method } }),
    severity: fit.rater.effect.map((effect) => -effect),
    severitySe: fit.rater.variance.map(Math.sqrt),
    warnings: [...new Set(warnings)],
  };
  return integratedWhereFew(whole, prepared, {
    variance: variance.ok ? variance.value : NOTHING_OWN,
    dimensions,
  });
}

/** A composite alone: nothing in it is known to be a dimension's own. */
const NOTHING_OWN: DimensionVariances = {
  unit: 0,
  rater: 0,
  unitDimension: 0,
  raterDimension: 0,
  unitRater: 0,
  residual: 0,
};

function reasonOf(variance: Outcome<unknown>): Missing {
  return variance.ok ? NO_CRITERION : { undefined: variance.reason, detail: inWords(variance.detail) };
}

function holesWarning(holes: number, by: DimensionsBySheet["variancesBy"]): string {
  const whence =
    by === "reml"
      ? "are of all ratings, within .2 % of the exact optimum where they can be told from 0"
      : "come from pairs of dimensions, without intervals, and may lie some percent from the exact optimum";
  return `${holes} sheets lack a dimension: each counts in the composite as the mean of what it has; the variances ${whence}.`;
}

const NAMES: Readonly<Partial<Record<keyof DimensionVariances, string>>> = {
  unit: "candidate",
  rater: "rater",
  unitRater: "candidateRater",
};

function clampedWarning(clamped: readonly (keyof DimensionVariances)[]): string {
  const names = clamped.map((name) => NAMES[name] ?? name).join(" and ");
  return `The variance of ${names} came out below 0, as a difference of estimates may, and counts as 0.`;
}

interface SeveralDimensions extends Pick<DimensionsFit, "intercept" | "dimensions"> {
  readonly remlCriterion: ModelReport["remlCriterion"];
}

function describedDimensions(
  { intercept, remlCriterion: criterion, dimensions }: SeveralDimensions,
  study: VarianceStudy,
) {
  const v = study.variance;
  const model: ModelReport = {
    intercept,
    variance: {
      candidate: v.unit,
      rater: v.rater,
      residual: v.residual,
      candidateDimension: v.unitDimension,
      raterDimension: v.raterDimension,
      candidateRater: v.unitRater,
    },
    remlCriterion: criterion,
    method: "exact",
  };
  const intervals = (): VarianceIntervals => {
    if (!study.errors.ok) return {};
    const of = intervalsFrom(v, errorsFrom(study.errors));
    return {
      candidate: of.unit,
      rater: of.rater,
      residual: of.residual,
      candidateDimension: of.unitDimension,
      raterDimension: of.raterDimension,
      candidateRater: of.unitRater,
    };
  };
  return { model, intervals, study, dimensions };
}
