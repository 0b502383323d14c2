import type { SheetRecord } from "@/db/queries/submitted-marks";
import { countsOf } from "@/db/queries/submitted-marks";
import type { FairModel, FairPair, FairScore } from "@/lib/contracts/fair-scores";
import { compositeOf } from "@/lib/domain/composite";
import type { Fold, Weights } from "@/lib/domain/rubric";
import { components } from "@/lib/stats/connectedness/components";
import { normalQuantile } from "@/lib/stats/distributions";
import { MINIMUMS } from "@/lib/stats/minimums";
import { fitCrossed } from "@/lib/stats/mixed/crossed-fit";
import { fairScores } from "@/lib/stats/mixed/fair-scores";
import { fitIntegrated } from "@/lib/stats/mixed/integrated-fit";
import { jointCovarianceAmong } from "@/lib/stats/mixed/joint-covariance";
import { reliabilities } from "@/lib/stats/mixed/reliabilities";
import type { Undefined } from "@/lib/stats/outcome";
import { betterProbabilities } from "@/lib/stats/ranks/better-probability";
import { CLEARLY_BETTER, tieGroups } from "@/lib/stats/ranks/tie-groups";
import type { Ratings } from "@/lib/stats/ratings";

/** Two-sided 95 %. */
const REACH = normalQuantile(0.975);

/** One opening's scorecard composites as the model reads them: who by whom, first scorecards only. */
export interface FairTable {
  ratings: Ratings;
  unitOf: ReadonlyMap<string, number>;
  /** Scorecards behind each candidate's figure. */
  scorecardsOf: readonly number[];
  /** Linked group of each candidate; -1 without ratings. */
  groupOf: Int32Array;
  groups: number;
  leftOut: number;
}

/** The fair scores of one opening, ready to be asked about any of its candidates. */
export interface FairFigures {
  model: FairModel;
  table: FairTable;
  scoreOf(applicationId: string): FairScore;
  /** P(a better than b) for these candidates, row-major; null where the model gives none. */
  better(units: readonly number[]): Float64Array | null;
  estimate: Float64Array | null;
}

interface Versions {
  get(rubricVersionId: string): { weights: Weights; fold: Fold } | undefined;
}

/** Each scorecard as one number, its composite by its own rubric version; a person's first speaks for them. */
export function fairTable(sheets: readonly SheetRecord[], versions: Versions): FairTable {
  const unitOf = new Map<string, number>();
  const raterOf = new Map<string, number>();
  const unit: number[] = [];
  const rater: number[] = [];
  const score: number[] = [];
  const scorecardsOf: number[] = [];
  const seen = new Set<string>();
  let leftOut = 0;
  for (const { applicationId, memberId, rubricVersionId, marks } of sheets) {
    const pair = `${applicationId} ${memberId}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const version = versions.get(rubricVersionId);
    const composite = version && compositeOf(countsOf([marks]), version.weights, version.fold);
    if (composite?.state !== "complete") {
      leftOut += 1;
      continue;
    }
    const u = numberIn(unitOf, applicationId);
    unit.push(u);
    rater.push(numberIn(raterOf, memberId));
    score.push(composite.value);
    scorecardsOf[u] = (scorecardsOf[u] ?? 0) + 1;
  }
  const ratings: Ratings = {
    unit: Int32Array.from(unit),
    rater: Int32Array.from(rater),
    score: Float64Array.from(score),
    units: unitOf.size,
    raters: raterOf.size,
  };
  const linked = components(ratings);
  return {
    ratings,
    unitOf,
    scorecardsOf,
    groupOf: linked.ok ? linked.value.ofUnit : new Int32Array(0),
    groups: linked.ok ? linked.value.count : 0,
    leftOut,
  };
}

function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
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

/** Every pair of these candidates, and the groups that cannot be told apart; each undefined with its reason. */
export function pairsAndTies(figures: FairFigures, applicationIds: readonly string[]) {
  const { table, model, estimate } = figures;
  const rated = applicationIds.flatMap((id) => {
    const unit = table.unitOf.get(id);
    return unit === undefined || figures.scoreOf(id).state !== "known" ? [] : [{ id, unit }];
  });
  const units = rated.map(({ unit }) => unit);
  const better = rated.length > 1 ? figures.better(units) : null;
  const place = new Map(rated.map(({ id }, index) => [id, index]));
  const groupOf = (id: string) => table.groupOf[table.unitOf.get(id) ?? -1] ?? -1;
  const pair = (a: string, b: string): FairPair => {
    const [i, j] = [place.get(a), place.get(b)];
    const undefinedFor = (reason: string): FairPair => ({ state: "not-enough", a, b, reason });
    if (model.state === "not-enough") return undefinedFor(model.reason);
    if (i === undefined || j === undefined) return undefinedFor("One of the two has no fair score.");
    if (groupOf(a) !== groupOf(b)) return undefinedFor(NOT_LINKED);
    if (better === null || estimate === null) return undefinedFor("The opening is too large for pairs.");
    const probability = better[i * rated.length + j] ?? 0.5;
    const difference = (estimate[units[i] ?? 0] ?? 0) - (estimate[units[j] ?? 0] ?? 0);
    const toldApart = Math.max(probability, 1 - probability) > CLEARLY_BETTER;
    return { state: "known", a, b, probability, difference, toldApart };
  };
  return {
    pairs: applicationIds.flatMap((a, i) => applicationIds.slice(i + 1).map((b) => pair(a, b))),
    ties: ties(),
  };

  function ties(): { state: "known"; groups: string[][] } | { state: "not-enough"; reason: string } {
    if (model.state === "not-enough") return model;
    if (rated.length < 2)
      return { state: "not-enough", reason: "Fewer than two of these have a fair score." };
    if (new Set(rated.map(({ id }) => groupOf(id))).size > 1)
      return { state: "not-enough", reason: NOT_LINKED };
    if (better === null || estimate === null)
      return { state: "not-enough", reason: "The opening is too large for pairs." };
    const own = Float64Array.from(units, (unit) => estimate[unit] ?? 0);
    const group = tieGroups(own, (leader, other) => better[leader * rated.length + other] ?? 0.5);
    const order = rated.map((_, i) => i).sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
    const groups: string[][] = [];
    for (const i of order) {
      const at = (group[i] ?? 1) - 1;
      groups[at] = [...(groups[at] ?? []), rated[i]?.id ?? ""];
    }
    return { state: "known", groups };
  }
}

const NOT_LINKED = "No chain of shared candidates links their interviewers.";

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
