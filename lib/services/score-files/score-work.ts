import { withoutDuplicates } from "@/lib/analysis/duplicates";
import { findColumns, guessColumns } from "@/lib/analysis/reading/columns";
import { type Head, readHead } from "@/lib/analysis/reading/read-head";
import { readPieces } from "@/lib/analysis/reading/read-ratings";
import { type Table, UnreadableFile } from "@/lib/analysis/table";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import {
  SCORE_COLUMNS_MAX,
  SCORE_PROBLEMS_SHOWN,
  type ScoreChoices,
  type ScoreFile,
  type ScoreReading,
} from "@/lib/contracts/score-files";
import { sheetOf } from "../panels/sheet-of";
import { fileSource } from "./file-source";

/** What is asked of the bytes of one file: what they say, or the whole sheet. */
export interface ScoreTask {
  pieces: Uint8Array[];
  choices: ScoreChoices | null;
  want: "reading" | "sheet";
  at: Date;
}

export type ScoreResult =
  | { want: "reading"; guess: ScoreFile["guess"]; choices: ScoreChoices | null; reading: ScoreReading }
  | { want: "sheet"; sheet: SheetFigures | null; reason: string };

type Progress = (what: string) => void;

const NOTHING_READ = {
  ...{ ratings: 0, candidates: 0, raters: 0, dimensions: [], problems: [], problemCount: 0, notes: [] },
};
const NO_GUESS = { candidate: null, rater: null, score: null, dimension: null, at: null };
/** The dimension that our own exports score on two sides. */
const TWO_SIDED = /^calibration$/i;

/** Reads a file and, when asked to, computes its sheet. Everything wrong with the file itself is an answer in words. */
export async function scoreWork(task: ScoreTask, progress: Progress): Promise<ScoreResult> {
  try {
    const head = await readHead(task.pieces[0] ?? new Uint8Array());
    const columns = head.columns.map((name) => name.trim()).filter((name) => name !== "");
    const guess = guessColumns(columns);
    const asked = task.choices ?? chosenBy(guess);
    if (asked === null) return nothingRead(task, head, guess, unfound(columns));
    return await readWith(task, head, guess, asked, progress);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return nothingRead(task, { columns: [], sample: [] }, NO_GUESS, cause.message);
  }
}

async function readWith(
  task: ScoreTask,
  head: Head,
  guess: ScoreFile["guess"],
  asked: ScoreChoices,
  progress: Progress,
): Promise<ScoreResult> {
  const read = (choices: ScoreChoices) =>
    readPieces(task.pieces, choices, (lines) => progress(`${lines} lines read`), choices);
  try {
    let choices = asked;
    let table = await read(choices);
    const twoSided = task.choices ? undefined : table.dimensions.find((name) => TWO_SIDED.test(name));
    if (twoSided !== undefined) {
      choices = { ...asked, bipolar: twoSided };
      table = await read(choices);
    }
    if (task.want === "sheet") return sheetFrom(table, choices, task.at, progress);
    const reading = { ...headView(head), ...readingOf(table) };
    return { want: "reading", guess, choices, reading };
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return nothingRead(task, head, guess, cause.message);
  }
}

function sheetFrom(table: Table, choices: ScoreChoices, at: Date, progress: Progress): ScoreResult {
  if (table.score.length === 0)
    return { want: "sheet", sheet: null, reason: table.skipped.listed[0]?.reason ?? "There are no ratings." };
  const sheet = sheetOf(fileSource(table, choices), at, progress);
  // On a page there is no command line to say otherwise on.
  const modelNotes = sheet.modelNotes.map((note) => note.replace(" (--scale says otherwise)", ""));
  return { want: "sheet", sheet: { ...sheet, modelNotes }, reason: "" };
}

function nothingRead(
  { want }: ScoreTask,
  head: Head,
  guess: ScoreFile["guess"],
  problem: string,
): ScoreResult {
  if (want === "sheet") return { want, sheet: null, reason: problem };
  return { want, guess, choices: null, reading: { ...headView(head), ...NOTHING_READ, problem } };
}

const headView = ({ columns, sample }: Head) => ({
  columns: columns.slice(0, SCORE_COLUMNS_MAX),
  sample: sample.map((row) => row.slice(0, SCORE_COLUMNS_MAX)),
});

function readingOf(all: Table): Omit<ScoreReading, "columns" | "sample"> {
  const table = withoutDuplicates(all);
  const { skipped, western, ignoredColumns, unreadTimes } = table;
  const problems = [...skipped.listed].sort((a, b) => a.line - b.line).slice(0, SCORE_PROBLEMS_SHOWN);
  return {
    problem: table.score.length > 0 ? null : (skipped.listed[0]?.reason ?? "There are no rows of ratings."),
    ratings: table.score.length,
    candidates: new Set(table.candidate).size,
    raters: new Set(table.rater).size,
    dimensions: [...table.dimensions],
    problems: problems.map(({ line, reason }) => ({ line, message: reason })),
    problemCount: skipped.count,
    notes: [
      western.lines > 0 &&
        `${western.lines} lines are not UTF-8 and were read as Windows-1252, the first of them line ${western.firstLine}.`,
      ignoredColumns.length > 0 && `Not used: ${ignoredColumns.slice(0, 12).join(", ")}.`,
      unreadTimes.count > 0 &&
        `${unreadTimes.count} times cannot be read; those ratings stay, as given at no known time.`,
    ].filter((note) => note !== false),
  };
}

function chosenBy({ candidate, rater, score, dimension, at }: ScoreFile["guess"]): ScoreChoices | null {
  if (candidate === null || rater === null || score === null) return null;
  return { candidate, rater, score, dimension, at, scale: null, bipolar: null };
}

function unfound(columns: readonly string[]): string {
  const found = findColumns(columns);
  return typeof found === "string" ? found : "The columns were not found.";
}
