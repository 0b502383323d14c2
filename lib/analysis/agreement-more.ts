import { countByUnit } from "../stats/agreement/counts";
import { type AlphaBootstrap, alphaBootstrap } from "../stats/agreement/krippendorff-bootstrap";
import { pairwiseKappas } from "../stats/agreement/pairwise-kappa";
import type { WeightedKappa } from "../stats/agreement/weighted-kappa";
import { MINIMUMS } from "../stats/minimums";
import { defined, type Outcome, undefinedFor } from "../stats/outcome";
import { seededRandom } from "../stats/random";
import type { Ratings } from "../stats/ratings";
import { ratingsOfDimension } from "./agreement";
import { levelsOf, type Prepared } from "./prepare";
import { type AgreementReport, isMissing } from "./report-shape";

/** Second opinions on the agreement of one dimension. */
export interface AgreementMore {
  readonly dimension: string;
  /** Alpha's interval by drawing candidates anew; null where there is no alpha. */
  readonly redrawn: Outcome<AlphaBootstrap> | null;
  /** Quadratic kappa of each two interviewers who share enough candidates, the lowest first. */
  readonly pairs: Outcome<readonly PairKappa[]>;
}

export interface PairKappa {
  readonly first: string;
  readonly second: string;
  readonly candidates: number;
  readonly kappa: WeightedKappa;
}

const RESAMPLES = 1000;
/** Beyond these a thousand alphas, or every pair of raters, take many seconds. */
const MOST_REDRAWN = 20_000;
const MOST_RATERS_PAIRED = 200;
/** More scores than this are measurements; a kappa needs categories. */
const MOST_CATEGORIES = 21;

export function moreAgreement(
  prepared: Prepared,
  reports: readonly AgreementReport[],
  seed: number,
): AgreementMore[] {
  return reports.map(({ dimension, alpha }, d) => {
    const ratings = ratingsOfDimension(prepared, d);
    const metric = isMissing(alpha) ? null : alpha.metric;
    return {
      dimension,
      redrawn: metric === null ? null : redrawn(ratings, metric, seed),
      pairs: pairsOf(prepared, d, ratings),
    };
  });
}

function redrawn(ratings: Ratings, metric: "ordinal" | "interval", seed: number): Outcome<AlphaBootstrap> {
  if (ratings.score.length > MOST_REDRAWN)
    return undefinedFor("too-many-ratings", `Units are redrawn up to ${MOST_REDRAWN} ratings.`);
  const counts = countByUnit(ratings);
  return counts.ok
    ? alphaBootstrap(counts.value, metric, seededRandom(seed), { resamples: RESAMPLES })
    : counts;
}

function pairsOf(prepared: Prepared, d: number, ratings: Ratings): Outcome<readonly PairKappa[]> {
  if (ratings.raters > MOST_RATERS_PAIRED)
    return undefinedFor("too-many-raters", `Pairs are compared up to ${MOST_RATERS_PAIRED} raters.`);
  const levels = levelsOf(prepared, d, Float64Array.from(new Set(ratings.score)).sort());
  if (levels.length > MOST_CATEGORIES)
    return undefinedFor("invalid-scale", "The scores are measurements, not levels of a scale.");
  const { raters } = prepared.table;
  const found = pairwiseKappas(ratings, levels, "quadratic").flatMap(({ first, second, units, kappa }) =>
    kappa.ok
      ? [{ first: raters[first] ?? "", second: raters[second] ?? "", candidates: units, kappa: kappa.value }]
      : [],
  );
  if (found.length === 0) {
    const detail = `No two raters share ${MINIMUMS.kappaUnits} units on which both vary.`;
    return undefinedFor("too-few-units", detail);
  }
  return defined(found.sort((a, b) => a.kappa.estimate - b.kappa.estimate));
}
