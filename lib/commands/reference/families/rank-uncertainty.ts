import { type CrossedFit, fitCrossed } from "../../../stats/mixed/crossed-fit";
import { jointUnitCovariance } from "../../../stats/mixed/joint-covariance";
import type { Outcome } from "../../../stats/outcome";
import { seededRandom } from "../../../stats/random";
import { betterProbabilities, type JointEstimates } from "../../../stats/ranks/better-probability";
import { comparisonMultiplier } from "../../../stats/ranks/comparison-multiplier";
import { expectedPercentiles, expectedRanks } from "../../../stats/ranks/expected-rank";
import { type RankIntervals, rankIntervals } from "../../../stats/ranks/rank-interval";
import { tieGroups } from "../../../stats/ranks/tie-groups";
import { topProbabilities } from "../../../stats/ranks/top-probability";
import { type Answer, type Family, type Figure, figure, once } from "../figures";
import { readRatings } from "../table";
import { byLabel } from "./labelled";

const DRAWS = 200_000;
const SEED = 1;

/** rank_uncertainty: what a ranking of candidates may claim, from the joint covariance of one REML fit. */
export const rankUncertainty: Family = (subject) => {
  const ratings = readRatings(subject);
  const answers = once((): Outcome<Answer> => {
    const fit = fitCrossed(ratings, "exact");
    if (!fit.ok) return fit;
    const covariance = jointUnitCovariance(fit.value);
    if (!covariance.ok) return covariance;
    const joint = { estimate: fit.value.unit.effect, covariance: covariance.value };
    return { ok: true, value: answersOf(fit.value, joint, ratings.unitLabels) };
  });
  return (stat) => {
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};

function answersOf(fit: CrossedFit, joint: JointEstimates, labels: readonly string[]): Answer {
  const n = labels.length;
  const better = once(() => betterProbabilities(joint));
  const ranks = once(() => expectedRanks(better(), n));
  const ends = ({ best, worst }: RankIntervals): Figure => ({
    best: byLabel(labels, best),
    worst: byLabel(labels, worst),
  });
  const answers: Readonly<Record<string, () => Figure>> = {
    blup: () => byLabel(labels, fit.unit.effect),
    pev_sd: () => byLabel(labels, fit.unit.variance.map(Math.sqrt)),
    expected_rank: () => byLabel(labels, ranks()),
    expected_percentile: () => byLabel(labels, expectedPercentiles(ranks())),
    rank_interval_marginal95: () => ends(rankIntervals(joint, "marginal")),
    rank_interval_bonferroni95: () => ends(rankIntervals(joint, "simultaneous")),
    tie_group: () =>
      byLabel(
        labels,
        tieGroups(joint.estimate, (a, b) => better()[a * n + b] ?? 0),
      ),
    goldstein_healy_multiplier: () => figure(comparisonMultiplier(joint)),
  };
  return (stat) => {
    const [, size] = /^prob_(?:best|top(\d+))_sim$/.exec(stat) ?? [];
    if (size !== undefined || stat === "prob_best_sim") {
      const found = topProbabilities(joint, Number(size ?? 1), DRAWS, seededRandom(SEED));
      return found.ok ? byLabel(labels, found.value) : found;
    }
    return answers[stat]?.();
  };
}
