import { z } from "zod";
import { contract } from "./contract";
import { sheetFigures } from "./panel-figures";
import { id, instant, name, person, text } from "./values";

/** About two million ratings; a larger file is for `npm run analyze`, which reads it where it is. */
export const SCORE_FILE_MAX_BYTES = 100_000_000;
/** Sent piece by piece: a lost connection costs one piece, and no request is long. */
export const SCORE_PART_BYTES = 1_500_000;
/** Enough to see the pattern of what is wrong; the count of all is given beside it. */
export const SCORE_PROBLEMS_SHOWN = 100;
/** Columns offered for choosing: a spreadsheet wider than this is no list of ratings. */
export const SCORE_COLUMNS_MAX = 200;

const header = text.min(1).max(500);
const ofFile = z.strictObject({ fileId: id });

/** Which column is which, and on what scale its scores are. */
export const scoreChoices = z.strictObject({
  candidate: header,
  rater: header,
  score: header,
  dimension: header.nullable(),
  at: header.nullable(),
  /** Null: 1 to 5 where every score fits it, else what the scores span. */
  scale: z
    .strictObject({ lowest: z.int().min(-1000), highest: z.int().max(1000) })
    .refine(({ lowest, highest }) => lowest < highest, "The lowest level comes before the highest")
    .nullable(),
  /** The dimension scored −2 to +2 with its best in the middle. */
  bipolar: text.min(1).max(500).nullable(),
});
export type ScoreChoices = z.output<typeof scoreChoices>;

const scoreFileRow = z.object({
  fileId: id,
  title: z.string(),
  uploadedBy: person,
  uploadedAt: instant,
  bytes: z.int(),
  /** When it goes by itself; null once kept. */
  expiresAt: instant.nullable(),
  /** Pieces that have arrived, of how many. */
  arrived: z.int(),
  parts: z.int(),
});
export type ScoreFileRow = z.output<typeof scoreFileRow>;

/** What a file says, read with the choices as they stand. */
const reading = z.object({
  /** The names in its first line, and some rows below them as they are written. */
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  /** Why nothing can be read; null when something can. */
  problem: z.string().nullable(),
  ratings: z.int(),
  candidates: z.int(),
  raters: z.int(),
  dimensions: z.array(z.string()),
  /** Lines that are left out, the first of them one by one. Line 1 is the header. */
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
  problemCount: z.int(),
  /** What was understood, in words. */
  notes: z.array(z.string()),
});
export type ScoreReading = z.output<typeof reading>;

const computing = z.object({ state: z.literal("computing"), progress: z.string() });

export const listScoreFilesContract = contract({
  name: "listScoreFiles",
  method: "GET",
  path: "/score-files",
  summary: "Scores of your own brought in to look at: yours, and what other leads kept. For leads.",
  input: z.strictObject({}),
  output: z.object({ files: z.array(scoreFileRow) }),
});

export const addScoreFileContract = contract({
  name: "addScoreFile",
  method: "POST",
  path: "/score-files",
  summary:
    "Announce a file of ratings; its pieces follow. Nothing in it becomes a candidate or a rating here.",
  input: z.strictObject({
    /** Made by the browser: the same id twice is the same file. */
    fileId: id,
    title: name,
    bytes: z
      .int()
      .min(1, "The file is empty")
      .max(SCORE_FILE_MAX_BYTES, "The file is larger than 100 MB; npm run analyze reads it where it is"),
  }),
  output: scoreFileRow,
});

export const sendScorePartContract = contract({
  name: "sendScorePart",
  method: "PUT",
  path: "/score-files/{fileId}/parts/{place}",
  summary: "One piece of an announced file, as base64. Sending it again changes nothing.",
  input: z.strictObject({
    fileId: id,
    place: z.coerce.number().int().min(0).max(1000),
    content: z.base64().max(Math.ceil(SCORE_PART_BYTES / 3) * 4),
  }),
  output: scoreFileRow,
});

export const getScoreFileContract = contract({
  name: "getScoreFile",
  method: "GET",
  path: "/score-files/{fileId}",
  summary:
    "A file of your own scores: its columns, what they are taken for, and every line that is left out.",
  input: ofFile,
  output: scoreFileRow.extend({
    /** Null while a column that is needed has not been found or chosen. */
    choices: scoreChoices.nullable(),
    /** What the names of its columns suggest; null where nothing fits. */
    guess: z.object({
      candidate: z.string().nullable(),
      rater: z.string().nullable(),
      score: z.string().nullable(),
      dimension: z.string().nullable(),
      at: z.string().nullable(),
    }),
    reading: z.discriminatedUnion("state", [computing, reading.extend({ state: z.literal("read") })]),
  }),
});
export type ScoreFile = z.output<typeof getScoreFileContract.output>;

export const chooseScoreColumnsContract = contract({
  name: "chooseScoreColumns",
  method: "PUT",
  path: "/score-files/{fileId}/choices",
  summary: "Say which column is which, and on what scale the scores are.",
  input: ofFile.extend({ choices: scoreChoices }),
  output: ofFile,
});

export const getScoreSheetContract = contract({
  name: "getScoreSheet",
  method: "GET",
  path: "/score-files/{fileId}/sheet",
  summary: "The whole panel sheet of a file of your own scores; while it is being computed, how far it is.",
  input: ofFile,
  output: z.discriminatedUnion("state", [
    computing,
    z.object({ state: z.literal("unreadable"), reason: z.string() }),
    z.object({ state: z.literal("known"), sheet: sheetFigures }),
  ]),
});
export type ScoreSheet = z.output<typeof getScoreSheetContract.output>;

export const keepScoreFileContract = contract({
  name: "keepScoreFile",
  method: "POST",
  path: "/score-files/{fileId}/keeping",
  summary: "Keep the file, for every lead to look at, until somebody discards it.",
  input: ofFile,
  output: scoreFileRow,
});

export const discardScoreFileContract = contract({
  name: "discardScoreFile",
  method: "DELETE",
  path: "/score-files/{fileId}",
  summary: "Remove the file and everything computed from it.",
  input: ofFile,
  output: ofFile,
});
