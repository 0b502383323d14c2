import { z } from "zod";
import { contract } from "./contract";
import { REASON_MAX_CHARACTERS } from "./limits";
import { answerKey, reference, spokenBeat } from "./practice-answer";
import { rubricVersion } from "./rubric";
import { evidenceNote } from "./scorecard-content";
import { dimension, id, instant, mark, person, text, trap } from "./values";

const roundId = z.strictObject({ roundId: id });
/** "called-off": ended before its reveal; everybody has their own attempt back. */
const state = z.enum(["scoring", "revealed", "closed", "called-off"]);

const roundRow = z.object({
  roundId: id,
  lead: person,
  title: z.string(),
  state,
  startedAt: instant,
  joined: z.int(),
  scored: z.int(),
});
export type RoundRow = z.output<typeof roundRow>;

export const listRoundsContract = contract({
  name: "listRounds",
  method: "GET",
  path: "/practice/rounds",
  summary: "Live practice rounds, newest first, and for leads the answers to begin one with.",
  input: z.strictObject({}),
  output: z.object({
    rounds: z.array(roundRow),
    mayStart: z.boolean(),
    /** How many of the organisation have scored each already: they know its reference. */
    answers: z.array(z.object({ key: answerKey, title: z.string(), known: z.int() })),
  }),
});
export type RoundList = z.output<typeof listRoundsContract.output>;

/** Somebody in the room: that they are done, never what they gave. */
const roundMember = z.object({
  member: person,
  scored: z.boolean(),
  /** Knows the answer already: is there for the talk, and nobody waits for their score. */
  listening: z.boolean(),
  mine: z.boolean(),
});

const revealedCard = z.object({
  member: person,
  marks: z.array(z.object({ dimension, mark: mark.nullable() })),
  evidence: z.array(evidenceNote),
  traps: z.array(trap),
});

export const practiceRound = z.object({
  roundId: id,
  state,
  lead: person,
  startedAt: instant,
  answer: z.object({
    key: answerKey,
    title: z.string(),
    role: z.string(),
    field: z.string(),
    seconds: z.int(),
    spoken: z.array(spokenBeat),
  }),
  rubric: rubricVersion,
  members: z.array(roundMember),
  /** "knows": you have scored this answer before, so you take part in the talk alone. */
  mine: z.enum(["not-joined", "scoring", "scored", "knows"]),
  leading: z.boolean(),
  /** Another lead may go on where this one has left. */
  mayTakeOver: z.boolean(),
  /** What is being talked about. */
  dimension: dimension.nullable(),
  /** Null until the lead reveals, to everybody at once; and for who was not there and may still score it blind. */
  revealed: z
    .object({
      reference,
      cards: z.array(revealedCard),
      order: z.array(dimension),
      notes: z.partialRecord(dimension, z.string()),
    })
    .nullable(),
  /** Where live events go on from. */
  asOf: z.int(),
});
export type PracticeRound = z.output<typeof practiceRound>;

export const startRoundContract = contract({
  name: "startRound",
  method: "POST",
  path: "/practice/rounds",
  summary:
    "Begin a live round on one answer; for leads. Everybody of the organisation may join by its address.",
  input: z.strictObject({ answerKey }),
  output: roundId,
});

export const getRoundContract = contract({
  name: "getRound",
  method: "GET",
  path: "/practice/rounds/{roundId}",
  summary: "A live round as you may see it: who is done until the reveal, what everybody gave after it.",
  input: roundId,
  output: practiceRound,
});

export const joinRoundContract = contract({
  name: "joinRound",
  method: "POST",
  path: "/practice/rounds/{roundId}/places",
  summary:
    "Take a place in a round that is still scoring, to score or to listen. Asking again changes nothing.",
  input: roundId,
  output: practiceRound,
});

export const revealRoundContract = contract({
  name: "revealRound",
  method: "POST",
  path: "/practice/rounds/{roundId}/reveal",
  summary: "Show everybody's marks and the reference to all at once; for the lead of the round.",
  input: roundId,
  output: practiceRound,
});

export const talkRoundContract = contract({
  name: "talkRound",
  method: "PUT",
  path: "/practice/rounds/{roundId}/talk",
  summary:
    "Turn everybody to one dimension, and keep in a line what the round took from it; for the lead of the round.",
  input: z.strictObject({ roundId: id, dimension, note: text.trim().max(REASON_MAX_CHARACTERS).nullable() }),
  output: practiceRound,
});

export const closeRoundContract = contract({
  name: "closeRound",
  method: "POST",
  path: "/practice/rounds/{roundId}/closing",
  summary:
    "End a round. Revealed, it stays to be read, as training; still scoring, it is called off and everybody keeps their own attempt.",
  input: roundId,
  output: practiceRound,
});

export const takeOverRoundContract = contract({
  name: "takeOverRound",
  method: "POST",
  path: "/practice/rounds/{roundId}/lead",
  summary: "Go on with a round that another lead began; for leads. Who took over is recorded.",
  input: roundId,
  output: practiceRound,
});
