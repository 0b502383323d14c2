import { z } from "zod";
import { WORK_KINDS } from "@/lib/domain/practice-answer";
import { contract } from "./contract";
import { answerKey, reference, spokenAnswer, spokenBeat } from "./practice-answer";
import { rubricVersion } from "./rubric";
import { scorecardContent } from "./scorecard-content";
import { dimension, id, instant, mark, person, trap } from "./values";

/** What the library tells before an answer is scored: never a mark, and no trap. */
export const practiceRow = z.object({
  key: answerKey,
  title: z.string(),
  role: z.string(),
  field: z.string(),
  work: z.enum(WORK_KINDS),
  seconds: z.int(),
  source: z.enum(["shipped", "own"]),
  /** When you scored it on the present wording; null while it is new to you. */
  attemptedAt: instant.nullable(),
  /** In how many dimensions you were right; null while new or while its round is not revealed. */
  exact: z.int().nullable(),
});
export type PracticeRow = z.output<typeof practiceRow>;

const SHARE = "A share between 0 and 1";
const DISTANCE = "A distance between 0 and 4";

export const readinessRule = z.strictObject({
  answers: z.int("A whole number").min(3, "At least three answers").max(30, "At most thirty answers"),
  withinOne: z.number(SHARE).min(0, SHARE).max(1, SHARE),
  meanGap: z.number(DISTANCE).min(0, DISTANCE).max(4, DISTANCE),
});

const accuracy = z.object({
  n: z.int(),
  exact: z.int(),
  withinOne: z.int(),
  notObserved: z.int(),
  meanGap: z.number().nullable(),
});

export const readiness = z.object({
  state: z.enum(["ready", "not-yet", "too-few"]),
  answers: z.int(),
  accuracy,
});

export const listPracticeContract = contract({
  name: "listPractice",
  method: "GET",
  path: "/practice/answers",
  summary: "The practice library: who speaks and for how long. Marks are told only once you have scored.",
  input: z.strictObject({ work: z.enum(WORK_KINDS).optional(), trap: trap.optional() }),
  output: z.object({
    answers: z.array(practiceRow),
    /** Dimensions whose anchors in your rubric differ from those the shipped references were set against. */
    changedAnchors: z.array(dimension),
    names: z.record(dimension, z.string()),
    readiness,
    rule: readinessRule,
  }),
});
export type PracticeLibrary = z.output<typeof listPracticeContract.output>;

export const practiceResult = z.object({
  attemptId: id,
  attemptedAt: instant,
  /** Not blind: chosen by its trap, or its reference was known. Kept, not counted. */
  hinted: z.boolean(),
  content: scorecardContent,
  reference,
});
export type PracticeResult = z.output<typeof practiceResult>;

export const getPracticeAnswerContract = contract({
  name: "getPracticeAnswer",
  method: "GET",
  path: "/practice/answers/{answerKey}",
  summary: "One answer to practise on; its reference once you have scored it.",
  input: z.strictObject({ answerKey }),
  output: z.object({
    ...practiceRow.shape,
    spoken: z.array(spokenBeat),
    rubric: rubricVersion,
    result: practiceResult.nullable(),
    /** Its reference was shown to you in a live round, or you set it: your scores would be kept, not counted. */
    known: z.boolean(),
    /** Scored in a round that is not revealed yet: the result waits there. */
    roundId: id.nullable(),
    /** An answer you have not scored yet. */
    next: answerKey.nullable(),
  }),
});
export type PracticeAnswerView = z.output<typeof getPracticeAnswerContract.output>;

export const attemptPracticeContract = contract({
  name: "attemptPractice",
  method: "POST",
  path: "/practice/answers/{answerKey}/attempts",
  summary:
    "Submit your blind scores of a practice answer. Once an answer and wording; asking again answers the first.",
  input: z.strictObject({
    answerKey,
    rubricVersionId: id,
    content: scorecardContent,
    hinted: z.boolean(),
    roundId: id.nullable(),
  }),
  output: z.object({ attemptId: id, attemptedAt: instant }),
});

