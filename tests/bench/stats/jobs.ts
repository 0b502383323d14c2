import { countByUnit } from "../../../lib/stats/agreement/counts";
import { gwetAc } from "../../../lib/stats/agreement/gwet-ac";
import { krippendorffAlpha } from "../../../lib/stats/agreement/krippendorff-alpha";
import { alphaJackknife } from "../../../lib/stats/agreement/krippendorff-jackknife";
import { agreementProfile } from "../../../lib/stats/agreement/profile";
import { weightTable } from "../../../lib/stats/agreement/weights";
import { dStudy } from "../../../lib/stats/generalizability/d-study";
import { ratersNeeded } from "../../../lib/stats/generalizability/raters-needed";
import { studyOfCrossed } from "../../../lib/stats/generalizability/variance-study";
import { type CrossedFit, fitCrossed, type Route } from "../../../lib/stats/mixed/crossed-fit";
import { fitDimensionsBySheet } from "../../../lib/stats/mixed/dimensions-by-sheet";
import { fitIntegrated } from "../../../lib/stats/mixed/integrated-fit";
import { type DimensionVariances, fitDimensions } from "../../../lib/stats/mixed/several-dimensions";
import type { Outcome } from "../../../lib/stats/outcome";
import { expectedRanks } from "../../../lib/stats/ranks/expected-rank";
import { tieGroups } from "../../../lib/stats/ranks/tie-groups";
import type { DimensionRatings, Ratings } from "../../../lib/stats/ratings";
import type { Job } from "./measure";

const LEVELS = [1, 2, 3, 4, 5];
const CREDIT = weightTable(LEVELS, "quadratic");

/** What a live panel page asks for after every submitted sheet. */
export function liveReport(ratings: Ratings): Job<number> {
  return {
    work: "40 x 12 panel, full live report",
    target: 10,
    runs: 60,
    run: () => {
      const counts = required(countByUnit(ratings));
      const alpha = required(krippendorffAlpha(counts, "ordinal"));
      required(alphaJackknife(counts, "ordinal"));
      required(gwetAc(required(agreementProfile(counts, LEVELS, CREDIT))));
      const reml = required(fitCrossed(ratings));
      const study = studyOfCrossed(reml, ratings);
      for (const raters of LEVELS) required(dStudy(study, 1, raters, "fixed"));
      required(ratersNeeded(study, 1, 0.8, "fixed"));
      const fit = required(fitIntegrated(ratings));
      expectedRanks(fit.better, ratings.units);
      tieGroups(fit.fair.estimate, (a, b) => fit.better[a * ratings.units + b] ?? 0);
      return alpha.estimate;
    },
    figures: (alpha) => ({ alpha }),
  };
}

export function alphaOfMany(ratings: Ratings): Job<number> {
  return {
    work: "alpha, ordinal with jackknife interval, 100,000 x 5",
    target: 25,
    runs: 20,
    run: () => {
      const counts = required(countByUnit(ratings));
      required(alphaJackknife(counts, "ordinal"));
      return required(krippendorffAlpha(counts, "ordinal")).estimate;
    },
    figures: (alpha) => ({ alpha }),
  };
}

export function crossedFit(
  work: string,
  ratings: Ratings,
  target: number | null,
  route: Route,
): Job<CrossedFit> {
  return {
    work,
    target,
    runs: route === "exact" ? 1 : 3,
    run: () => required(fitCrossed(ratings, route)),
    figures: ({ variance, intercept }) => ({
      candidate: variance.unit,
      rater: variance.rater,
      residual: variance.residual,
      intercept: intercept.estimate,
      interceptSe: intercept.se,
    }),
  };
}

/** The six variances of sheets with holes: by iteration, or by the dense system of the whole model. */
export function holedSheets(
  work: string,
  ratings: DimensionRatings,
  route: "iterative" | "exact",
): Job<DimensionVariances> {
  const { dimension, dimensions } = ratings;
  return {
    work,
    target: null,
    runs: 1,
    run: () =>
      route === "exact"
        ? required(fitDimensions(ratings, dimension, dimensions)).variance
        : required(required(fitDimensionsBySheet(ratings, dimension, dimensions)).variance),
    figures: (variance) => ({ ...variance }),
  };
}

/** A bench on data it generates itself: a missing figure is a broken bench. */
function required<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return outcome.value;
}
