import { fitIntegrated, type IntegratedFit } from "../../../stats/mixed/integrated-fit";
import { mapOutcome } from "../../../stats/outcome";
import { expectedRanks } from "../../../stats/ranks/expected-rank";
import { type Answer, type Family, type Figure, once } from "../figures";
import { type LabelledRatings, readRatings } from "../table";
import { byLabel, orderAsListed, squareOf } from "./labelled";

/** fair_score_integrated: the crossed model with its variance ratios integrated on a grid. */
export const fairScoreIntegrated: Family = (subject) => {
  const ratings = readRatings(subject);
  const answers = once(() =>
    mapOutcome(fitIntegrated(ratings), (fit) =>
      answersOf(fit, ratings, orderAsListed(subject, fit.fair.estimate, ratings.unitLabels)),
    ),
  );
  return (stat) => {
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};

function answersOf(
  fit: IntegratedFit,
  { unitLabels, raterLabels }: LabelledRatings,
  order: readonly number[],
): Answer {
  const n = unitLabels.length;
  const { unit, rater, residual } = fit.deviation;
  const answers: Readonly<Record<string, () => Figure>> = {
    fair_mean: () => byLabel(unitLabels, fit.fair.estimate),
    fair_sd: () => byLabel(unitLabels, fit.fair.se),
    rater_leniency_mean: () => byLabel(raterLabels, fit.rater.estimate),
    rater_leniency_sd: () => byLabel(raterLabels, fit.rater.se),
    expected_rank: () => byLabel(unitLabels, expectedRanks(fit.better, n)),
    posterior_mean_sd: () => ({ candidate: unit, rater, residual }),
  };
  return (stat) => {
    const [, size, rest] = /^top(\d+)_(.+)$/.exec(stat) ?? [];
    const top = order.slice(0, Number(size));
    if (rest === "order") return top.map((i) => unitLabels[i] ?? "");
    if (rest === "prob_row_better_than_col") {
      return squareOf(top, (row, column) => fit.better[row * n + column] ?? Number.NaN);
    }
    return answers[stat]?.();
  };
}