export const scoredMark = z.object({ dimension, mark: mark.nullable(), reference: mark });

export const countedAttempt = z.object({
  attemptedAt: instant,
  key: answerKey,
  title: z.string(),
  marks: z.array(scoredMark),
});

export const getPracticeProgressContract = contract({
  name: "getPracticeProgress",
  method: "GET",
  path: "/practice/progress",
  summary:
    "Your own attempts against their references, oldest first, and whether you are ready on the present wording.",
  input: z.strictObject({}),
  output: z.object({
    attempts: z.array(countedAttempt),
    /** Kept, but not counted: hinted, or on anchors that have changed since. */
    leftOut: z.object({ hinted: z.int(), otherWording: z.int() }),
    readiness,
    rule: readinessRule,
    rubricNumber: z.int(),
    names: z.record(dimension, z.string()),
  }),
});
export type PracticeProgress = z.output<typeof getPracticeProgressContract.output>;

export const getPracticeTeamContract = contract({
  name: "getPracticeTeam",
  method: "GET",
  path: "/practice/team",
  summary: "Who is ready on the present wording, by name; for leads.",
  input: z.strictObject({}),
  output: z.object({
    members: z.array(z.object({ member: person, readiness, lastAt: instant.nullable() })),
    rule: readinessRule,
    rubricNumber: z.int(),
  }),
});
export type PracticeTeam = z.output<typeof getPracticeTeamContract.output>;

export const changeReadinessRuleContract = contract({
  name: "changeReadinessRule",
  method: "PUT",
  path: "/practice/rule",
  summary: "Change when somebody counts as ready; for leads.",
  input: readinessRule,
  output: readinessRule,
});

const standing = z.enum(["waits-for-leads", "waits-for-agreement", "agreed"]);

export const ownAnswer = z.object({
  answerId: id,
  title: z.string(),
  role: z.string(),
  field: z.string(),
  work: z.enum(WORK_KINDS),
  spoken: z.array(spokenBeat),
  standing,
  proposers: z.array(person),
  /** What leads set alone; empty until you have set your own. */
  proposals: z.array(z.object({ member: person, reference })),
  /** The text for agreeing on: written by one, to be confirmed by another. */
  draft: z.object({ by: person, reference }).nullable(),
  /** Dimensions whose anchors have been reworded since the reference was agreed on. */
  changedAnchors: z.array(dimension),
  mayPropose: z.boolean(),
  mayAgree: z.boolean(),
});
export type OwnAnswer = z.output<typeof ownAnswer>;

export const listOwnAnswersContract = contract({
  name: "listOwnAnswers",
  method: "GET",
  path: "/practice/own",
  summary: "Your organisation's own practice answers and how far their references are; for leads.",
  input: z.strictObject({}),
  output: z.object({ answers: z.array(ownAnswer), rubric: rubricVersion }),
});

export const addOwnAnswerContract = contract({
  name: "addOwnAnswer",
  method: "POST",
  path: "/practice/own",
  summary: "Add an answer of your own to practise on; for leads.",
  input: spokenAnswer,
  output: z.object({ answerId: id }),
});

export const proposeReferenceContract = contract({
  name: "proposeReference",
  method: "POST",
  path: "/practice/own/{answerId}/proposals",
  summary: "Set the reference alone, before seeing what another lead set. Written once.",
  input: z.strictObject({ answerId: id, ...reference.shape }),
  output: z.object({ answerId: id }),
});

export const draftReferenceContract = contract({
  name: "draftReference",
  method: "POST",
  path: "/practice/own/{answerId}/drafts",
  summary:
    "Write down what you and another lead agreed on; it holds once another of the proposers confirms it.",
  input: z.strictObject({ answerId: id, ...reference.shape }),
  output: z.object({ answerId: id }),
});

export const agreeReferenceContract = contract({
  name: "agreeReference",
  method: "POST",
  path: "/practice/own/{answerId}/agreement",
  summary: "Confirm the reference another lead wrote down: two people stand behind it.",
  input: z.strictObject({ answerId: id }),
  output: z.object({ answerId: id }),
});
