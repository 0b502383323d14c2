import { buildWholeReport } from "../analysis/build-report";
import { withoutDuplicates } from "../analysis/duplicates";
import { panelFigures } from "../analysis/panel/panel-figures";
import { type Table, UnreadableFile } from "../analysis/table";
import { type Options, parseOptions, USAGE } from "./analyze/options";
import { printPanel } from "./analyze/print-panel";
import { readTable } from "./analyze/read-table";
import { printReport } from "./analyze/terminal";
import { writeJson } from "./analyze/write-json";

/** Nothing in the file could be used. */
const NOTHING = 1;
/** The command line or the file is wrong. */
const WRONG = 2;

/** npm run --silent analyze -- FILE.csv: a lead's own spreadsheet in, the whole report out. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === "string") {
    console.error(`${options}\n\n${USAGE}`);
    return WRONG;
  }
  try {
    return await analyze(options);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    console.error(cause.message);
    return WRONG;
  }
}

async function analyze(options: Options): Promise<number> {
  const progress = progressLine(!options.json && process.stderr.isTTY);
  const read = await readTable(options, (lines) => progress(`reading: ${lines} lines`));
  if (options.panel) return analyzePanel(read, options, progress);
  const { report, planned, more } = buildWholeReport(withoutDuplicates(read), options, progress);
  progress("");
  if (options.json) await writeJson(report, process.stdout);
  else if (report.input.ratings > 0) printReport(report, planned, more(), (line) => console.log(line));
  else printReport(report, planned, null, (line) => console.log(line));
  if (report.input.ratings > 0) return 0;
  const first = report.input.skipped[0];
  console.error(
    first
      ? `No line could be used. Line ${first.line}: ${first.reason}.`
      : "The file has column names and no ratings below them.",
  );
  return NOTHING;
}

/** The very figures of a panel sheet on the same ratings. */
async function analyzePanel(
  read: Table,
  options: Options,
  progress: (what: string) => void,
): Promise<number> {
  const figures = panelFigures(read, options, progress);
  progress("");
  if (options.json) await writeJson(figures, process.stdout);
  else printPanel(figures, (line) => console.log(line));
  if (figures.ratings > 0) return 0;
  console.error("No line could be used.");
  return NOTHING;
}

/** One line that overwrites itself, on the error stream so that output stays clean. */
function progressLine(visible: boolean): (text: string) => void {
  return (text) => {
    if (visible) process.stderr.write(`\r\u001b[K${text}`);
  };
}

// A reader that closes early (head, less) has seen enough.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
