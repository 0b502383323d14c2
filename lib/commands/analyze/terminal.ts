import { inWords } from "../../analysis/in-words";
import type { MoreFigures } from "../../analysis/more-figures";
import type { PlannedPanels } from "../../analysis/panel-size";
import { isMissing, type Maybe, type Report } from "../../analysis/report-shape";
import { secondOpinions, whyNoPairs } from "./terminal-agreement";
import { estimated, printMore } from "./terminal-more";

const MOST_ROWS = 40;
const MOST_SKIPPED = 20;

/** The report for a person at a terminal. */
export function printReport(
  report: Report,
  planned: PlannedPanels,
  more: MoreFigures | null,
  write: (line: string) => void,
): void {
  const { input } = report;
  write(
    `${input.ratings} ratings of ${input.candidates} candidates by ${input.raters} interviewers` +
      (input.dimensions.length > 1 ? ` on ${input.dimensions.length} dimensions` : ""),
  );
  printSkipped(report, write);
  printAgreement(report, more?.agreement ?? [], write);
  printModel(report, more?.variances ?? {}, write);
  printRaters(report, more?.colleagues ?? null, write);
  printCandidates(report, more?.places ?? null, write);
  printPanelSize(planned, write);
  printGroups(report, write);
  if (more !== null) printMore(more, write);
  if (report.warnings.length > 0) heading("Before you lean on these figures", write);
  for (const warning of report.warnings) write(`  - ${warning}`);
}

function printSkipped({ input }: Report, write: (line: string) => void): void {
  for (const { line, reason } of input.skipped.slice(0, MOST_SKIPPED)) write(`  line ${line}: ${reason}`);
  if (input.skipped.length > MOST_SKIPPED) write(`  ... and ${input.skipped.length - MOST_SKIPPED} more`);
}

function printAgreement(
  { agreement }: Report,
  more: MoreFigures["agreement"],
  write: (line: string) => void,
): void {
  heading("Agreement (for these interviewers)", write);
  for (const [d, { dimension, alpha, ac2 }] of agreement.entries()) {
    const under = " ".repeat(dimension.length);
    if (isMissing(alpha)) write(`  ${dimension}: alpha not available: ${alpha.detail}`);
    else {
      write(
        `  ${dimension}: alpha (${alpha.metric}) ${figure(alpha.estimate)} ${ends(alpha.interval)}, ${alpha.units} candidates`,
      );
    }
    if (!isMissing(ac2)) write(`  ${under}  AC2 (quadratic) ${figure(ac2.estimate)} ${ends(ac2.interval)}`);
    for (const line of more[d] === undefined ? [] : secondOpinions(more[d])) write(`  ${under}  ${line}`);
  }
  const noPairs = whyNoPairs(more);
  if (noPairs !== null) write(`  ${noPairs}`);
}

function printModel(
  { model }: Report,
  variances: MoreFigures["variances"],
  write: (line: string) => void,
): void {
  heading("Where differences come from", write);
  if (isMissing(model)) {
    write(`  not available: ${model.detail}`);
    return;
  }
  const total = Object.values(model.variance).reduce((sum, value) => sum + value, 0);
  for (const [name, value] of Object.entries(model.variance)) {
    const interval = variances[name];
    const between = interval?.ok
      ? `   95 %: ${ends(interval.value)}`
      : interval?.reason === "no-variation"
        ? "   not told from 0"
        : "";
    write(
      `  ${name.padEnd(20)} ${figure(value)}  ${String(Math.round((100 * value) / total)).padStart(3)} %${between}`,
    );
  }
  write(
    `  overall mean ${figure(model.intercept.estimate)} +- ${figure(model.intercept.se)} (${model.method})`,
  );
}

function printRaters(
  { raters }: Report,
  colleagues: MoreFigures["colleagues"] | null,
  write: (line: string) => void,
): void {
  heading("Severity (positive = harsher than the panel)", write);
  for (const { rater, severity, se, ratings, candidates } of ends2(raters)) {
    write(
      `  ${name(rater)} ${value(severity)} +- ${value(se)}   ${ratings} ratings, ${candidates} candidates${met(colleagues?.get(rater))}`,
    );
  }
  moreWithJson(raters.length, write);
}

function printCandidates(
  { candidates }: Report,
  places: MoreFigures["places"],
  write: (line: string) => void,
): void {
  heading("Candidates (fair = score from an average interviewer)", write);
  for (const row of candidates.slice(0, MOST_ROWS)) {
    write(
      `  ${name(row.candidate)} fair ${value(row.fair)} +- ${value(row.se)}   raw ${figure(row.raw)}   expected rank ${rank(row.expectedRank)}${between(row, places)}   ${row.raters} interviewers`,
    );
  }
  moreWithJson(candidates.length, write);
}

function printPanelSize({ points, for80 }: PlannedPanels, write: (line: string) => void): void {
  heading("How many interviewers (95 % in brackets)", write);
  if (!points.ok) {
    write(`  not available: ${inWords(points.detail)}`);
    return;
  }
  for (const { raters, absolute } of points.value)
    write(`  ${raters}: reliability of scores ${estimated(absolute)}`);
  if (!for80.ok) {
    write(`  .80: ${inWords(for80.detail)}`);
    return;
  }
  const { estimate, interval } = for80.value;
  const between = interval.ok ? ` [${interval.value.join(", ")}]` : ` (${inWords(interval.detail)})`;
  write(`  .80 takes ${estimate}${between}`);
}

function printGroups({ tieGroups }: Report, write: (line: string) => void): void {
  if (isMissing(tieGroups)) return;
  heading("Groups that can be told apart", write);
  tieGroups.slice(0, MOST_ROWS).forEach((group, at) => {
    const listed = group.slice(0, 12).join(", ");
    write(`  ${at + 1}. ${listed}${group.length > 12 ? ` and ${group.length - 12} more` : ""}`);
  });
}

/** The harshest and the mildest where there are too many to list. */
function ends2<T>(rows: readonly T[]): readonly T[] {
  return rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS / 2), ...rows.slice(-MOST_ROWS / 2)];
}

/** A severity resting on one colleague compares two people, not one with the panel. */
function met(colleagues: number | undefined): string {
  return colleagues === undefined ? "" : `, ${colleagues} colleagues`;
}

/** A rank is never shown without the places that the data allow. */
function between(
  { candidate, expectedRank }: Report["candidates"][number],
  places: MoreFigures["places"],
): string {
  const found = places?.get(candidate);
  return found === undefined || isMissing(expectedRank) ? "" : ` (${found[0]} to ${found[1]})`;
}

function moreWithJson(rows: number, write: (line: string) => void): void {
  if (rows > MOST_ROWS) write(`  ... ${rows - MOST_ROWS} more with --json`);
}

function heading(text: string, write: (line: string) => void): void {
  write("");
  write(text);
}

function name(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}~` : text.padEnd(24);
}

function figure(x: number): string {
  return x.toFixed(3);
}

function value(x: Maybe<number>): string {
  return isMissing(x) ? `(${x.undefined})` : figure(x).padStart(7);
}

function rank(x: Maybe<number>): string {
  return isMissing(x) ? "-" : x.toFixed(1);
}

function ends(interval: Maybe<readonly [number, number]>): string {
  return isMissing(interval) ? "(no interval)" : `[${figure(interval[0])}, ${figure(interval[1])}]`;
}
