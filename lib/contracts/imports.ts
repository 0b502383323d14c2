import { z } from "zod";
import { contract } from "./contract";
import { id, name } from "./values";

/** About 400,000 ratings: a file that a person still picks by hand. Larger ones go through `npm run import`. */
export const IMPORT_MAX_CHARACTERS = 16_000_000;
/** Enough to see the pattern of what is wrong; the count of all is given beside it. */
export const IMPORT_PROBLEMS_SHOWN = 100;

export const IMPORT_KINDS = ["ratings", "interviews", "candidates"] as const;

export const importPreview = z.object({
  kind: z.enum(IMPORT_KINDS),
  rows: z.int(),
  /** What would be new; what is there already counts as unchanged. */
  creates: z.object({
    openings: z.int(),
    candidates: z.int(),
    members: z.int(),
    interviews: z.int(),
    scorecards: z.int(),
    ratings: z.int(),
  }),
  unchanged: z.int(),
  /** Line 1 is the header. Nothing is written while there is a problem. */
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
  problemCount: z.int(),
  /** What was understood, in words: columns, coding of calibration, opening. */
  notes: z.array(z.string()),
});
export type ImportPreview = z.output<typeof importPreview>;

const file = z.strictObject({
  /** The opening that ratings belong to when the file has no `opening` column. */
  openingTitle: name.optional(),
  csv: z.string().min(1, "The file is empty").max(IMPORT_MAX_CHARACTERS),
});

export const previewImportContract = contract({
  name: "previewImport",
  method: "POST",
  path: "/imports/preview",
  summary: "Read a CSV file of candidates, interviews or ratings and say what would happen. Writes nothing.",
  input: file,
  output: importPreview,
  heavy: true,
});

export const runImportContract = contract({
  name: "runImport",
  method: "POST",
  path: "/imports",
  summary: "Bring a CSV file in, all or nothing. The same file again changes nothing.",
  input: file,
  output: importPreview.extend({ openingId: id.nullable() }),
  heavy: true,
});
