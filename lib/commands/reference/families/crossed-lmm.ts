import { components } from "../../../stats/connectedness/components";
import { panelReliability, singleRatingReliability } from "../../../stats/generalizability/panel-reliability";
import { ratersPerUnit } from "../../../stats/generalizability/raters-per-unit";
import { studyOfCrossed } from "../../../stats/generalizability/variance-study";
import { conditionalDeviations } from "../../../stats/mixed/conditional-variance";
import { type CrossedFit, fitCrossed } from "../../../stats/mixed/crossed-fit";
import { varianceErrors } from "../../../stats/mixed/crossed-projection";
import { fairScores } from "../../../stats/mixed/fair-scores";
import { jointUnitCovariance } from "../../../stats/mixed/joint-covariance";
import { profileIntervals } from "../../../stats/mixed/likelihood-interval";
import { reliabilities } from "../../../stats/mixed/reliabilities";
import { remlCriterion } from "../../../stats/mixed/reml-criterion";
import { mapOutcome, type Outcome } from "../../../stats/outcome";
import { betterProbabilities } from "../../../stats/ranks/better-probability";
import { expectedRanks } from "../../../stats/ranks/expected-rank";
import { type Answer, type Family, type Figure, figure, once } from "../figures";
import { type LabelledRatings, readRatings } from "../table";
import { byLabel, orderAsListed, squareOf } from "./labelled";

/** The dense system is used as far as memory and patience allow: a reference is worth waiting for. */
const LARGEST_DENSE_SIDE = 3000;
const LARGEST_PROFILED_SIDE = 250;
const MOST_EFFECTS = 4500;

/** crossed_lmm_reml: score ~ 1 + (1|candidate) + (1|rater). */
export const crossedLmm: Family = (subject) => {
  const ratings = readRatings(subject);
  const dense = Math.min(ratings.units, ratings.raters) <= LARGEST_DENSE_SIDE;
  const answers = once(() =>
    mapOutcome(fitCrossed(ratings, dense ? "exact" : "iterative"), (fit) =>
      answersOf(fit, ratings, (labels) => orderAsListed(subject, fit.unit.effect, labels)),
    ),
  );
  const shape = once(() => ratersPerUnit(ratings));
  return (stat) => {
    if (stat === "components") return figure(mapOutcome(components(ratings), (it) => it.count));
    if (stat === "putka_q") return figure(mapOutcome(shape(), (it) => it.q));
    if (stat === "putka_khat") return figure(mapOutcome(shape(), (it) => it.harmonicMean));
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};

function answersOf(
  fit: CrossedFit,
  ratings: LabelledRatings,
  orderBy: (labels: readonly string[]) => readonly number[],
): Answer {
  const { unitLabels, raterLabels } = ratings;
  const { unit: c, rater: r, residual: e } = fit.variance;
  const study = studyOfCrossed(fit, ratings);
  const n = unitLabels.length;
  const fair = fairScores(fit);
  const conditional = once(() => conditionalDeviations(fit));
  const better = once(() => {
    const covariance = jointUnitCovariance(fit);
    return mapOutcome(covariance, (joint) =>
      betterProbabilities({ estimate: fit.unit.effect, covariance: joint }),
    );
  });
  const top = (count: number) => orderBy(unitLabels).slice(0, count);
  const units = (values: ArrayLike<number | null>): Figure => byLabel(unitLabels, values);
  const raters = (values: ArrayLike<number | null>): Figure => byLabel(raterLabels, values);
  const through = <T>(found: Outcome<T>, read: (value: T) => Figure): Figure =>
    figure(mapOutcome(found, read));
  const answers: Readonly<Record<string, () => Figure>> = {
    sigma2: () => ({ candidate: c, rater: r, residual: e }),
    sigma2_se_expected_info: () => named(varianceErrors(fit, MOST_EFFECTS)),
    profile_ci95_sd: () => named(profileIntervals(fit, LARGEST_PROFILED_SIDE)),
    reml_criterion: () => through(remlCriterion(fit), ({ value }) => value),
    putka_G_qk: () => {
      const shape = ratersPerUnit(ratings);
      return figure(
        shape.ok ? mapOutcome(panelReliability(study, 1, shape.value), ({ estimate }) => estimate) : shape,
      );
    },
    intercept: () => fit.intercept.estimate,
    intercept_se: () => fit.intercept.se,
    icc_single_absolute: () =>
      through(singleRatingReliability(study, 1), ({ absolute }) => absolute.estimate),
    icc_single_consistency: () =>
      through(singleRatingReliability(study, 1), ({ consistency }) => consistency.estimate),
    blup_candidate: () => units(fit.unit.effect),
    blup_rater: () => raters(fit.rater.effect),
    condsd_candidate: () => through(conditional(), ({ unit }) => units(unit)),
    condsd_rater: () => through(conditional(), ({ rater }) => raters(rater)),
    pev_sd_candidate: () => units(fit.unit.variance.map(Math.sqrt)),
    pev_sd_rater: () => raters(fit.rater.variance.map(Math.sqrt)),
    fair_score: () => units(fair.estimate),
    fair_score_se: () => units(fair.se),
    reliability_per_candidate: () => through(reliabilities(fit.unit, c), units),
    expected_rank: () => through(better(), (matrix) => units(expectedRanks(matrix, n))),
  };
  return (stat) => {
    const [, size, rest] = /^top(\d+)_(.+)$/.exec(stat) ?? [];
    if (rest === "order") return top(Number(size)).map((i) => unitLabels[i] ?? "");
    if (rest === "prob_row_better_than_col") {
      return through(better(), (matrix) =>
        squareOf(top(Number(size)), (row, column) => matrix[row * n + column] ?? Number.NaN),
      );
    }
    return answers[stat]?.();
  };
}

function named(
  found: Outcome<{ readonly unit: Figure; readonly rater: Figure; readonly residual: Figure }>,
): Figure {
  return figure(
    mapOutcome(found, (of): Figure => ({ candidate: of.unit, rater: of.rater, residual: of.residual })),
  );
}
