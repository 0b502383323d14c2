import { type DStudyPoint, dStudy, haloShare } from "../../../stats/generalizability/d-study";
import { panelReliability } from "../../../stats/generalizability/panel-reliability";
import { ratersNeeded } from "../../../stats/generalizability/raters-needed";
import { ratersPerUnit } from "../../../stats/generalizability/raters-per-unit";
import type { Estimate } from "../../../stats/generalizability/variance-share";
import { studyOfDimensions } from "../../../stats/generalizability/variance-study";
import { blockedVarianceErrors } from "../../../stats/mixed/blocked/variance-errors";
import { type DimensionsFit, fitDimensions } from "../../../stats/mixed/several-dimensions";
import { mapOutcome, type Outcome } from "../../../stats/outcome";
import type { ReferenceCase } from "../case";
import { type Answer, type Family, type Figure, figure, once } from "../figures";
import { type LabelledRatings, numberLabels, readLong, readRatings, requireColumn } from "../table";
import { byLabel } from "./labelled";

/** The projection is formed row by row as far as patience allows: a reference is worth waiting for. */
const MOST_RATINGS = 12_000;

/** g_study_sparse: the six components of candidate x rater x dimension by REML, and the D-study from them. */
export const gStudySparse: Family = (subject) => {
  const ratings = readRatings(subject);
  const dimension = numberLabels(requireColumn(readLong(subject), "dimension"));
  const shape = ratersPerUnit(ratings);
  const answers = once(() =>
    mapOutcome(fitDimensions(ratings, dimension.index, dimension.labels.length), (fit) =>
      answersOf(fit, ratings, subject),
    ),
  );
  return (stat) => {
    if (stat === "putka_q") return figure(mapOutcome(shape, (it) => it.q));
    if (stat === "putka_khat") return figure(mapOutcome(shape, (it) => it.harmonicMean));
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};

function answersOf(fit: DimensionsFit, ratings: LabelledRatings, subject: ReferenceCase): Answer {
  const v = fit.variance;
  const study = studyOfDimensions(fit, ratings);
  const d = fit.dimensions;
  const shape = ratersPerUnit(ratings);
  const errors = once(() => blockedVarianceErrors(fit.solved.layout, fit.solved.optimum, MOST_RATINGS));
  const sizes = (stat: string) => {
    const listed = subject.expected.find((one) => one.stat === stat)?.value;
    return Array.from({ length: Array.isArray(listed) ? listed.length : 8 }, (_, k) => k + 1);
  };
  const answers: Readonly<Record<string, () => Figure>> = {
    sigma2: () => ({
      p: v.unit,
      r: v.rater,
      pd: v.unitDimension,
      rd: v.raterDimension,
      pr: v.unitRater,
      prd_e: v.residual,
    }),
    sigma2_se_expected_info: () => {
      const found = errors();
      if (!found.ok) return found;
      const [p = null, pd = null, pr = null, r = null, rd = null, residual = null] = found.value;
      return { p, r, pd, rd, pr, prd_e: residual };
    },
    reml_criterion: () => fit.remlCriterion,
    beta_sum_contrasts: () => [fit.intercept.estimate, ...fit.dimensionEffect.estimate.subarray(0, d - 1)],
    beta_se: () => [fit.intercept.se, ...fit.dimensionEffect.se.subarray(0, d - 1)],
    blup_candidate: () => byLabel(ratings.unitLabels, fit.general.scores.effect),
    pev_sd_candidate: () => byLabel(ratings.unitLabels, fit.general.scores.variance.map(Math.sqrt)),
    fair_score_composite: () => byLabel(ratings.unitLabels, fit.general.fair.estimate),
    fair_score_composite_se: () => byLabel(ratings.unitLabels, fit.general.fair.se),
    blup_rater: () => byLabel(ratings.raterLabels, fit.rater.effect),
    pev_sd_rater: () => byLabel(ratings.raterLabels, fit.rater.variance.map(Math.sqrt)),
    halo_share: () => estimateOf(haloShare(study)),
    dstudy_dims_fixed: () => sizes("dstudy_dims_fixed").map((n) => fixedPoint(dStudy(study, d, n, "fixed"))),
    dstudy_dims_random: () =>
      sizes("dstudy_dims_random").map((n) => randomPoint(dStudy(study, d, n, "random"))),
    putka_G_qk_composite_dims_fixed: () =>
      shape.ok ? estimateOf(panelReliability(study, d, shape.value)) : shape,
  };
  return (stat) => {
    const [, wanted, dims] = /^panel_size_for_Phi_(\d*\.\d+)_dims_(fixed|random)$/.exec(stat) ?? [];
    if (wanted !== undefined)
      return estimateOf(ratersNeeded(study, d, Number(wanted), dims === "random" ? "random" : "fixed"));
    return answers[stat]?.();
  };
}

function fixedPoint(point: Outcome<DStudyPoint>): Figure {
  if (!point.ok) return point;
  const { raters, relative, absolute, relativeError, absoluteError } = point.value;
  return {
    n_raters: raters,
    Erho2: relative.estimate,
    Phi: absolute.estimate,
    SEM_rel: relativeError.estimate,
    SEM_abs: absoluteError.estimate,
  };
}

function randomPoint(point: Outcome<DStudyPoint>): Figure {
  if (!point.ok) return point;
  const { raters, relative, absolute } = point.value;
  return { n_raters: raters, Erho2: relative.estimate, Phi: absolute.estimate };
}

function estimateOf(found: Outcome<Pick<Estimate, "estimate">>): Figure {
  return figure(mapOutcome(found, ({ estimate }) => estimate));
}
