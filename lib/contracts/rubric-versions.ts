import { z } from "zod";
import { ANCHOR_MAX_CHARACTERS } from "@/lib/domain/default-rubric";
import { contract } from "./contract";
import { REASON_MAX_CHARACTERS } from "./limits";
import { fold, rubricVersion, weights } from "./rubric";
import { dimension, id, text } from "./values";

const NAME_CHARACTERS = 40;
const LINE_CHARACTERS = 160;
const PROBES_MOST = 8;

const line = text.trim().max(LINE_CHARACTERS, `At most ${LINE_CHARACTERS} characters`);
const shortName = text.trim().max(NAME_CHARACTERS, `At most ${NAME_CHARACTERS} characters`);
const anchor = text.trim().max(ANCHOR_MAX_CHARACTERS, `At most ${ANCHOR_MAX_CHARACTERS} characters`);

const words = { name: shortName, hint: line, probes: z.array(line.min(1)).max(PROBES_MOST) };
const levelled = z.strictObject({
  ...words,
  anchors: z.strictObject({ "1": anchor, "2": anchor, "3": anchor, "4": anchor, "5": anchor }),
});
const twoSided = z.strictObject({
  ...words,
  anchors: z.strictObject({ "-2": anchor, "-1": anchor, "0": anchor, "1": anchor, "2": anchor }),
});
const trapWords = z.strictObject({ name: shortName, sign: line });

/** A rubric as it is edited, sent and kept in a file: bounded text, every mark of every dimension named. */
export const rubricText = z.strictObject({
  content: z.strictObject({
    question: line,
    dimensions: z.strictObject({
      ownership: levelled,
      noticing: levelled,
      consequence: levelled,
      fix: levelled,
      calibration: twoSided,
    }),
    poles: z.strictObject({ low: shortName, high: shortName }),
    traps: z.strictObject({
      "fake-mistake": trapWords,
      "teams-mistake": trapWords,
      "no-noticing": trapWords,
      "no-consequence-no-fix": trapWords,
    }),
  }),
  weights,
  fold,
});
export type RubricText = z.output<typeof rubricText>;

/** Where the JSON Schema of a rubric file stands, for good; a new shape gets a new number. */
export const RUBRIC_SCHEMA_PATH = "/schemas/rubric-1.json";

/** A rubric as a file: what an organisation exports, edits elsewhere, and brings in as a draft. */
export const rubricFile = z.strictObject({
  $schema: z.string().optional(),
  plumbline: z.literal("rubric").describe("What kind of file this is"),
  ...rubricText.shape,
});
export type RubricFile = z.output<typeof rubricFile>;

/** Larger than any rubric within its limits. */
export const RUBRIC_FILE_MAX_CHARACTERS = 60_000;

export const listedRubric = rubricVersion.extend({
  revision: z.int(),
  /** Interviews that are scored on it, for ever. */
  interviews: z.int(),
});
export type ListedRubric = z.output<typeof listedRubric>;

export const listRubricsContract = contract({
  name: "listRubrics",
  method: "GET",
  path: "/rubrics",
  summary: "Every rubric version, newest first. A draft is there for leads alone.",
  input: z.strictObject({}),
  output: z.object({ versions: z.array(listedRubric), currentId: id, mayEdit: z.boolean() }),
});
export type RubricList = z.output<typeof listRubricsContract.output>;

const rubricId = z.strictObject({ rubricId: id });

export const draftRubricContract = contract({
  name: "draftRubric",
  method: "POST",
  path: "/rubrics",
  summary: "Begin a draft from a version, or from a rubric file. One draft at a time.",
  input: z.strictObject({ fromId: id.optional(), file: rubricFile.optional() }),
  output: listedRubric,
});

export const changeRubricDraftContract = contract({
  name: "changeRubricDraft",
  method: "PUT",
  path: "/rubrics/{rubricId}",
  summary: "Save a draft as it now reads. Refused when somebody else saved since `revision`.",
  input: z.strictObject({ rubricId: id, revision: z.int().nonnegative(), ...rubricText.shape }),
  output: z.object({ rubricId: id, revision: z.int() }),
});

export const discardRubricDraftContract = contract({
  name: "discardRubricDraft",
  method: "DELETE",
  path: "/rubrics/{rubricId}",
  summary: "Throw a draft away. A published version is never thrown away.",
  input: rubricId,
  output: rubricId,
});

export const publishRubricDraftContract = contract({
  name: "publishRubricDraft",
  method: "POST",
  path: "/rubrics/{rubricId}/publication",
  summary:
    "Publish a draft: new interviews use it, it never changes again, and interviews under way keep theirs.",
  input: z.strictObject({
    rubricId: id,
    revision: z.int().nonnegative(),
    reason: text.trim().min(1, "Say why this version differs").max(REASON_MAX_CHARACTERS),
  }),
  output: z.object({
    rubricId: id,
    number: z.int(),
    /** Anchors changed here: whoever was ready practises again. */
    changedAnchors: z.array(dimension),
  }),
});

export const retireRubricContract = contract({
  name: "retireRubric",
  method: "POST",
  path: "/rubrics/{rubricId}/retirement",
  summary: "Take a published version out of use. What was scored on it stays; one version is always left.",
  input: rubricId,
  output: rubricId,
});

export const reinstateRubricContract = contract({
  name: "reinstateRubric",
  method: "DELETE",
  path: "/rubrics/{rubricId}/retirement",
  summary: "Take a retired version back into use: its retirement was a slip.",
  input: rubricId,
  output: rubricId,
});

export const exportRubricContract = contract({
  name: "exportRubric",
  method: "GET",
  path: "/rubrics/{rubricId}/file",
  summary: `A version as a JSON file; its schema stands at ${RUBRIC_SCHEMA_PATH}.`,
  answers: "file",
  input: rubricId,
  output: z.string(),
});
