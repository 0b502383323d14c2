import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { DimensionRatings, Ratings } from "../../stats/ratings";
import type { ReferenceCase } from "./case";

/** Columns of a long table under the words the cases use, each value as it was written. */
export type LongTable = ReadonlyMap<string, readonly string[]>;

const matrix = z.array(z.array(z.number().nullable()));
const rows = z.array(z.array(z.union([z.number(), z.string(), z.null()])));

/** Other words the cases and public data sets use for the same column. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  candidate: ["candidate", "person", "unit", "subject", "target", "ratee", "p", "d"],
  rater: ["rater", "interviewer", "judge", "coder", "r", "s"],
  dimension: ["dimension", "dim", "trait", "item", "criterion", "i"],
  score: ["score", "rating", "y", "x", "value"],
  time: ["week", "time", "t", "at", "month", "day"],
};

/** A case's table of units x raters, null where nobody rated; from the matrix, or from long rows. */
export function readMatrix(subject: ReferenceCase): (number | null)[][] {
  if (subject.data.ratings !== undefined) return matrix.parse(subject.data.ratings);
  const long = readRatings(subject);
  const table = Array.from({ length: long.units }, () => new Array<number | null>(long.raters).fill(null));
  for (let k = 0; k < long.score.length; k++) {
    const row = table[long.unit[k] ?? 0];
    if (row) row[long.rater[k] ?? 0] = long.score[k] ?? null;
  }
  return table;
}

/** The long table of a case: rows with their layout, or a CSV (plain or gzipped) in the case's folder. */
export function readLong(subject: ReferenceCase): LongTable {
  if (typeof subject.data.file === "string") return readCsv(path.join(subject.folder, subject.data.file));
  if (subject.data.rows !== undefined) return readRows(subject);
  const table = matrix.parse(subject.data.ratings);
  const cells = table
    .flatMap((row, u) => row.map((score, r) => ({ u, r, score })))
    .filter((c) => c.score !== null);
  return new Map([
    ["candidate", cells.map((c) => String(c.u + 1))],
    ["rater", cells.map((c) => String(c.r + 1))],
    ["score", cells.map((c) => String(c.score))],
  ]);
}

/** The column under its own name or a synonym; null when the table has none. */
export function findColumn(table: LongTable, name: string): readonly string[] | null {
  for (const word of SYNONYMS[name] ?? [name]) {
    const found = table.get(word);
    if (found) return found;
  }
  return null;
}

/** As findColumn, but the case cannot be run without it. */
export function requireColumn(table: LongTable, name: string): readonly string[] {
  const found = findColumn(table, name);
  if (!found) throw new Error(`no column "${name}" among ${[...table.keys()].join(", ")}`);
  return found;
}

/** A column of numbers; one that is none would poison every sum, so it stops the case, with its place. */
export function requireNumbers(table: LongTable, name: string): Float64Array {
  return numbersOf(requireColumn(table, name), name);
}

export function numbersOf(column: readonly string[], name: string): Float64Array {
  return Float64Array.from(column, (written, row) => {
    const value = written === "" ? Number.NaN : Number(written);
    if (Number.isFinite(value)) return value;
    throw new Error(`row ${row + 1} of the table: "${written}" is no ${name}`);
  });
}

/** Candidates, raters and scores as numbered columns, with their labels. */
export interface LabelledRatings extends Ratings {
  readonly unitLabels: readonly string[];
  readonly raterLabels: readonly string[];
}

export function readRatings(subject: ReferenceCase): LabelledRatings {
  const table = readLong(subject);
  const units = numberLabels(
    requireColumn(table, "candidate"),
    labelList(subject, "candidate_labels", "persons"),
  );
  const raters = numberLabels(requireColumn(table, "rater"), labelList(subject, "rater_labels", "raters"));
  return {
    unit: units.index,
    rater: raters.index,
    score: requireNumbers(table, "score"),
    units: units.labels.length,
    raters: raters.labels.length,
    unitLabels: units.labels,
    raterLabels: raters.labels,
  };
}

/** As LabelledRatings, with the dimension of each rating; one dimension where the case has no such column. */
export interface LabelledDimensions extends LabelledRatings, DimensionRatings {
  readonly dimensionLabels: readonly string[];
}

