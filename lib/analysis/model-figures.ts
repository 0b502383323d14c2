import { studyOfCrossed, type VarianceStudy } from "../stats/generalizability/variance-study";
import { MINIMUMS } from "../stats/minimums";
import type { CrossedFit } from "../stats/mixed/crossed-fit";
import { fairScores } from "../stats/mixed/fair-scores";
import type { IntegratedFit } from "../stats/mixed/integrated-fit";
import { formedUnitCovariance } from "../stats/mixed/joint-covariance";
import { remlCriterion } from "../stats/mixed/reml-criterion";
import { severities } from "../stats/mixed/severities";
import { varianceIntervals } from "../stats/mixed/variance-intervals";
import type { Interval, Outcome } from "../stats/outcome";
import { betterProbabilities } from "../stats/ranks/better-probability";
import { expectedRanks } from "../stats/ranks/expected-rank";
import { expectedRanksOfMany } from "../stats/ranks/expected-rank-large";
import { fastNormalCdf } from "../stats/ranks/normal-table";
import { type RankIntervals, rankIntervalsFrom } from "../stats/ranks/rank-interval";
import { tieGroups } from "../stats/ranks/tie-groups";
import type { Ratings } from "../stats/ratings";
import { isMissing, type Maybe, type ModelReport, shown } from "./report-shape";

/** What the report needs of a fitted model, whichever it was. */
export interface ModelFigures {
  /** A reason where its parts cannot be told apart though scores and severities stand. */
  readonly model: Maybe<ModelReport>;
  /** 95 % intervals of the variances in `model`; asked for only where a reader is shown them. */
  readonly intervals: () => VarianceIntervals;
  /** The variances in `model` as reliabilities take them: with their errors and what they rest on. */
  readonly study: VarianceStudy;
  readonly dimensions: number;
  readonly severity: Float64Array;
  readonly severitySe: Float64Array;
  readonly fair: Float64Array;
  readonly fairSe: Float64Array;
  readonly expectedRank: Float64Array;
  /** The places each candidate may hold (95 %, one candidate looked at alone); null where pairs are not compared. */
  readonly rankInterval: RankIntervals | null;
  /** 1 for the top group. */
  readonly group: Int32Array;
  readonly warnings: readonly string[];
}

/** By the report's names; an empty one where the parts cannot be told apart or have no errors. */
export type VarianceIntervals = Readonly<Record<string, Outcome<Interval>>>;

export const ESTIMATED_CRITERION = "The REML criterion is an estimate (the table is too large to factor).";

/** Above this many candidates the table of pairs is not made; ranks come from binned errors. */
export const MOST_PAIRED = 2000;

export function ofCrossed(fit: CrossedFit, ratings: Ratings): ModelFigures {
  const fair = fairScores(fit);
  const severity = severities(fit);
  const formed = fit.unit.effect.length <= MOST_PAIRED ? formedUnitCovariance(fit, LARGEST_JOINT_SIDE) : null;
  const joint = formed?.ok ? formed.value : null;
  const ranks =
    joint === null ? ranksApart(fit.unit.effect, fit.unit.variance) : ranksTogether(fit.unit.effect, joint);
  const base = described(fit, ratings, fit.method);
  return {
    ...base,
    warnings: [...base.warnings, ...(joint === null ? [ranksApartWarning(fit.unit.effect.length)] : [])],
    severity: severity.estimate,
    severitySe: severity.se,
    fair: fair.estimate,
    fairSe: fair.se,
    ...ranks,
  };
}

/** Severity, fair scores and ranks averaged over the plausible variances. */
export function integratedFigures(integrated: IntegratedFit) {
  const n = integrated.fair.estimate.length;
  return {
    severity: integrated.rater.estimate.map((effect) => -effect),
    severitySe: integrated.rater.se,
    fair: integrated.fair.estimate,
    fairSe: integrated.fair.se,
    expectedRank: expectedRanks(integrated.better, n),
    rankInterval: rankIntervalsFrom(integrated.better, n),
    group: tieGroups(integrated.fair.estimate, (a, b) => integrated.better[a * n + b] ?? 0),
  };
}

