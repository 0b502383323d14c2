import { MINIMUMS } from "../stats/minimums";
import { defined, type Outcome, undefinedFor } from "../stats/outcome";
import { type FacetSummary, facetSummary } from "../stats/rasch/facet-summary";
import { type ElementFit, fitStatistics } from "../stats/rasch/fit-statistics";
import { fitJmle, type JmleFit } from "../stats/rasch/jmle";
import { raschTable } from "../stats/rasch/rating-table";
import type { Prepared } from "./prepare";

/** Whose ratings follow no pattern, or too plain a one: the many-facet Rasch model as a diagnosis. */
export interface RaschFigures {
  readonly raters: readonly { readonly rater: string; readonly fit: Outcome<ElementFit> }[];
  /** How far interviewers, and candidates, lie apart beyond their errors. */
  readonly raterSpread: Outcome<FacetSummary>;
  readonly candidateSpread: Outcome<FacetSummary>;
  /** Dimensions of a sheet, which the model counts as independent: what colours them all looks like reliability. */
  readonly dimensions: number;
  /** Scores given too seldom for a stable threshold. */
  readonly thinScores: readonly number[];
  /** Scores that are never the likeliest, whatever the candidate. */
  readonly neverLikeliest: readonly number[];
}

/** Beyond these the joint fit, whose raters stand in one dense system, takes many seconds. */
const MOST_RATERS = 200;
const MOST_RATINGS = 50_000;
/** More scores than this are measurements, and each would need a threshold of its own. */
const MOST_SCORES = 21;

/** Over the dimensions of levels: a bipolar one folds to fewer steps, whose thresholds are others. */
export function raschFigures({ table, ratings, bipolar }: Prepared): Outcome<RaschFigures> {
  const single = table.dimensions.length < 2;
  const rows = Int32Array.from(ratings.score.keys()).filter(
    (at) => single || table.dimension[at] !== bipolar,
  );
  const least = MINIMUMS.raschRatingsPerRater;
  const given = new Int32Array(ratings.raters);
  for (const at of rows) bump(given, ratings.rater[at] ?? 0);
  const most = given.reduce((top, n) => Math.max(top, n), 0);
  if (most < least) {
    const detail = `The Rasch model needs ${least} ratings of a rater; nobody has given more than ${most}.`;
    return undefinedFor("too-few-ratings", detail, least - most);
  }
  if (ratings.raters > MOST_RATERS)
    return undefinedFor("too-many-raters", `The Rasch model is fitted up to ${MOST_RATERS} raters.`);
  if (rows.length > MOST_RATINGS)
    return undefinedFor("too-many-ratings", `The Rasch model is fitted up to ${MOST_RATINGS} ratings.`);
  const whole = raschTable({
    person: rows.map((at) => ratings.unit[at] ?? 0),
    rater: rows.map((at) => ratings.rater[at] ?? 0),
    item: rows.map((at) => table.dimension[at] ?? 0),
    score: Float64Array.from(rows, (at) => ratings.score[at] ?? 0),
    persons: ratings.units,
    raters: ratings.raters,
    items: Math.max(1, table.dimensions.length),
  });
  if (whole.levels.length > MOST_SCORES)
    return undefinedFor("invalid-scale", "The scores are measurements, not levels of a scale.");
  const fit = fitJmle(whole);
  return fit.ok ? defined(described(fit.value, table.raters, given)) : fit;
}

function described(fit: JmleFit, names: readonly string[], given: Int32Array): RaschFigures {
  const { table } = fit.extremes;
  const statistics = fitStatistics(table, fit.solved.measures, table.rater, names.length);
  const least = MINIMUMS.raschRatingsPerRater;
  const spread = (facet: "person" | "rater") => {
    const measured = fit.elements[facet].flatMap((one) => (one.ok ? [one.value] : []));
    return facetSummary(
      measured.map(({ measure }) => measure),
      measured.map(({ modelError }) => modelError),
    );
  };
  const { thinCategories, disordered } = fit.cautions;
  return {
    raters: names.map((rater, j) => {
      const n = given[j] ?? 0;
      const detail = `Needs ${least} ratings; there are ${n}.`;
      const own = statistics[j] ?? undefinedFor("no-ratings", "There are no ratings.");
      return { rater, fit: n < least ? undefinedFor("too-few-ratings", detail, least - n) : own };
    }),
    raterSpread: spread("rater"),
    candidateSpread: spread("person"),
    dimensions: new Set(table.item).size,
    thinScores: thinCategories.map((k) => table.levels[k] ?? 0),
    // A threshold below the one before it leaves no room for the score between them.
    neverLikeliest: disordered.map((k) => table.levels[k] ?? 0),
  };
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
