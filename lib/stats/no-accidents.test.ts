import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awg } from "./agreement/awg";
import { brennanPrediger } from "./agreement/brennan-prediger";
import { completeTable } from "./agreement/complete-table";
import { countByUnit } from "./agreement/counts";
import { METRICS } from "./agreement/disagreement";
import { finn } from "./agreement/finn";
import { fleissKappa } from "./agreement/fleiss-kappa";
import { gwetAc } from "./agreement/gwet-ac";
import { agreementMeanInterval, ICC_FORMS, icc } from "./agreement/icc";
import { kendallW } from "./agreement/kendall-w";
import { krippendorffAlpha } from "./agreement/krippendorff-alpha";
import { alphaBootstrap } from "./agreement/krippendorff-bootstrap";
import { alphaJackknife } from "./agreement/krippendorff-jackknife";
import { pairwiseKappas } from "./agreement/pairwise-kappa";
import { agreementProfile } from "./agreement/profile";
import { twoWayAnova } from "./agreement/two-way-anova";
import { weightTable } from "./agreement/weights";
import { withinGroupAgreement } from "./agreement/within-group";
import { bipolarAgreement } from "./bipolar/bipolar-agreement";
import { bipolarSummary } from "./bipolar/bipolar-summary";
import { coRaters } from "./connectedness/co-raters";
import { components } from "./connectedness/components";
import { extraPair } from "./connectedness/extra-pair";
import { weakLinks } from "./connectedness/weak-links";
import { bootstrapInterval } from "./generalizability/bootstrap-interval";
import { crossedDecision, crossedDesign } from "./generalizability/crossed-design";
import { dStudy, haloShare } from "./generalizability/d-study";
import { panelReliability, singleRatingReliability } from "./generalizability/panel-reliability";
import { ratersNeeded } from "./generalizability/raters-needed";
import { ratersPerUnit } from "./generalizability/raters-per-unit";
import { studyOf, studyOfCrossed, studyOfDimensions } from "./generalizability/variance-study";
import { conditionalDeviations } from "./mixed/conditional-variance";
import { fitCrossed } from "./mixed/crossed-fit";
import { varianceErrors } from "./mixed/crossed-projection";
import { fitDimensionsBySheet } from "./mixed/dimensions-by-sheet";
import { fitDrift } from "./mixed/drift-fit";
import { fairScores } from "./mixed/fair-scores";
import { fitFixedRaters } from "./mixed/fixed-raters";
import { fitIntegratedDimensions } from "./mixed/integrated-dimensions";
import { fitIntegrated } from "./mixed/integrated-fit";
import { jointUnitCovariance } from "./mixed/joint-covariance";
import { reliabilities } from "./mixed/reliabilities";
import { remlCriterion } from "./mixed/reml-criterion";
import { fitDimensions } from "./mixed/several-dimensions";
import { severities } from "./mixed/severities";
import { varianceIntervals } from "./mixed/variance-intervals";
import { UNDEFINED_REASONS } from "./outcome";
import { seededRandom } from "./random";
import { betterProbabilities } from "./ranks/better-probability";
import { comparisonMultiplier } from "./ranks/comparison-multiplier";
import { expectedPercentiles, expectedRanks } from "./ranks/expected-rank";
import { expectedRanksOfMany } from "./ranks/expected-rank-large";
import { rankIntervals } from "./ranks/rank-interval";
import { tieGroups } from "./ranks/tie-groups";
import { topProbabilities } from "./ranks/top-probability";
import { facetSummary } from "./rasch/facet-summary";
import { fairAverages } from "./rasch/fair-average";
import { fitStatistics } from "./rasch/fit-statistics";
import { fitJmle } from "./rasch/jmle";
import { fitMml } from "./rasch/mml";
import { raschTable } from "./rasch/rating-table";
import { rangeUseOfRaters } from "./rater-effects/central-tendency";
import { ewmaSeries } from "./rater-effects/ewma";
import { haloOfRaters } from "./rater-effects/halo";
import { type Ratings, type RatingTable, ratingsOfTable } from "./ratings";
import { fitTerms } from "./terms/term-reml";

const LEVELS = [0.1, 0.2, 0.3, 1, 2, 3, 4, 5];

/** Tables people really have, and those that break formulas: a third are constant, empty, or one column. */
const nasty = fc.oneof(
  table(fc.constantFrom(0.1, 3), 1, 5),
  table(fc.constantFrom(...LEVELS), 1, 1),
  table(fc.constantFrom(0.1, 0.2, 0.3), 2, 3),
  table(fc.integer({ min: 1, max: 5 }), 1, 4),
  fc.constantFrom<(number | null)[][]>([], [[null, null]], [[3]], [[1, 2]]),
);

function table(score: fc.Arbitrary<number>, least: number, most: number) {
  return fc.integer({ min: least, max: most }).chain((raters) =>
    fc.array(fc.array(fc.option(score, { freq: 3 }), { minLength: raters, maxLength: raters }), {
      minLength: 1,
      maxLength: 6,
    }),
  );
}

