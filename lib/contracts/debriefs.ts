import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/debrief";
import { reason } from "./amendments";
import { contract } from "./contract";
import { seat } from "./interviews";
import { NOTE_MAX_CHARACTERS } from "./limits";
import { rubricVersion } from "./rubric";
import { revealedScorecard } from "./scorecard-content";
import { dimension, id, instant, person, text } from "./values";

/** Who took which step, when, and (opening early only, and never to an open seat) why. */
export const debriefStep = z.object({ by: person, at: instant, reason: z.string().nullable() });

export const decision = z.object({
  decisionId: id,
  outcome: z.enum(OUTCOMES),
  rationale: z.string(),
  by: person,
  at: instant,
  tookPart: z.array(person),
});
export type Decision = z.output<typeof decision>;

export const debrief = z.object({
  interviewId: id,
  applicationId: id,
  candidate: person,
  opening: z.object({ id, title: z.string() }),
  rubric: rubricVersion,
  state: z.enum(["waiting", "open", "revealed"]),
  seats: z.array(seat.extend({ here: z.boolean() })),
  /** Members without a seat who have the room open. */
  guests: z.array(person),
  openedEarly: debriefStep.nullable(),
  revealed: debriefStep.nullable(),
  /** You are to score here and have not: the room shows you nobody's marks until you submit. */
  blind: z.boolean(),
  /** You are a lead who may take the room's steps. */
  leads: z.boolean(),
  /** Dimensions in the order to talk about them, by first scores; empty until revealed, and while you are blind. */
  agenda: z.array(
    z.object({
      dimension,
      range: z.object({ from: z.int(), to: z.int() }).nullable(),
      split: z.boolean(),
    }),
  ),
  /** Every submitted scorecard, your own among them; empty until revealed, and while you are blind. */
  scorecards: z.array(revealedScorecard),
  /** The last stands; earlier ones stay readable. */
  decisions: z.array(decision),
  /** Where live events go on from. */
  asOf: z.int(),
});
export type Debrief = z.output<typeof debrief>;

const ofInterview = z.strictObject({ interviewId: id });

export const getDebriefContract = contract({
  name: "getDebrief",
  method: "GET",
  path: "/debriefs/{interviewId}",
  summary:
    "The debrief of one interview: who is in, and once revealed the marks in the order to talk about them.",
  input: ofInterview,
  output: debrief,
});

export const joinDebriefContract = contract({
  name: "joinDebrief",
  method: "POST",
  path: "/debriefs/{interviewId}/arrivals",
  summary:
    "Says that you have the room open, and answers it. Steps of the room are told live; this keeps you in it.",
  input: ofInterview,
  output: debrief,
});

export const openDebriefContract = contract({
  name: "openDebrief",
  method: "POST",
  path: "/debriefs/{interviewId}/opening",
  summary: "Opens a debrief before every seat has submitted. For leads, with a reason that is kept.",
  input: ofInterview.extend({ reason }),
  output: debrief,
});

export const revealDebriefContract = contract({
  name: "revealDebrief",
  method: "POST",
  path: "/debriefs/{interviewId}/reveal",
  summary: "Shows the marks to everybody in the room at once. For leads; asking again changes nothing.",
  input: ofInterview,
  output: debrief,
});

export const decideDebriefContract = contract({
  name: "decideDebrief",
  method: "POST",
  path: "/debriefs/{interviewId}/decisions",
  summary:
    "Records what was decided, why, and who took part. For leads; a later decision stands over an earlier.",
  input: ofInterview.extend({
    /** Made by the browser: the same id twice is the same decision. */
    decisionId: id,
    outcome: z.enum(OUTCOMES),
    rationale: text.trim().min(1, "Write why").max(NOTE_MAX_CHARACTERS, "Keep it to a page"),
    tookPart: z.array(id).min(1, "Say who took part").max(100),
  }),
  output: debrief,
});
