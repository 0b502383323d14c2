import { z } from "zod";
import { FEWEST_DAYS_ALONE, MOST_DAYS_ALONE } from "@/lib/domain/findings";
import { openingSummary } from "./candidates";
import { contract } from "./contract";
import { peopleFigures, sheetComputing, sheetFigures } from "./panel-figures";
import { rubricVersion } from "./rubric";
import { dimension, id, instant, person, trap } from "./values";

/** How long somebody's own figures are theirs alone before leads read them; null: until they share them. */
export const findingRule = z.strictObject({
  days: z.int().min(FEWEST_DAYS_ALONE, "A week is the least").max(MOST_DAYS_ALONE).nullable(),
});

export const debriefNeed = z.object({
  applicationId: id,
  /** Whose room to go to: the disagreement is between its own interviewers. */
  interviewId: id,
  candidate: person,
  reasons: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("spread"), dimension, from: z.int(), to: z.int() }),
      z.object({ kind: z.literal("split"), from: z.int(), to: z.int() }),
      z.object({ kind: z.literal("trap"), trap, dimension, level: z.int() }),
    ]),
  ),
  /** When it was last debriefed and decided; null where it still needs one. */
  decidedAt: instant.nullable(),
});
export type DebriefNeed = z.output<typeof debriefNeed>;

/** In place of an opening's id: every opening, one panel. */
export const ALL_OPENINGS = "all";

/** A line that splits interviewers, with both anchors and what was written for the same candidate on both sides. */
export const anchorLine = z.object({
  key: z.string(),
  below: z.number(),
  above: z.number(),
  belowAnchor: z.string(),
  aboveAnchor: z.string(),
  evidence: z.array(
    z.object({ applicationId: id, candidate: z.string(), low: z.string(), high: z.string() }),
  ),
});
export type AnchorLine = z.output<typeof anchorLine>;

/** In place of a rubric version's id: scorecards of every version, whatever their anchors say. */
export const ALL_VERSIONS = "all";

/** Which scorecards a sheet reads, and which it could read. */
export const panelFilters = z.object({
  /** People who sat together; the key names exactly them. */
  panels: z.array(z.object({ key: z.string(), names: z.array(z.string()), interviews: z.int() })),
  panel: z.string().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  rubrics: z.array(z.object({ id, number: z.int(), scorecards: z.int() })),
  /** A version's id, or every version; null: the wording in use today. */
  rubric: z.string().nullable(),
  /** Scorecards left out because their anchors are worded differently. */
  otherWording: z.int(),
  /** Numbers of versions read together though their anchors differ. */
  pooled: z.array(z.int()),
});
export type PanelFilters = z.output<typeof panelFilters>;

/** Ids of a whole panel, one after another. */
const PANEL_KEY_MAX_CHARACTERS = 2_000;

export const getPanelSheetContract = contract({
  name: "getPanelSheet",
  method: "GET",
  path: "/panels",
  summary: "How the interviewers of one opening, or of all, agree; from first independent scores.",
  input: z.strictObject({
    openingId: z.union([id, z.literal(ALL_OPENINGS)]).optional(),
    /** Interviews in which exactly these members sat: their ids in order, with commas. */
    panel: z.string().max(PANEL_KEY_MAX_CHARACTERS).optional(),
    /** Scorecards submitted from this day to that one, both included (UTC). */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    rubric: z.union([id, z.literal(ALL_VERSIONS)]).optional(),
  }),
  output: sheetFigures.extend({
    openings: z.array(openingSummary),
    /** Null over all openings together, and where there is none. */
    opening: openingSummary.nullable(),
    rubric: rubricVersion.nullable(),
    /** Interviews left out because you still have to score there. */
    blindInterviews: z.int(),
    findingRule,
    filters: panelFilters,
    /** The lines between levels that split interviewers most, to reword first. */
    anchors: z.array(anchorLine),
    debriefs: z.array(debriefNeed),
    /** Null where the figures are those of the ratings as they stand. */
    computing: sheetComputing.nullable(),
  }),
});
export type PanelSheet = z.output<typeof getPanelSheetContract.output>;

export const getOwnFiguresContract = contract({
  name: "getOwnFigures",
  method: "GET",
  path: "/panels/mine",
  summary: "What the panel's figures say of you, before anybody else reads it.",
  input: z.strictObject({}),
  output: peopleFigures.extend({
    /** Interviews left out because you still have to score there. */
    blindInterviews: z.int(),
    findingRule,
    /** Since when you have figures of your own; null before your first submitted scorecard. */
    toldAt: instant.nullable(),
    sharedAt: instant.nullable(),
    /** When leads may read them; null while only you can open them. */
    opensAt: instant.nullable(),
    /** Leads read them now. */
    open: z.boolean(),
    /** Null where the figures are those of the ratings as they stand. */
    computing: sheetComputing.nullable(),
  }),
});
export type OwnFigures = z.output<typeof getOwnFiguresContract.output>;

export const shareOwnFiguresContract = contract({
  name: "shareOwnFigures",
  method: "POST",
  path: "/panels/mine/sharing",
  summary:
    "Opens your own figures to the leads before the days are over. Not taken back: they may have been read.",
  input: z.strictObject({}),
  output: z.object({ sharedAt: instant }),
});

export const changeFindingRuleContract = contract({
  name: "changeFindingRule",
  method: "PUT",
  path: "/panels/rule",
  summary: "How long somebody's own figures are theirs alone before leads read them.",
  input: findingRule,
  output: findingRule,
});

/** How far a sheet is. "done" and "gone" (its ratings changed): ask for the sheet again. */
export const sheetStep = z.object({
  seq: z.int(),
  state: z.enum(["computing", "failed", "done", "gone"]),
  progress: z.string(),
});
export type SheetStep = z.output<typeof sheetStep>;

export const followSheetContract = contract({
  name: "followSheet",
  method: "GET",
  path: "/panels/progress",
  summary: "How far a sheet of many ratings is, as server-sent events, until it is done.",
  answers: "events",
  input: z.strictObject({
    key: z.string().regex(/^[\w-]{43}$/),
    since: z.coerce.number().int().min(0).optional(),
  }),
  output: sheetStep,
});
