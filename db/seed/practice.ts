import { type PracticeAnswer, quotationsIn, trapsOf } from "@/lib/domain/practice-answer";
import type { Recommendation } from "@/lib/domain/recommendation";
import {
  DIMENSIONS,
  type Dimension,
  isBipolar,
  LEVEL_DIMENSIONS,
  type Mark,
  marksOf,
} from "@/lib/domain/scale";
import { EMPTY_SCORECARD, type ScorecardContent } from "@/lib/domain/scorecard";
import { missingForSubmission } from "@/lib/domain/submission";
import { contradictions } from "@/lib/domain/traps";
import { PRACTICE_ANSWERS } from "@/lib/practice/index";
import type { Context } from "../context";
import { audit } from "../writes/audit";
import { recordAttempt } from "../writes/practice";
import { createRound, markClosed, markRevealed, takePlace, turnTo } from "../writes/practice-rounds";
import { fraction, seedId } from "./ids";
import { as, type Step } from "./interviews";
import { RUBRIC_ID } from "./people";
import { heldAt, MINUTE_MS } from "./when";
import type { InterviewerKey } from "./world/cast";
import { PRACTISED, PRACTISED_ON, ROUND } from "./world/practice";

/** The first practice was this many days before the day of seeding, the last one not long ago. */
const FIRST_DAYS_AGO = 66;
const LAST_DAYS_AGO = 3;
/** How often a mark is off at first, and how much less each answer later. */
const OFF_AT_FIRST = 0.5;
const LEARNT_EACH = 0.05;
const OFF_AT_LEAST = 0.12;
/** A trap that an answer has is missed this often. */
const TRAP_MISSED = 0.3;

/** Everybody's practice over the weeks, and the one round they held together. */
export function practiceSteps(today: Date): Step[] {
  const people = Object.entries(PRACTISED) as [InterviewerKey, (typeof PRACTISED)[InterviewerKey]][];
  return [
    ...people.flatMap(([who, { answers }], place) =>
      Array.from({ length: answers }, (_, n): Step => {
        const key = PRACTISED_ON[(n + place * 5) % PRACTISED_ON.length] ?? "";
        const days = FIRST_DAYS_AGO - ((FIRST_DAYS_AGO - LAST_DAYS_AGO) * n) / Math.max(1, answers - 1);
        return {
          at: heldAt(today, Math.round(days), `${who} practises ${key}`),
          run: async (ctx) => attempted(await as(ctx, who), who, key, n, null),
        };
      }),
    ),
    ...roundSteps(today),
  ];
}

function roundSteps(today: Date): Step[] {
  const { answer, lead, members, daysAgo, took } = ROUND;
  const begun = heldAt(today, daysAgo, `round on ${answer}`).getTime();
  const roundId = seedId("round", answer);
  const subject = { subjectKind: "practice-round", subjectId: roundId };
  const step = (minutes: number, run: Step["run"]): Step => ({
    at: new Date(begun + minutes * MINUTE_MS),
    run,
  });
  return [
    step(0, async (ctx) => {
      const led = await as(ctx, lead);
      await createRound(led, { id: roundId, shippedKey: answer, answerId: null, rubricVersionId: RUBRIC_ID });
      await audit(led, { action: "practice.round-start", ...subject });
    }),
    ...members.flatMap((who, n) => [
      step(1 + n / 10, async (ctx) => {
        const joined = await as(ctx, who);
        await takePlace(joined, roundId);
        await audit(joined, { action: "practice.round-join", ...subject });
      }),
      step(5 + n / 2, async (ctx) =>
        attempted(await as(ctx, who), who, answer, PRACTISED[who].answers, roundId),
      ),
    ]),
    step(10, async (ctx) => {
      const led = await as(ctx, lead);
      await markRevealed(led, roundId, took[0]?.dimension ?? DIMENSIONS[0]);
      const detail = { joined: members.length, scored: members.length };
      await audit(led, { action: "practice.round-reveal", ...subject, detail });
    }),
    ...took.map(({ dimension, note }, n) =>
      step(14 + 5 * n, async (ctx) => {
        const led = await as(ctx, lead);
        await turnTo(led, roundId, dimension, note);
        await audit(led, { action: "practice.round-talk", ...subject, detail: { dimension } });
      }),
    ),
    step(28, async (ctx) => {
      const led = await as(ctx, lead);
      await markClosed(led, roundId);
      await audit(led, { action: "practice.round-close", ...subject });
    }),
  ];
}

