import { CsvError, parse } from "csv-parse/sync";
import type { IMPORT_KINDS } from "@/lib/contracts/imports";
import { NOTE_MAX_CHARACTERS } from "@/lib/contracts/limits";
import { NAME_MAX_CHARACTERS } from "@/lib/contracts/values";
import { restored } from "@/lib/domain/spreadsheet-text";

export type ImportKind = (typeof IMPORT_KINDS)[number];
export type Column = "candidate" | "rater" | "dimension" | "score" | "at" | "evidence" | "opening" | "email";
export type Row = { line: number } & Partial<Record<Column, string>>;
export interface LineProblem {
  line: number;
  message: string;
}

export interface ImportFile {
  kind: ImportKind;
  rows: Row[];
  problems: LineProblem[];
  notes: string[];
}

/** Other names that spreadsheets give the columns. */
const COLUMN_NAMES: Record<string, Column> = {
  candidate: "candidate",
  applicant: "candidate",
  name: "candidate",
  rater: "rater",
  interviewer: "rater",
  dimension: "dimension",
  dim: "dimension",
  score: "score",
  level: "score",
  rating: "score",
  at: "at",
  date: "at",
  time: "at",
  scheduled: "at",
  evidence: "evidence",
  note: "evidence",
  opening: "opening",
  job: "opening",
  email: "email",
  "e-mail": "email",
};

const NEEDED: Record<ImportKind, readonly Column[]> = {
  ratings: ["candidate", "rater", "dimension", "score"],
  interviews: ["candidate", "rater", "at"],
  candidates: ["candidate"],
};

/** Reads the text of a CSV file: which columns it has, what kind of file it is, its rows with their line numbers. */
export function readFile(csv: string): ImportFile {
  const parsed = parseCsv(csv);
  if ("message" in parsed) return broken([parsed]);
  const [header, ...records] = parsed;
  if (!header) return broken([{ line: 1, message: "The file is empty" }]);
  const columns = header.cells.map((cell) => COLUMN_NAMES[cell.trim().toLowerCase()] ?? null);
  const kind = kindOf(columns);
  const missing = NEEDED[kind].filter((column) => !columns.includes(column));
  const notes = [`Read as ${kind}: ${columns.filter(Boolean).join(", ")}.`];
  const ignored = header.cells.filter((_, index) => columns[index] === null);
  if (ignored.length > 0) notes.push(`Columns left out: ${ignored.join(", ")}.`);
  if (missing.length > 0) {
    return { ...broken([{ line: 1, message: `The header lacks ${missing.join(", ")}` }]), kind, notes };
  }
  const problems: LineProblem[] = [];
  const rows = records.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      problems.push({ line, message: `${cells.length} cells where the header has ${header.cells.length}` });
    }
    const row = rowOf(line, columns, cells);
    const fault = faultIn(row, cells);
    if (fault) problems.push({ line, message: fault });
    return row;
  });
  if (rows.length === 0) problems.push({ line: 1, message: "There is a header and nothing under it" });
  return { kind, rows, problems, notes };
}

function rowOf(line: number, columns: readonly (Column | null)[], cells: readonly string[]): Row {
  const entries = columns.flatMap((column, index) =>
    column ? [[column, restored((cells[index] ?? "").trim())]] : [],
  );
  return { line, ...Object.fromEntries(entries) } as Row;
}

/** The limits of a form hold for a file too. */
const LONGEST: Partial<Record<Column, number>> = {
  candidate: NAME_MAX_CHARACTERS,
  rater: NAME_MAX_CHARACTERS,
  opening: NAME_MAX_CHARACTERS,
  evidence: NOTE_MAX_CHARACTERS,
};

/** What stands in a file's text where its bytes were no UTF-8. */
const UNREAD = "\ufffd";

function faultIn(row: Row, cells: readonly string[]): string | null {
  if (cells.some((cell) => cell.includes(UNREAD)))
    return "A character here could not be read. Save the file as CSV in UTF-8 and try again";
  for (const [column, most] of Object.entries(LONGEST) as [Column, number][]) {
    const length = row[column]?.length ?? 0;
    if (length > most) return `The ${column} has ${length} characters; ${most} is the most`;
  }
  return null;
}

function kindOf(columns: readonly (Column | null)[]): ImportKind {
  if (columns.includes("score")) return "ratings";
  return columns.includes("rater") || columns.includes("at") ? "interviews" : "candidates";
}

function broken(problems: LineProblem[]): ImportFile {
  return { kind: "candidates", rows: [], problems, notes: [] };
}

interface CsvRecord {
  line: number;
  cells: string[];
}

function parseCsv(csv: string): CsvRecord[] | LineProblem {
  if (csv.includes("\u0000"))
    return { line: 1, message: "This is not a text file. Export it as CSV and try again" };
  try {
    const lines: number[] = [];
    const records = parse(csv, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(csv),
      on_record(record: string[], info) {
        lines.push(info.lines);
        return record;
      },
    });
    return records.map((cells, index) => ({ line: lines[index] ?? 0, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error.lines ?? 1), message: `This line cannot be read as CSV: ${error.message}` };
  }
}

/** Spreadsheets in some countries separate by semicolon or tab; the header line shows which. */
function delimiterOf(csv: string): string {
  const header = csv.slice(0, csv.indexOf("\n") + 1 || csv.length);
  const count = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}