/** Everything that is said about a table in one figure or many. */
function statisticsOf(rows: RatingTable): Record<string, () => unknown> {
  const ratings = ratingsOfTable(rows);
  const counts = countByUnit(ratings);
  const complete = completeTable(rows);
  const profile = counts.ok
    ? agreementProfile(counts.value, LEVELS, weightTable(LEVELS, "quadratic"))
    : counts;
  const ofProfile = [gwetAc, fleissKappa, brennanPrediger];
  return {
    alpha: () => (counts.ok ? METRICS.map((metric) => krippendorffAlpha(counts.value, metric)) : counts),
    jackknife: () => (counts.ok ? METRICS.map((metric) => alphaJackknife(counts.value, metric)) : counts),
    chanceCorrected: () => (profile.ok ? ofProfile.map((of) => of(profile.value)) : profile),
    kappas: () => pairwiseKappas(ratings, LEVELS, "linear", 1),
    icc: () => (complete.ok ? ICC_FORMS.map((form) => icc(twoWayAnova(complete.value), form)) : complete),
    iccMean: () => (complete.ok ? agreementMeanInterval(twoWayAnova(complete.value)) : complete),
    kendall: () => (complete.ok ? kendallW(complete.value) : complete),
    connectedness: () => [components(ratings), weakLinks(ratings), coRaters(ratings), extraPair(ratings)],
    crossed: () => withoutWorkings(ratings),
    integrated: () => fitIntegrated(ratings),
    fixed: () => fitFixedRaters(ratings),
    dimensions: () => dimensionsOf(ratings),
    ranks: () => ranksOf(ratings),
    bootstrap: () =>
      counts.ok
        ? alphaBootstrap(counts.value, "ordinal", seededRandom(1), { resamples: 20, minUnits: 2 })
        : counts,
    bipolar: () => bipolarOf(ratings),
    drift: () => fitDrift(ratings, Float64Array.from(ratings.unit)),
    panel: () => panelOf(ratings),
    raterEffects: () => raterEffectsOf(ratings),
    rasch: () => raschOf(ratings),
    terms: () => termsOf(ratings),
    chart: () => [ewmaSeries(ratings.score, 1), ewmaSeries(ratings.score, 0)],
    intervals: () => intervalsOf(ratings),
    decisions: () => decisionsOf(ratings),
    withinGroup: () => rows.map((row) => withinGroupOf(row.filter((x) => x !== null))),
  };
}

function withoutWorkings(ratings: Ratings): unknown {
  const fit = fitCrossed(ratings, "exact");
  if (!fit.ok) return fit;
  const { intercept, variance, unit, rater, remlCriterion } = fit.value;
  return { intercept, variance, unit, rater, remlCriterion };
}

/** Odd and even cells as two dimensions, on each of the routes several dimensions have. */
function dimensionsOf(ratings: Ratings): unknown {
  const dimension = ratings.unit.map((u, at) => (u + at) % 2);
  const whole = fitDimensions(ratings, dimension, 2);
  const bySheet = fitDimensionsBySheet(ratings, dimension, 2, 1);
  const parts = bySheet.ok ? bySheet.value.variance : bySheet;
  const variance = whole.ok ? whole.value.variance : parts.ok ? parts.value : null;
  return [
    whole.ok ? { ...whole.value, solved: null, general: whole.value.general.fair } : whole,
    bySheet.ok ? { ...bySheet.value, composite: bySheet.value.composite.unit } : bySheet,
    variance === null ? null : fitIntegratedDimensions(ratings, dimension, 2, variance),
  ];
}

/** Everything said about an order of units, from plugged-in and from integrated variances. */
function ranksOf(ratings: Ratings): unknown {
  const fit = fitCrossed(ratings, "exact");
  if (!fit.ok) return fit;
  const estimate = fit.value.unit.effect;
  const covariance = jointUnitCovariance(fit.value);
  if (!covariance.ok) return covariance;
  const joint = { estimate, covariance: covariance.value };
  const n = estimate.length;
  const better = betterProbabilities(joint);
  const ranks = expectedRanks(better, n);
  return [
    better,
    ranks,
    expectedPercentiles(ranks),
    n <= 3 ? expectedRanksOfMany(estimate, fit.value.unit.variance.map(Math.sqrt)) : null,
    rankIntervals(joint, "marginal"),
    rankIntervals(joint, "simultaneous"),
    tieGroups(estimate, (a, b) => better[a * n + b] ?? 0),
    topProbabilities(joint, 1, 50, seededRandom(1)),
    comparisonMultiplier(joint),
    fairScores(fit.value),
    severities(fit.value),
    reliabilities(fit.value.unit, fit.value.variance.unit),
  ];
}

