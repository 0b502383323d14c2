import { z } from "zod";
import { instant } from "./values";

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

const panelSizePoint = z.object({ interviewers: z.int(), phi: z.number(), interval: interval.nullable() });
export type PanelSizePoint = z.output<typeof panelSizePoint>;

/** How reliable a candidate's score would be with so many interviewers, and how many .80 takes. */
export const panelSize = figureOf({
  points: z.array(panelSizePoint),
  /** Interviewers a candidate has today, on average. */
  now: z.number(),
  for80: z.int().nullable(),
  /** Between how many it may truly be; null where even the most would perhaps not do. */
  for80Interval: interval.nullable(),
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