export function integratedWarning({ priorScale }: IntegratedFit): string {
  return `Fewer than ${MINIMUMS.plugInUnits} candidates: fair scores, severities and ranks average over the plausible variances, with half-normal priors of scale ${priorScale} score points on both effects' standard deviations; the mean, the variances and the panel sizes printed are of the REML estimates.`;
}

export function described(
  fit: CrossedFit,
  ratings: Ratings,
  method: ModelReport["method"],
  { saysUndetected } = { saysUndetected: true },
) {
  const { unit, rater, residual } = fit.variance;
  const criterion = remlCriterion(fit);
  const model: ModelReport = {
    intercept: fit.intercept,
    variance: { candidate: unit, rater, residual },
    remlCriterion: shown(criterion, ({ value }) => value),
    method,
  };
  const warnings = [
    ...(saysUndetected ? undetected(unit, rater) : []),
    ...(criterion.ok && !criterion.value.exact ? [ESTIMATED_CRITERION] : []),
    ...(method === "iterative"
      ? [
          "A large table: variances are within .2 % of the exact optimum, standard errors within some percent.",
        ]
      : []),
  ];
  const intervals = (): VarianceIntervals => {
    const of = varianceIntervals(fit);
    return { candidate: of.unit, rater: of.rater, residual: of.residual };
  };
  return { model, intervals, study: studyOfCrossed(fit, ratings), dimensions: 1, warnings };
}

/**
 * Can anything be told of candidates? Integrated figures average over the variances that are plausible, so they
 * carry what is unknown in their errors; plugged in, a variance of 0 leaves every score at the mean.
 */
export function candidatesDiffer({ model, study, dimensions }: ModelFigures): boolean {
  if (!isMissing(model) && model.method === "integrated") return true;
  return study.variance.unit + study.variance.unitDimension / dimensions > 0;
}

/** A variance of 0 is said aloud: every effect it carries is 0, and that is not a finding. */
export function undetected(unit: number, rater: number): string[] {
  return [
    ...(rater === 0
      ? ["No severity differences can be detected: the rater variance is estimated as 0."]
      : []),
    ...(unit === 0
      ? ["No differences between candidates can be detected: their variance is estimated as 0."]
      : []),
  ];
}

export function ranksTogether(estimate: Float64Array, covariance: Float64Array) {
  const n = estimate.length;
  const better = betterProbabilities({ estimate, covariance });
  return {
    expectedRank: expectedRanks(better, n),
    rankInterval: rankIntervalsFrom(better, n),
    group: tieGroups(estimate, (a, b) => better[a * n + b] ?? 0),
  };
}

/** Above this many levels of the smaller side the joint errors of candidates are not formed. */
const LARGEST_JOINT_SIDE = 1200;

/** Why pairs of candidates were compared as if they shared no interviewer's error. */
export function ranksApartWarning(candidates: number): string {
  const why =
    candidates > MOST_PAIRED
      ? `More than ${MOST_PAIRED} candidates`
      : `More than ${LARGEST_JOINT_SIDE} candidates and as many interviewers`;
  return `${why}: expected ranks and groups take the candidates' errors as independent, though those who share interviewers share some of it.`;
}

/** Ranks with errors taken as independent: for tables where pairs are too many to hold. */
export function ranksApart(estimate: Float64Array, variance: Float64Array) {
  const apart = (a: number, b: number) => {
    const difference = (estimate[a] ?? 0) - (estimate[b] ?? 0);
    return difference === 0
      ? 0.5
      : fastNormalCdf(difference / Math.sqrt((variance[a] ?? 0) + (variance[b] ?? 0)));
  };
  return {
    rankInterval: null,
    expectedRank: expectedRanksOfMany(estimate, variance.map(Math.sqrt)),
    group: tieGroups(estimate, apart),
  };
}