export function readDimensions(subject: ReferenceCase): LabelledDimensions {
  const ratings = readRatings(subject);
  const column = findColumn(readLong(subject), "dimension") ?? Array.from(ratings.score, () => "1");
  const { index, labels } = numberLabels(column, labelList(subject, "traits", "dimension_labels"));
  return { ...ratings, dimension: index, dimensions: labels.length, dimensionLabels: labels };
}

/** Gives each label a number, in the order of the labels; `names` replaces 1-based codes where a case has it. */
export function numberLabels(column: readonly string[], names: readonly string[] | null = null) {
  const codes = [...new Set(column)].sort(byNumberThenWord);
  const numbers = new Map(codes.map((code, at) => [code, at]));
  const index = Int32Array.from(column, (code) => numbers.get(code) ?? 0);
  return { index, labels: codes.map((code) => names?.[Number(code) - 1] ?? code) };
}

function byNumberThenWord(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : 1;
}

/** Names a case lists for its codes, under any of the given keys. */
export function labelList(subject: ReferenceCase, ...keys: string[]): readonly string[] | null {
  for (const key of keys) {
    const found = z.array(z.coerce.string()).safeParse(subject.data[key]);
    if (found.success) return found.data;
  }
  return null;
}

function readRows(subject: ReferenceCase): LongTable {
  const values = rows.parse(subject.data.rows).filter((row) => !row.includes(null) && !row.includes("NA"));
  const width = values[0]?.length ?? 0;
  const at = values.findIndex((row) => row.length !== width);
  if (at >= 0) throw new Error(`row ${at + 1} has ${values[at]?.length} entries, the first has ${width}`);
  const names = columnNames(subject.data.layout, width);
  return new Map(names.map((name, column) => [name, values.map((row) => String(row[column]))]));
}

/** The columns' names a layout gives, in brackets or as a plain list ("rows candidate,rater,dim,score"). */
function columnNames(layout: unknown, width: number): readonly string[] {
  const text = typeof layout === "string" ? layout.toLowerCase() : "";
  const lists = [...text.matchAll(/[[(]([^\])]*)[\])]|([\w.]+(?:\s*,\s*[\w.]+)+)/g)].map((found) =>
    (found[1] ?? found[2] ?? "").split(",").map((word) => word.trim().replace(/^["']|["']$/g, "")),
  );
  const fitting = lists.filter((names) => names.length === width).at(-1);
  if (fitting) return fitting;
  if (width === 3 && lists.length === 0) return ["candidate", "rater", "score"];
  // No row at all is an empty table, whatever its columns are called.
  if (width === 0) return lists.at(-1) ?? ["candidate", "rater", "score"];
  throw new Error(`the layout "${text}" does not name the ${width} columns of the rows`);
}

function readCsv(file: string): LongTable {
  const bytes = readFileSync(file);
  const content = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  const lines = z
    .array(z.array(z.string()))
    .parse(parse(content, { bom: true, trim: true, skip_empty_lines: true }));
  const names = (lines[0] ?? []).map((name) => name.toLowerCase());
  const scoreAt = names.findIndex((name) => SYNONYMS.score?.includes(name));
  if (scoreAt < 0) return wideTable(names, lines.slice(1));
  const body = lines.slice(1).filter((line) => isScore(line[scoreAt]));
  return new Map(names.map((name, column) => [name, body.map((line) => line[column] ?? "")]));
}

/** A file without a score column is a table of units by raters, with or without a column naming the unit. */
function wideTable(names: readonly string[], lines: readonly (readonly string[])[]): LongTable {
  // A single letter is more likely a rater's name than the unit's column.
  const unitAt = names.findIndex((name) => name.length > 1 && SYNONYMS.candidate?.includes(name));
  const cells = lines.flatMap((line, row) =>
    line.flatMap((score, column) =>
      column !== unitAt && isScore(score)
        ? [{ unit: unitAt < 0 ? String(row + 1) : (line[unitAt] ?? ""), rater: names[column] ?? "", score }]
        : [],
    ),
  );
  return new Map([
    ["candidate", cells.map((cell) => cell.unit)],
    ["rater", cells.map((cell) => cell.rater)],
    ["score", cells.map((cell) => cell.score)],
  ]);
}

/** R writes NA for a rating nobody gave. */
function isScore(written: string | undefined): boolean {
  return written !== undefined && written !== "" && written !== "NA";
}
