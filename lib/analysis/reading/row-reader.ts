import { type CsvError, type Parser, parse } from "csv-parse";
import type { AnalysisOptions } from "../options";
import { isNamed } from "../prepare";
import { SkippedLines } from "../skipped";
import { type Table, UnreadableFile } from "../table";
import { type ColumnNames, type Columns, delimiterOf, findColumns, namedColumns } from "./columns";
import { asUtf8, TextBytes } from "./decode";
import { GrowingColumn, Labels } from "./growing-column";
import { readScore } from "./read-score";
import { readTime } from "./read-time";

/** Waits for an event or for the parser to fail or close, whichever comes first. */
function settled(parser: Parser, event: "drain" | "end"): Promise<void> {
  return new Promise((resolve) => {
    for (const one of [event, "error", "close"]) parser.once(one, () => resolve());
  });
}

/** An accented name is one name however its accents were typed; plain names cost one look. */
function composed(name: string): string {
  return BEYOND_LATIN.test(name) ? name.normalize("NFC") : name;
}

const BEYOND_LATIN = /[^ -\u02ff]/;

const PROGRESS_LINES = 100_000;

/** The rows of a file as they stream by, collected into a table. */
export class RowReader {
  private readonly skipped = new SkippedLines();
  private readonly unreadTimes = new SkippedLines();
  private readonly text = new TextBytes();
  private readonly labels = {
    candidate: new Labels(),
    rater: new Labels(),
    dimension: new Labels(),
    at: new Labels(),
  };
  private readonly whole = () => new GrowingColumn((length) => new Int32Array(length));
  private readonly columns = {
    candidate: this.whole(),
    rater: this.whole(),
    dimension: this.whole(),
    occasion: this.whole(),
    line: this.whole(),
    score: new GrowingColumn((length) => new Float64Array(length)),
  };
  private found: Columns | null = null;
  private width = 0;
  private lastLine = 0;
  private bipolarSeen = false;
  private unclosed: Table["unclosed"];

  constructor(
    private readonly options: Pick<AnalysisOptions, "bipolar" | "scale">,
    private readonly progress: (lines: number) => void,
    /** Which column is which; left out: found by their names. */
    private readonly names?: ColumnNames,
  ) {}

  async readAll(bytes: AsyncIterable<Buffer>): Promise<void> {
    let parser: Parser | null = null;
    let failure: Error | null = null;
    for await (const chunk of asUtf8(bytes)) {
      if (chunk.includes(0)) {
        throw new UnreadableFile("This is not a text file (it holds zero bytes). Save it as CSV in UTF-8.");
      }
      const lines = this.text.push(chunk);
      if (parser === null) {
        parser = this.parserFor(chunk);
        parser.on("error", (cause: Error) => {
          failure = cause;
        });
        parser.resume();
      }
      if (lines.length > 0 && !parser.write(lines)) await settled(parser, "drain");
      if (failure !== null) throw failure;
    }
    if (parser === null) throw new UnreadableFile("The file is empty.");
    const last = parser;
    last.end(this.text.finish());
    await settled(last, "end");
    if (failure !== null) throw failure;
  }

  private parserFor(first: Buffer) {
    const head = first.toString("utf8").split(/\r?\n/, 1)[0] ?? "";
    return parse({
      bom: true,
      trim: true,
      delimiter: delimiterOf(head),
      skip_empty_lines: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) this.unreadable(error, Number("lines" in error ? error.lines : 0));
        return undefined;
      },
      on_record: (record: string[], context) => {
        this.read(record, context.lines);
        return null;
      },
    });
  }

  /** A quote that is never closed takes every line after it: all of them are named, not the last alone. */
  private unreadable(error: CsvError, line: number): void {
    if (error.code !== "CSV_QUOTE_NOT_CLOSED") {
      this.skipped.add(line, `not readable as CSV: ${error.message}`);
      return;
    }
    const from = this.lastLine + 1;
    this.unclosed = { from, to: line };
    for (let lost = from; lost <= line; lost++)
      this.skipped.add(lost, `a quote opened in line ${from} is never closed; left out`);
  }

  private read(record: readonly string[], line: number): void {
    this.lastLine = line;
    if (this.found === null) {
      const found = this.names ? namedColumns(record, this.names) : findColumns(record);
      if (typeof found === "string") throw new UnreadableFile(found);
      this.found = found;
      this.width = record.length;
      return;
    }
    if (record.length > this.width && record.slice(this.width).some((cell) => cell !== "")) {
      const reason = `${record.length} cells where the first line names ${this.width} (a decimal comma, or a comma in a name?); left out`;
      this.skipped.add(line, reason);
      return;
    }
    if (line % PROGRESS_LINES === 0) this.progress(line);
    const at = this.found;
    const candidate = composed(record[at.candidate] ?? "");
    const rater = composed(record[at.rater] ?? "");
    if (candidate === "" || rater === "") {
      this.skipped.add(line, candidate === "" ? "no candidate; left out" : "no rater; left out");
      return;
    }
    const dimension = at.dimension === null ? "" : composed(record[at.dimension] ?? "");
    if (at.dimension !== null && dimension === "") {
      this.skipped.add(line, "no dimension; left out");
      return;
    }
    const isBipolar = isNamed(dimension, this.options.bipolar);
    this.bipolarSeen ||= isBipolar;
    const score = readScore(record[at.score] ?? "", isBipolar, this.options.scale);
    if (typeof score === "string") {
      this.skipped.add(line, score);
      return;
    }
    this.columns.candidate.push(this.labels.candidate.numberOf(candidate));
    this.columns.rater.push(this.labels.rater.numberOf(rater));
    this.columns.dimension.push(this.labels.dimension.numberOf(dimension));
    this.columns.occasion.push(at.at === null ? 0 : this.labels.at.numberOf(this.time(record[at.at], line)));
    this.columns.line.push(line);
    this.columns.score.push(score);
  }

  private time(written = "", line: number): string {
    const time = readTime(written);
    if (time === null) this.unreadTimes.add(line, written);
    return time ?? "";
  }

  /** A name no dimension bears would fold nothing and drop every score below the scale: a misspelling stops. */
  private requireBipolar({ dimension }: Columns): void {
    const { bipolar } = this.options;
    const names = this.labels.dimension.names;
    if (bipolar === null || dimension === null || this.bipolarSeen || names.length === 0) return;
    throw new UnreadableFile(
      `There is no dimension "${bipolar}" to fold. The file has: ${names.join(", ")}.`,
    );
  }

  finish(): Table {
    if (this.found === null) throw new UnreadableFile("The file is empty: not even a line of column names.");
    this.requireBipolar(this.found);
    return {
      ...(this.unclosed && { unclosed: this.unclosed }),
      candidate: this.columns.candidate.finish(),
      rater: this.columns.rater.finish(),
      dimension: this.columns.dimension.finish(),
      occasion: this.columns.occasion.finish(),
      times: this.labels.at.names,
      score: this.columns.score.finish(),
      line: this.columns.line.finish(),
      candidates: this.labels.candidate.names,
      raters: this.labels.rater.names,
      dimensions: this.found.dimension === null ? [] : this.labels.dimension.names,
      skipped: this.skipped,
      ignoredColumns: this.found.ignored,
      unreadTimes: this.unreadTimes,
      western: { lines: this.text.lines, firstLine: this.text.firstLine },
    };
  }
}
