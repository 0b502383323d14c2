import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, isBipolar, isMarkOf, type RatingValue } from "@/lib/domain/scale";
import type { LineProblem, Row } from "./file";
import { parseInstant } from "./instant";
import { fold } from "./present";

/** One whole scorecard out of a file: everything one rater gave one candidate. */
export interface FileScorecard {
  line: number;
  candidate: string;
  rater: string;
  at: Date | null;
  ratings: Partial<Record<Dimension, RatingValue>>;
  evidence: { dimension: Dimension; text: string }[];
}

export interface FileRatings {
  cards: FileScorecard[];
  ratings: number;
  problems: LineProblem[];
  notes: string[];
}

const NOT_OBSERVED = new Set(["not observed", "not-observed", "n/o", "na", "n/a"]);

/** Turns long-form rows into scorecards; every line that cannot be read is named. */
export function readRatings(rows: readonly Row[], rubric: RubricContent): FileRatings {
  const problems: LineProblem[] = [];
  const coding = calibrationCoding(rows, rubric);
  if (coding === "unclear") {
    problems.push({
      line: 1,
      message:
        "Calibration has only the scores 1 and 2: they could be cells 1-5 or positions −2…+2. Write positions with a sign (+1)",
    });
  }
  const cards = new Map<string, FileScorecard>();
  let ratings = 0;
  for (const row of rows) {
    const read = readRow(row, rubric, coding);
    if (typeof read === "string") {
      problems.push({ line: row.line, message: read });
      continue;
    }
    const key = JSON.stringify([row.opening, row.candidate, row.rater].map((text) => fold(text ?? "")));
    const card = cards.get(key) ?? emptyCard(row);
    cards.set(key, card);
    if (card.ratings[read.dimension]) {
      problems.push({
        line: row.line,
        message: `${row.rater} rates ${row.candidate} on ${read.dimension} a second time`,
      });
      continue;
    }
    card.ratings[read.dimension] = read.value;
    ratings += 1;
    if (read.at && (!card.at || read.at > card.at)) card.at = read.at;
    if (row.evidence) card.evidence.push({ dimension: read.dimension, text: row.evidence });
  }
  return {
    cards: [...cards.values()],
    ratings,
    problems,
    notes: coding === "none" ? [] : [CODING_NOTES[coding]],
  };
}

type Coding = "cells" | "signed" | "unclear" | "none";

const CODING_NOTES: Record<Exclude<Coding, "none">, string> = {
  cells: "Calibration is numbered 1-5 in the file: read as positions −2…+2.",
  signed: "Calibration is read as signed positions −2…+2.",
  unclear: "Calibration's numbering is not clear.",
};

/** A file numbers calibration's five cells 1-5, or writes its positions; the scores themselves tell. */
function calibrationCoding(rows: readonly Row[], rubric: RubricContent): Coding {
  const texts = rows.flatMap((row) =>
    isCalibration(row.dimension ?? "", rubric) && /^[+−-]?\d+$/.test(row.score ?? "")
      ? [row.score ?? ""]
      : [],
  );
  if (texts.length === 0) return "none";
  if (texts.some((text) => Number(text) > 2)) return "cells";
  return texts.some((text) => /^[+−-]|^0$/.test(text)) ? "signed" : "unclear";
}

function isCalibration(text: string, rubric: RubricContent): boolean {
  const dimension = dimensionOf(text, rubric);
  return dimension !== null && isBipolar(dimension);
}

/** A dimension by its key, its name in the rubric, or its number in rubric order. */
function dimensionOf(text: string, rubric: RubricContent): Dimension | null {
  const wanted = text.toLowerCase();
  return (
    DIMENSIONS.find((dimension, index) =>
      [dimension, rubric.dimensions[dimension].name.toLowerCase(), String(index + 1)].includes(wanted),
    ) ?? null
  );
}

function readRow(
  row: Row,
  rubric: RubricContent,
  coding: Coding,
): { dimension: Dimension; value: RatingValue; at: Date | null } | string {
  if (!row.candidate) return "The candidate is empty";
  if (!row.rater) return "The rater is empty";
  const dimension = dimensionOf(row.dimension ?? "", rubric);
  if (!dimension) return `“${row.dimension}” is no dimension: use ${DIMENSIONS.join(", ")} or 1-5`;
  const at = row.at ? parseInstant(row.at) : null;
  if (row.at && !at) return `“${row.at}” is no date: write it as 2026-06-30 or 2026-06-30T14:05Z`;
  const score = row.score ?? "";
  if (NOT_OBSERVED.has(score.toLowerCase())) return { dimension, value: { state: "not-observed" }, at };
  if (score === "") return "The score is empty: write a level, or “not observed”";
  const number = /^[+−-]?\d+$/.test(score) ? Number(score.replace("−", "-")) : Number.NaN;
  const mark = isBipolar(dimension) && coding === "cells" ? number - 3 : number;
  if (!isMarkOf(dimension, mark)) return `“${score}” is no score of ${dimension}`;
  return { dimension, value: { state: "observed", mark }, at };
}

function emptyCard(row: Row): FileScorecard {
  return {
    line: row.line,
    candidate: row.candidate ?? "",
    rater: row.rater ?? "",
    at: null,
    ratings: {},
    evidence: [],
  };
}
