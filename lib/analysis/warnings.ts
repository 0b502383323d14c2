import type { Components } from "../stats/connectedness/components";
import { MINIMUMS } from "../stats/minimums";
import type { Outcome } from "../stats/outcome";
import type { ModelFigures } from "./model-figures";
import type { AnalysisOptions } from "./options";
import type { Prepared } from "./prepare";
import type { AgreementReport } from "./report-shape";
import { MOST_LISTED, type SkippedLines } from "./skipped";
import {
  agreementWarnings,
  earlyWarnings,
  linkWarnings,
  oppositeWarnings,
  unreliableWarnings,
} from "./warnings-data";

/** What a reader must know before leaning on the figures, in plain words. */
export function warningsFor(
  keyed: Prepared,
  options: AnalysisOptions,
  fit: Outcome<ModelFigures>,
  linked: Components | null,
  agreement: readonly AgreementReport[],
): string[] {
  const prepared = withNames(keyed, options.called);
  const { table, scale, scaleIsAssumed, bipolar, firstViews } = prepared;
  const warnings: string[] = [];
  const { skipped } = table;
  if (skipped.count > 0)
    warnings.push(`${counted(skipped.count, "line was", "lines were")} left out; see "skipped".`);
  if (skipped.count > MOST_LISTED) warnings.push(`Only the first ${MOST_LISTED} of them are listed.`);
  if (table.ignoredColumns.length > 0) warnings.push(`Columns not used: ${table.ignoredColumns.join(", ")}.`);
  if (table.western.lines > 0) {
    const { lines, firstLine } = table.western;
    warnings.push(
      `${counted(lines, "line is", "lines are")} not in UTF-8 (the first is line ${firstLine}) and ${lines === 1 ? "was" : "were"} read as Windows-1252: look at the accents in the names.`,
    );
  }
  if (table.unreadTimes.count > 0) warnings.push(unreadTimes(table.unreadTimes));
  if (options.bipolar !== null && bipolar < 0) {
    warnings.push(`There is no dimension "${options.bipolar}", so nothing was folded.`);
  }
  if (table.unclosed) {
    const { from, to } = table.unclosed;
    warnings.push(
      `A quote opened in line ${from} is never closed: lines ${from} to ${to} could not be read and count nowhere. Close it and run this again.`,
    );
  }
  if (firstViews !== null) {
    warnings.push(
      `${counted(firstViews.repeats, "rating repeats", "ratings repeat")} an interviewer's own on the same candidate at another time: agreement takes the first in the file, the model all of them.`,
    );
  }
  if (scaleIsAssumed) {
    warnings.push(
      scale === null
        ? "No scale was given and the scores are not whole levels: AC2 uses the values that occur."
        : `No scale was given: ${scale.lowest} to ${scale.highest} is assumed (--scale says otherwise).`,
    );
  }
  if (linked !== null && linked.count > 1) {
    warnings.push(
      `The table falls into ${linked.count} groups with no shared candidate or interviewer: comparisons across groups are not linked and rest on the assumption that the groups are equally able and equally judged.`,
    );
  }
  warnings.push(
    ...linkWarnings(prepared, linked),
    ...agreementWarnings(agreement),
    ...oppositeWarnings(prepared),
    ...earlyWarnings(prepared, linked),
  );
  if (table.raters.length < MINIMUMS.severityRaters) {
    warnings.push(
      `Fewer than ${MINIMUMS.severityRaters} interviewers: how much severities differ is itself a guess.`,
    );
  }
  if (fit.ok) warnings.push(...fit.value.warnings, ...unreliableWarnings(prepared, fit));
  return warnings;
}

/** Sentences name people as they are called, never by a key. */
function withNames(prepared: Prepared, called: AnalysisOptions["called"]): Prepared {
  if (!called) return prepared;
  const { table } = prepared;
  return {
    ...prepared,
    table: { ...table, candidates: table.candidates.map(called), raters: table.raters.map(called) },
  };
}

const MOST_TIMES_NAMED = 20;

function unreadTimes({ listed, count: all }: SkippedLines): string {
  const named = listed
    .slice(0, MOST_TIMES_NAMED)
    .map(({ line, reason }) => `line ${line}: "${reason.slice(0, 40)}"`);
  const rest = all > named.length ? ` and ${all - named.length} more` : "";
  return `${counted(all, "time", "times")} in the column "at" could not be read (${named.join(", ")}${rest}): these ratings were used as given at no known time.`;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