async function attempted(
  ctx: Context,
  who: InterviewerKey,
  key: string,
  before: number,
  roundId: string | null,
): Promise<void> {
  const answer = PRACTICE_ANSWERS.find((each) => each.key === key);
  if (!answer) throw new Error(`The practice library has no ${key}`);
  const content = practiceCard(answer, who, before);
  const missing = missingForSubmission(content);
  if (missing.length > 0) throw new Error(`${who} on ${key} is incomplete: ${JSON.stringify(missing)}`);
  const attemptId = await recordAttempt(ctx, {
    ...{ id: seedId("attempt", who, key), shippedKey: key, answerId: null, rubricVersionId: RUBRIC_ID },
    ...{ roundId, hinted: false, content, reference: { reference: answer.reference, traps: answer.traps } },
  });
  await audit(ctx, {
    action: "practice.attempt",
    subjectKind: "practice-attempt",
    subjectId: attemptId,
    detail: roundId ? { roundId } : {},
  });
}

/**
 * What somebody made of an answer after so many others: near the reference, with the quotations that were heard.
 * @param before answers practised before; each takes a little off how far the marks are
 */
export function practiceCard(answer: PracticeAnswer, who: InterviewerKey, before: number): ScorecardContent {
  const ratings = Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const mark = practiceMark(answer, who, dimension, before);
      return [dimension, { state: "observed" as const, mark }];
    }),
  ) as ScorecardContent["ratings"];
  const traps = trapsOf(answer).filter(
    (trap) =>
      fraction("trap", who, answer.key, trap) >= TRAP_MISSED && contradictions([trap], ratings).length === 0,
  );
  const levels = LEVEL_DIMENSIONS.map((dimension) => {
    const rating = ratings[dimension];
    return rating?.state === "observed" ? rating.mark : 0;
  });
  return {
    ...EMPTY_SCORECARD,
    ratings,
    evidence: DIMENSIONS.map((dimension) => ({
      ...{ id: seedId("practice-note", who, answer.key, dimension), dimension, atMs: null },
      text: `“${quotationsIn(answer.reference[dimension].because)[0] ?? ""}”`,
    })),
    traps: traps.map((trap) => ({ trap, reason: "" })),
    recommendation: recommended(levels.reduce<number>((sum, level) => sum + level, 0) / levels.length),
    confidence: "medium",
  };
}

function practiceMark(
  answer: PracticeAnswer,
  who: InterviewerKey,
  dimension: Dimension,
  before: number,
): Mark {
  const { mark } = answer.reference[dimension];
  const chance = (what: string) => fraction("practice", who, answer.key, dimension, what);
  const off = Math.max(OFF_AT_LEAST, OFF_AT_FIRST - LEARNT_EACH * before);
  const { lean } = PRACTISED[who];
  const usual = chance("side") < 0.5 ? -1 : 1;
  const side = lean !== 0 && !isBipolar(dimension) ? lean : usual;
  const wished: number = chance("off") < off ? mark + side : mark;
  return marksOf(dimension).find((each) => Number(each) === wished) ?? mark;
}

function recommended(mean: number): Recommendation {
  if (mean >= 4.4) return "strong-yes";
  if (mean >= 3.2) return "yes";
  return mean >= 2 ? "no" : "strong-no";
}