/** The joint and the marginal fit, and all that is said of each element. */
function raschOf(ratings: Ratings): unknown {
  const { unit: person, rater, units, raters } = ratings;
  const item = new Int32Array(person.length);
  const score = ratings.score.map(Math.round);
  const table = raschTable({ person, rater, item, score, persons: units, raters, items: 1 });
  const joint = fitJmle(table);
  if (!joint.ok) return [joint, fitMml(table)];
  const { solved, extremes, ...said } = joint.value;
  const statistics = fitStatistics(extremes.table, solved.measures, extremes.table.person, units);
  const measured = joint.value.elements.rater.flatMap((one) => (one.ok ? [one.value] : []));
  const summary = facetSummary(
    measured.map(({ measure }) => measure),
    measured.map(({ modelError }) => modelError),
  );
  return [said, statistics, fairAverages(joint.value), summary, fitMml(table)];
}

function termsOf({ score, unit, units, rater, raters }: Ratings): unknown {
  const fixed = [new Float64Array(score.length).fill(1)];
  return fitTerms({
    score,
    fixed,
    terms: [
      { level: unit, levels: units },
      { level: rater, levels: raters },
    ],
  });
}

function intervalsOf(ratings: Ratings): unknown {
  const fit = fitCrossed(ratings, "exact");
  if (!fit.ok) return fit;
  return [
    varianceIntervals(fit.value, "log-scale"),
    varianceErrors(fit.value),
    conditionalDeviations(fit.value),
    remlCriterion(fit.value),
  ];
}

/** Decision studies of whatever variances a table gives, those of 0 among them. */
function decisionsOf(ratings: Ratings): unknown {
  const fit = fitCrossed(ratings, "exact");
  const dimension = ratings.unit.map((u, at) => (u + at) % 2);
  const whole = fitDimensions(ratings, dimension, 2);
  const studies = [
    studyOf({}, { units: 0, raters: 0, ratings: 0 }),
    ...(fit.ok ? [studyOfCrossed(fit.value, ratings)] : []),
    ...(whole.ok ? [studyOfDimensions(whole.value, ratings)] : []),
  ];
  const decided = studies.flatMap((study) =>
    (["fixed", "random"] as const).map((are) => [
      dStudy(study, 2, 3, are),
      ratersNeeded(study, 2, 0.8, are),
      haloShare(study),
      singleRatingReliability(study, 2),
    ]),
  );
  const level = (of: (at: number) => number) => Int32Array.from(ratings.score, (_, at) => of(at));
  const eight = crossedDesign({
    score: ratings.score.slice(0, 8),
    factors: [2, 1, 0].map((bit) => level((at) => (at >> bit) & 1).slice(0, 8)),
    levels: [2, 2, 2],
  });
  return [decided, eight.ok ? [eight, crossedDecision(eight.value, 2, 3)] : eight];
}

function withinGroupOf(scores: readonly number[]): unknown {
  return [
    withinGroupAgreement(scores, 5),
    awg(scores, [1, 5]),
    finn({ n: 2, k: 2, msb: 1, msj: 1, mse: scores.length - 1, msw: 1 }, "two-way", 5),
  ];
}

function bipolarOf(ratings: Ratings): unknown {
  const signed = { ...ratings, score: ratings.score.map((x) => Math.round(x) - 3) };
  const fold = (x: number) => 5 - 2 * Math.abs(x);
  return [bipolarSummary([...signed.score], fold), bipolarAgreement(signed, Math.abs, "ordinal")];
}

function panelOf(ratings: Ratings): unknown {
  const shape = ratersPerUnit(ratings);
  if (!shape.ok) return shape;
  const alone = studyOf({ rater: 1 }, { units: 2, raters: 2, ratings: 4 });
  const fit = fitCrossed(ratings, "exact");
  const now = (study: typeof alone) => panelReliability(study, 1, shape.value);
  return [
    shape,
    now(alone),
    fit.ok ? now(studyOfCrossed(fit.value, ratings)) : fit,
    fit.ok ? bootstrapInterval(ratings, fit.value.variance, now, seededRandom(1), 5) : fit,
  ];
}

function raterEffectsOf(ratings: Ratings): unknown {
  const sheets = { ...ratings, dimension: ratings.unit.map((u) => u % 2), dimensions: 2 };
  return [haloOfRaters(sheets, 1), rangeUseOfRaters(sheets, { low: 1, high: 5 }, 1)];
}

/** Paths of what is no figure: NaN, an infinity, or a reason outside the closed list. */
function accidents(value: unknown, path: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (ArrayBuffer.isView(value))
    return value instanceof DataView ? [] : accidents(Array.from(Object.values(value)), path);
  if (typeof value !== "object" || value === null) return [];
  const reason = "ok" in value && value.ok === false && "reason" in value ? value.reason : null;
  const known = reason === null || UNDEFINED_REASONS.some((one) => one === reason);
  const own = known ? [] : [`${path}: ${String(reason)}`];
  return [...own, ...Object.entries(value).flatMap(([key, of]) => accidents(of, `${path}.${key}`))];
}

describe("whatever the table, a statistic is a finite figure or one of the closed reasons", () => {
  test.each(Object.keys(statisticsOf([])))("%s", (name) => {
    fc.assert(
      fc.property(nasty, (rows) => {
        expect(accidents(statisticsOf(rows)[name]?.(), name)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
