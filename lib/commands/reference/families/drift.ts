import { fitDrift } from "../../../stats/mixed/drift-fit";
import { mapOutcome } from "../../../stats/outcome";
import type { ReferenceCase } from "../case";
import { type Answer, type Family, type Figure, once } from "../figures";
import { findColumn, numbersOf, readLong, readRatings } from "../table";
import { byLabel } from "./labelled";

/** drift: score ~ t + (1|candidate) + (1 + t || rater), t scaled to one period. */
export const drift: Family = (subject) => {
  const ratings = readRatings(subject);
  const answers = once(() =>
    mapOutcome(fitDrift(ratings, timeOf(subject)), (fit): Answer => {
      const { unit, rater, slope, residual } = fit.variance;
      const figures: Readonly<Record<string, () => Figure>> = {
        sigma2: () => ({ candidate: unit, rater, rater_slope: slope, residual }),
        beta: () => [fit.intercept.estimate, fit.commonSlope.estimate],
        beta_se: () => [fit.intercept.se, fit.commonSlope.se],
        slope_blup: () => byLabel(ratings.raterLabels, fit.slope.effect),
        slope_pev_sd: () => byLabel(ratings.raterLabels, fit.slope.se),
        reml_criterion: () => fit.remlCriterion,
        reml_lrt_slope_variance: () => fit.slopeTest.statistic,
        reml_lrt_p_mixture: () => fit.slopeTest.p,
      };
      return (stat) => figures[stat]?.();
    }),
  );
  return (stat) => {
    const found = answers();
    return found.ok ? found.value(stat) : found;
  };
};

/**
 * Time as the case scales it: "t=(week-5.5)/11", "t=week-3", "t=week/12", "t=week". Without a rule, or with
 * the column's bare name, centred and scaled to one period. Any other rule stops the case: a slope under
 * another scaling would be a wrong figure that looks right.
 */
export function timeOf(subject: ReferenceCase): Float64Array {
  const rule = typeof subject.data.time === "string" ? subject.data.time : "";
  const formula = (/^[^,;]*/.exec(rule)?.[0] ?? "").replace(/\s/g, "");
  const found = RULE.exec(formula);
  const table = readLong(subject);
  const column = table.get((found?.groups?.name ?? "").toLowerCase()) ?? findColumn(table, "time");
  if (column === null || column === undefined) throw new Error("no column of time");
  const raw = numbersOf(column, "time");
  if (found?.groups && (found.groups.scaled || /[-+/]/.test(formula))) {
    const from = Number(found.groups.from ?? 0);
    return raw.map((x) => (x + from) / Number(found.groups?.period ?? 1));
  }
  if (formula !== "" && !found) throw new Error(`the rule of time "${rule}" cannot be read`);
  const low = raw.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const high = raw.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return raw.map((x) => (x - (low + high) / 2) / (high - low || 1));
}

/** An optional "t=", a column, an optional shift, an optional divisor. */
const RULE = /^(?<scaled>\w+=)?\(?(?<name>[a-z]\w*)(?<from>[-+][\d.]+)?\)?(?:\/(?<period>[\d.]+))?$/i;
