import { fitFixedRaters } from "../../../stats/mixed/fixed-raters";
import { mapOutcome } from "../../../stats/outcome";
import { type Answer, type Family, type Figure, figure, once } from "../figures";
import { readRatings } from "../table";
import { byLabel } from "./labelled";

/** rater_fixed_severity: score ~ rater + (1|candidate), raters summing to zero within each linked group. */
export const raterFixed: Family = (subject) => {
  const ratings = readRatings(subject);
  const raters = (values: readonly Figure[]): Figure =>
    Object.fromEntries(ratings.raterLabels.map((label, j) => [label, values[j] ?? null]));
  const answers = once(() =>
    mapOutcome(fitFixedRaters(ratings), (fit): Answer => {
      const figures: Readonly<Record<string, () => Figure>> = {
        sigma2: () => ({ candidate: fit.variance.unit, residual: fit.variance.residual }),
        grand_mean: () => figure(mapOutcome(fit.grandMean, (mean) => mean.estimate)),
        grand_mean_se: () => figure(mapOutcome(fit.grandMean, (mean) => mean.se)),
        leniency: () => raters(fit.leniency.map((one) => figure(mapOutcome(one, (it) => it.estimate)))),
        leniency_se: () => raters(fit.leniency.map((one) => figure(mapOutcome(one, (it) => it.se)))),
        blup_candidate: () => byLabel(ratings.unitLabels, fit.unit.effect),
        pev_sd_candidate: () => byLabel(ratings.unitLabels, fit.unit.variance.map(Math.sqrt)),
        wald_chisq_equal_severity: () => fit.equality.statistic,
        wald_df: () => fit.equality.freedom,
        wald_p: () => fit.equality.p,
      };
      return (stat) => figures[stat]?.();
    }),
  );
  return (stat) => {
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};
