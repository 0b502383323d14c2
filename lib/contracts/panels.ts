import { z } from "zod";
import { FEWEST_DAYS_ALONE, MOST_DAYS_ALONE } from "@/lib/domain/findings";
import { openingSummary } from "./candidates";
import { contract } from "./contract";
import { rubricVersion } from "./rubric";
import { dimension, id, instant, person, trap } from "./values";

/** Why there is no figure: a sentence, and the few words that fit beside a row ("needs 3 more candidates"). */
const notEnough = z.object({ state: z.literal("not-enough"), reason: z.string(), short: z.string() });
export type NotEnough = z.output<typeof notEnough>;
const figureOf = <T extends z.ZodRawShape>(known: T) =>
  z.discriminatedUnion("state", [z.object({ state: z.literal("known"), ...known }), notEnough]);
const interval = z.tuple([z.number(), z.number()]);

/** A figure, or in words why there is none and what is missing. Never a 0 in its place. */
export const figure = figureOf({ value: z.number(), interval: interval.nullable() });
export type Figure = z.output<typeof figure>;

/** Somebody a sheet speaks of: a member, or a name out of a file. */
const named = z.object({ id: z.string(), name: z.string() });

export const panelDimension = z.object({
  key: z.string(),
  name: z.string(),
  /** Its levels, low end first; empty where scores are measurements. */
  levels: z.array(z.number()),
  /** Scored on two sides of a best middle. */
  bipolar: z.boolean(),
  /** Candidates with two or more observed ratings: the units of agreement. */
  units: z.int(),
  /** How many of those candidates have a largest difference of 0, 1, 2 ... points. */
  spread: z.array(z.int()),
  /** Share of pairs of interviewers on the same candidate who gave the same mark, mean over candidates. */
  percentAgreement: figure,
  /** The same, counting neighbours as agreeing. */
  withinOne: figure,
  /** Krippendorff's alpha, ordinal, on the signed scale for calibration. */
  alpha: figure,
  /** At which line between two levels interviewers part: what its two anchors do. */
  boundaries: figureOf({
    lines: z.array(
      z.object({
        below: z.number(),
        above: z.number(),
        /** Pairs of marks on both sides of the line. */
        parted: z.int(),
        /** Of all disagreement on the dimension. */
        share: z.number(),
        /** On "above it or not", beyond chance; null where it cannot be told. */
        agreement: z.number().nullable(),
      }),
    ),
  }),
});
export type PanelDimension = z.output<typeof panelDimension>;

/** How harsh one interviewer is, allowing for whom they saw; positive is harsher than the panel. */
export const panelSeverity = figureOf({
  value: z.number(),
  interval,
  verdict: z.enum(["harsher", "milder", "in line"]),
});
export type PanelSeverity = z.output<typeof panelSeverity>;

/** Does one impression colour the whole sheet? `value`: mean correlation of two dimensions beyond what others saw. */
export const panelHalo = figureOf({
  value: z.number(),
  sheets: z.int(),
  raw: z.number().nullable(),
  spreadRatio: z.number().nullable(),
  identicalShare: z.number(),
});
/** Who keeps to the middle. `value`: how far own scores move with the others' mean; beside the panel's slope, not 1. */
export const panelRange = figureOf({
  value: z.number().nullable(),
  interval: interval.nullable(),
  ratings: z.int(),
  middleShare: z.number(),
  extremeShare: z.number(),
  spreadRatio: z.number().nullable(),
});
const driftPoint = z.object({
  at: instant,
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
  outside: z.boolean(),
});
/** Scorecards in order of time: above 0 is harsher than that person's usual. */
export const panelDrift = figureOf({ points: z.array(driftPoint) });

/** What the figures say of one interviewer. */
export const personFigures = z.object({
  /** By dimension, how often this interviewer gave each of its levels, in their order. */
  use: z.record(z.string(), z.array(z.int())),
  severity: panelSeverity,
  halo: panelHalo,
  range: panelRange,
  drift: panelDrift,
});
export type PersonFigures = z.output<typeof personFigures>;

export const panelInterviewer = z.object({
  member: named,
  scorecards: z.int(),
  candidates: z.int(),
  /** Candidates that somebody else scored too. */
  sharedCandidates: z.int(),
  /** Ratings marked "not observed", by dimension. */
  notObserved: z.record(z.string(), z.int()),
  /** A finding about a person is shown to that person first: until then nobody else has it. */
  figures: z.discriminatedUnion("state", [
    personFigures.extend({ state: z.literal("open") }),
    z.object({
      state: z.literal("private"),
      /** When it opens by itself; null where only that person may open it. */
      opensAt: instant.nullable(),
    }),
  ]),
});
export type PanelInterviewer = z.output<typeof panelInterviewer>;

const panelSizePoint = z.object({ interviewers: z.int(), phi: z.number() });
export type PanelSizePoint = z.output<typeof panelSizePoint>;

/** How reliable a candidate's score would be with so many interviewers, and how many .80 takes. */
export const panelSize = figureOf({
  points: z.array(panelSizePoint),
  /** Interviewers a candidate has today, on average. */
  now: z.number(),
  for80: z.int().nullable(),
});
export type PanelSize = z.output<typeof panelSize>;

/** What a sheet says of any table of ratings: real scorecards, or a file of somebody's own. */
export const sheetFigures = z.object({
  candidates: z.int(),
  scorecards: z.int(),
  dimensions: z.array(panelDimension),
  /** By name, never by rank. */
  interviewers: z.array(panelInterviewer),
  panelSize,
  /** How far all interviewers together move with the others' mean: what each is compared with. */
  poolSlope: z.number().nullable(),
  /** Whether everybody can be compared with everybody. */
  links: z.object({
    groups: z.array(z.array(named)),
    /** Without one of these the others would fall apart. */
    cut: z.array(named),
    /** The one interview, not yet held, that would help comparisons most. */
    extra: figureOf({ candidate: z.string(), interviewer: named, gain: z.number() }),
  }),
  /** What each position of the two-sided dimension counts as; empty where there is none. */
  fold: z.array(z.object({ position: z.number(), quality: z.number() })),
  /** What a reader must know before leaning on severities and panel size. */
  modelNotes: z.array(z.string()),
  computedAt: instant,
});
export type SheetFigures = z.output<typeof sheetFigures>;

/** A sheet of more ratings than are fitted while somebody waits: what is under way for the ratings as they stand. */
export const sheetComputing = z.object({
  /** Names it to `followSheet`. */
  key: z.string(),
  ratings: z.int(),
  progress: z.string(),
  /** It will not come: `progress` says why. */
  failed: z.boolean(),
  /** What stands on the screen meanwhile: the figures of some ratings fewer, or none yet. */
  shown: z.enum(["earlier", "nothing"]),
});
export type SheetComputing = z.output<typeof sheetComputing>;

/** What a sheet says of people: a part of it, so that one's own page draws the same figures. */
export const peopleFigures = sheetFigures
  .pick({
    interviewers: true,
    poolSlope: true,
    fold: true,
    modelNotes: true,
    computedAt: true,
  })
  .extend({
    dimensions: z.array(panelDimension.pick({ key: true, name: true, levels: true, bipolar: true })),
  });
export type PeopleFigures = z.output<typeof peopleFigures>;

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
