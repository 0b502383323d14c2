import { components } from "../stats/connectedness/components";
import type { Outcome } from "../stats/outcome";
import { reportAgreement } from "./agreement";
import { fitModel, tooFewForRanks } from "./model";
import { candidatesDiffer, type ModelFigures } from "./model-figures";
import { type MoreFigures, moreFigures } from "./more-figures";
import type { AnalysisOptions } from "./options";
import { type PlannedPanels, planPanels, reportPanelSize } from "./panel-size";
import { type Prepared, prepare } from "./prepare";
import { type CandidateReport, type Missing, type RaterReport, type Report, shown } from "./report-shape";
import type { Table } from "./table";
import { warningsFor } from "./warnings";

/** The whole report of a table; `progress` hears which part is under way. */
export function buildReport(
  table: Table,
  options: AnalysisOptions,
  progress: (what: string) => void,
): Report {
  return buildWholeReport(table, options, progress).report;
}

/** The same, with what a reader at a terminal gets beside it. */
export function buildWholeReport(
  table: Table,
  options: AnalysisOptions,
  progress: (what: string) => void,
): { readonly report: Report; readonly planned: PlannedPanels; readonly more: () => MoreFigures } {
  progress("agreement");
  const prepared = prepare(table, options);
  const agreement = reportAgreement(prepared);
  const linked = components(prepared.ratings);
  progress("fair scores and severities");
  const few = table.score.length === 0 ? null : tooFewForRanks(table.candidates.length);
  const fit: Outcome<ModelFigures> = few ?? fitModel(prepared, options.seed);
  progress("report");
  const planned = planPanels(fit, table.candidates.length, table.raters.length);
  const report: Report = {
    input: {
      ratings: table.score.length,
      candidates: table.candidates.length,
      raters: table.raters.length,
      dimensions: table.dimensions,
      skipped: table.skipped.listed,
      components: linked.ok ? linked.value.count : 0,
    },
    agreement,
    model: shown(fit, ({ model }) => model),
    raters: raterRows(prepared, fit),
    candidates: candidateRows(prepared, fit),
    panelSize: reportPanelSize(planned),
    tieGroups: shown(fit, ({ group, fair }) => groupsOf(table.candidates, group, fair)),
    warnings: warningsFor(prepared, options, fit, linked.ok ? linked.value : null, agreement),
  };
  return { report, planned, more: () => moreFigures(prepared, options, fit, agreement) };
}

/** A severity of 0 without error would promise that nobody is harsh; it means that nothing can be told. */
const NO_SPREAD: Missing = {
  undefined: "no-variation",
  detail: "The variance of severities is estimated as 0: nobody's can be told from another's.",
};

/** Fair scores that are all the overall mean would otherwise wear that mean's small error. */
const NO_DIFFERENCES: Missing = {
  undefined: "no-variation",
  detail: "The variance of candidates is estimated as 0: none can be told from another.",
};

/** Harshest first. */
function raterRows({ table, pairs }: Prepared, fit: Outcome<ModelFigures>): RaterReport[] {
  const order = Array.from(table.raters.keys());
  if (fit.ok) order.sort((a, b) => (fit.value.severity[b] ?? 0) - (fit.value.severity[a] ?? 0));
  return order.map((j) => ({
    rater: table.raters[j] ?? "",
    severity: shown(fit, ({ severity, severitySe }) => (severitySe[j] ? (severity[j] ?? 0) : NO_SPREAD)),
    se: shown(fit, ({ severitySe }) => (severitySe[j] ? severitySe[j] : NO_SPREAD)),
    ratings: pairs.ratingsOfRater[j] ?? 0,
    candidates: pairs.candidatesOfRater[j] ?? 0,
  }));
}

/** Best first. */
function candidateRows({ table, pairs, ratings }: Prepared, fit: Outcome<ModelFigures>): CandidateReport[] {
  const sum = new Float64Array(ratings.units);
  for (let at = 0; at < ratings.score.length; at++) {
    const i = ratings.unit[at] ?? 0;
    sum[i] = (sum[i] ?? 0) + (ratings.score[at] ?? 0);
  }
  const raw = sum.map((total, i) => total / (pairs.ratingsOfCandidate[i] ?? 1));
  const standing = fit.ok ? fit.value.fair : raw;
  const differ = !fit.ok || candidatesDiffer(fit.value);
  const order = Array.from(table.candidates.keys()).sort((a, b) => (standing[b] ?? 0) - (standing[a] ?? 0));
  return order.map((i) => ({
    candidate: table.candidates[i] ?? "",
    raw: raw[i] ?? 0,
    fair: shown(fit, ({ fair }) => fair[i] ?? 0),
    se: shown(fit, ({ fairSe }) => (differ ? (fairSe[i] ?? 0) : NO_DIFFERENCES)),
    ratings: pairs.ratingsOfCandidate[i] ?? 0,
    raters: pairs.ratersOfCandidate[i] ?? 0,
    expectedRank: shown(fit, ({ expectedRank }) => (differ ? (expectedRank[i] ?? 0) : NO_DIFFERENCES)),
  }));
}

function groupsOf(names: readonly string[], group: Int32Array, fair: Float64Array): string[][] {
  const groups: number[][] = [];
  group.forEach((number, i) => {
    const members = groups[number - 1] ?? [];
    groups[number - 1] = members;
    members.push(i);
  });
  return groups.map((members) =>
    members.sort((a, b) => (fair[b] ?? 0) - (fair[a] ?? 0)).map((i) => names[i] ?? ""),
  );
}
