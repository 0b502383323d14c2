/** Where each column stands in a row; null for an optional one that is absent. */
export interface Columns {
  readonly candidate: number;
  readonly rater: number;
  readonly score: number;
  readonly dimension: number | null;
  readonly at: number | null;
  /** Names that are not used. */
  readonly ignored: readonly string[];
}

/** Words people use in their own spreadsheets for the same thing. */
const WORDS: Readonly<Record<"candidate" | "rater" | "score" | "dimension" | "at", readonly string[]>> = {
  candidate: ["candidate", "candidate_id", "applicant", "person"],
  rater: ["rater", "rater_id", "interviewer", "judge"],
  score: ["score", "rating", "level"],
  dimension: ["dimension", "dim", "criterion", "trait", "item"],
  at: ["at", "date", "time", "timestamp", "week"],
};

/** Finds the columns by name, in any order and case; or says which are missing and what was found. */
export function findColumns(header: readonly string[]): Columns | string {
  const names = header.map((name) => name.trim().toLowerCase());
  const place = (column: keyof typeof WORDS) => {
    const found = WORDS[column].map((word) => names.indexOf(word)).find((at) => at >= 0);
    return found ?? null;
  };
  const [candidate, rater, score] = [place("candidate"), place("rater"), place("score")];
  if (candidate === null || rater === null || score === null) {
    const missing = Object.entries({ candidate, rater, score })
      .filter(([, at]) => at === null)
      .map(([name]) => name);
    const list = header.slice(0, 12).map((name) => `"${name.trim().slice(0, 40)}"`);
    return `The first line names the columns, and ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not among them: found ${list.join(", ") || "nothing"}.`;
  }
  const used = { candidate, rater, score, dimension: place("dimension"), at: place("at") };
  const taken = new Set<number | null>(Object.values(used));
  return { ...used, ignored: header.filter((name, at) => !taken.has(at) && name.trim() !== "") };
}

/** The header of each column, as somebody chose it. */
export interface ColumnNames {
  readonly candidate: string;
  readonly rater: string;
  readonly score: string;
  readonly dimension: string | null;
  readonly at: string | null;
}

/** The columns that somebody chose by their headers; or says which of them are not there. */
export function namedColumns(header: readonly string[], names: ColumnNames): Columns | string {
  const trimmed = header.map((name) => name.trim());
  const place = (name: string) => trimmed.indexOf(name);
  const chosen = [names.candidate, names.rater, names.score, names.dimension, names.at];
  const missing = chosen.filter((name) => name !== null && place(name) < 0);
  if (missing.length > 0)
    return `There is no column ${missing.map((name) => `"${name}"`).join(" and ")} in this file.`;
  if (new Set(chosen.filter((name) => name !== null)).size < chosen.filter((name) => name !== null).length)
    return "One column was chosen twice: each stands for one thing.";
  const optional = (name: string | null) => (name === null ? null : place(name));
  return {
    candidate: place(names.candidate),
    rater: place(names.rater),
    score: place(names.score),
    dimension: optional(names.dimension),
    at: optional(names.at),
    ignored: trimmed.filter((name) => name !== "" && !chosen.includes(name)),
  };
}

/** What the columns of a file seem to be, by their names: null where nothing fits. */
export function guessColumns(header: readonly string[]): {
  readonly [Column in keyof ColumnNames]: string | null;
} {
  const trimmed = header.map((name) => name.trim());
  const guess = (column: keyof ColumnNames) => {
    const found = WORDS[column]
      .map((word) => trimmed.findIndex((name) => name.toLowerCase() === word))
      .find((at) => at >= 0);
    return found === undefined ? null : (trimmed[found] ?? null);
  };
  return {
    candidate: guess("candidate"),
    rater: guess("rater"),
    score: guess("score"),
    dimension: guess("dimension"),
    at: guess("at"),
  };
}

const DELIMITERS = [",", ";", "\t"];

/** The separator a first line uses: the one that occurs most. */
export function delimiterOf(firstLine: string): string {
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
