import { z } from "zod";
import { id } from "./values";

const notEnough = { state: z.literal("not-enough"), reason: z.string() };

/**
 * What an average interviewer would have given: the scorecard composites with each interviewer's severity taken out,
 * shrunk towards the mean the fewer scorecards there are. A diagnostic beside the raw composite, never the sort key.
 */
export const fairScore = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("known"),
    value: z.number(),
    se: z.number(),
    /** 95 %, on the composite's scale; may reach a little beyond 1 or 5. */
    interval: z.tuple([z.number(), z.number()]),
    /** Share of the candidates' true differences that it sees, 0..1; below .5 it is greyed. Null: none differ. */
    reliability: z.number().nullable(),
    /** Scorecards behind it. */
    n: z.int(),
  }),
  z.object({ ...notEnough, n: z.int() }),
]);
export type FairScore = z.output<typeof fairScore>;

/** Two candidates by their fair scores; every unordered pair once, `a` before `b` in the order of the candidates. */
export const fairPair = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("known"),
    a: id,
    b: id,
    /** P(a is better than b), from the joint covariance: shared interviewers' errors cancel. */
    probability: z.number(),
    /** Fair score of a less that of b. */
    difference: z.number(),
    /** True when the probability for one of them is above `CLEARLY_BETTER` (.95). */
    toldApart: z.boolean(),
  }),
  z.object({ ...notEnough, a: id, b: id }),
]);
export type FairPair = z.output<typeof fairPair>;

/** Groups from the highest fair score down; within one, nobody is clearly behind its leader. */
export const tieGroups = z.discriminatedUnion("state", [
  z.object({ state: z.literal("known"), groups: z.array(z.array(id)) }),
  z.object(notEnough),
]);

/** What the fair scores were fitted on: all scorecards of the opening that the viewer may see. */
export const fairModel = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("known"),
    /** "integrated": variances integrated over a prior (few candidates); "exact": fitted by REML. */
    method: z.enum(["integrated", "exact"]),
    /** Points of the composite: scale of the half-normal priors on both effects' standard deviations; null without. */
    priorScale: z.number().nullable(),
    candidates: z.int(),
    interviewers: z.int(),
    scorecards: z.int(),
    /** Scorecards without a composite of their own: too few observed dimensions. */
    leftOut: z.int(),
    /** Groups of interviewers that no chain of shared candidates links; 1 when all are linked. */
    panels: z.int(),
    /** Standard deviations, in points of the composite. */
    spread: z.object({ candidates: z.number(), interviewers: z.number(), residual: z.number() }),
  }),
  z.object(notEnough),
]);
export type FairModel = z.output<typeof fairModel>;
