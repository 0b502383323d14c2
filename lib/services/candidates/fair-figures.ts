import type { FairModel, FairScore } from "@/lib/contracts/fair-scores";
import { normalQuantile } from "@/lib/stats/distributions";
import { MINIMUMS } from "@/lib/stats/minimums";
import { fitCrossed } from "@/lib/stats/mixed/crossed-fit";
import { fairScores } from "@/lib/stats/mixed/fair-scores";
import { fitIntegrated } from "@/lib/stats/mixed/integrated-fit";
import { jointCovarianceAmong } from "@/lib/stats/mixed/joint-covariance";
import { reliabilities } from "@/lib/stats/mixed/reliabilities";
import type { Undefined } from "@/lib/stats/outcome";
import { betterProbabilities } from "@/lib/stats/ranks/better-probability";
import type { FairTable } from "./fair-table";

/** Two-sided 95 %. */
const REACH = normalQuantile(0.975);

/** The fair scores of one opening, ready to be asked about any of its candidates. */
export interface FairFigures {
  model: FairModel;
  table: FairTable;
  scoreOf(applicationId: string): FairScore;
  /** P(a better than b) for these candidates, row-major; null where the model gives none. */
  better(units: readonly number[]): Float64Array | null;
  estimate: Float64Array | null;
}

/** Fits the model: integrated over the variances for a small panel, by REML above; or says why there is none. */
export function fairFigures(table: FairTable): FairFigures {
  const { ratings } = table;
  if (ratings.units < MINIMUMS.fairScoreUnits) {
    return without(
      table,
      `Needs ${MINIMUMS.fairScoreUnits} candidates with a scorecard's composite; there ${ratings.units === 1 ? "is" : "are"} ${ratings.units}.`,
    );
  }
  return ratings.units < MINIMUMS.plugInUnits ? integrated(table) : exact(table);
}

function integrated(table: FairTable): FairFigures {
  const fit = fitIntegrated(table.ratings);
  if (!fit.ok) return without(table, wordsFor(fit));
  const { priorScale, fair, deviation, better } = fit.value;
  const n = table.ratings.units;
  return {
    table,
    model: known(table, "integrated", priorScale, deviation),
    scoreOf: scores(table, fair, (unit) => seenShare(fair.se[unit], deviation.unit)),
    better: (units) => Float64Array.from(units.flatMap((a) => units.map((b) => better[a * n + b] ?? 0.5))),
    estimate: fair.estimate,
  };
}

function exact(table: FairTable): FairFigures {
  const fit = fitCrossed(table.ratings);
  if (!fit.ok) return without(table, wordsFor(fit));
  const { variance } = fit.value;
  const deviation = {
    unit: Math.sqrt(variance.unit),
    rater: Math.sqrt(variance.rater),
    residual: Math.sqrt(variance.residual),
  };
  const fair = fairScores(fit.value);
  const reliable = reliabilities(fit.value.unit, variance.unit);
  return {
    table,
    model: known(table, "exact", null, deviation),
    scoreOf: scores(table, fair, (unit) => (reliable.ok ? (reliable.value[unit] ?? null) : null)),
    better: (units) => {
      const covariance = jointCovarianceAmong(fit.value, units);
      const estimate = Float64Array.from(units, (unit) => fair.estimate[unit] ?? 0);
      return covariance.ok ? betterProbabilities({ estimate, covariance: covariance.value }) : null;
    },
    estimate: fair.estimate,
  };
}

function known(
  { ratings, groups, leftOut }: FairTable,
  method: "integrated" | "exact",
  priorScale: number | null,
  deviation: { unit: number; rater: number; residual: number },
): FairModel {
  return {
    state: "known",
    method,
    priorScale,
    candidates: ratings.units,
    interviewers: ratings.raters,
    scorecards: ratings.score.length,
    leftOut,
    panels: groups,
    spread: { candidates: deviation.unit, interviewers: deviation.rater, residual: deviation.residual },
  };
}

function without(table: FairTable, reason: string): FairFigures {
  return {
    table,
    model: { state: "not-enough", reason },
    scoreOf: (applicationId) => ({
      state: "not-enough",
      reason,
      n: table.scorecardsOf[table.unitOf.get(applicationId) ?? -1] ?? 0,
    }),
    better: () => null,
    estimate: null,
  };
}

/** 1 - error variance / variance of candidates, of a posterior: 0 where the data say no more than the prior. */
function seenShare(se: number | undefined, deviation: number): number | null {
  return se === undefined || deviation <= 0 ? null : Math.max(0, 1 - (se / deviation) ** 2);
}

function scores(
  table: FairTable,
  fair: { estimate: Float64Array; se: Float64Array },
  reliabilityOf: (unit: number) => number | null,
) {
  return (applicationId: string): FairScore => {
    const unit = table.unitOf.get(applicationId);
    if (unit === undefined)
      return { state: "not-enough", reason: "No scorecard with a composite yet.", n: 0 };
    const n = table.scorecardsOf[unit] ?? 0;
    if (n < MINIMUMS.fairScoreRaters) {
      return { state: "not-enough", reason: "One interviewer's view cannot be told from their severity.", n };
    }
    const value = fair.estimate[unit] ?? 0;
    const se = fair.se[unit] ?? 0;
    return {
      state: "known",
      value,
      se,
      interval: [value - REACH * se, value + REACH * se],
      reliability: reliabilityOf(unit),
      n,
    };
  };
}

/** The reasons that a recruiter can do something about, in plain words; the others in the statistic's own. */
function wordsFor({ reason, detail }: Undefined): string {
  switch (reason) {
    case "one-rater":
      return "One interviewer scored everybody here: severity needs a second.";
    case "no-pairs":
      return "No candidate was scored by two interviewers who both scored somebody else too.";
    case "no-variation":
      return "Every scorecard here has the same composite.";
    default:
      return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
  }
}
