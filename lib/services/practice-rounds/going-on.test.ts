import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, PLAIN_RUBRIC, type World } from "@/db/testing/world";
import { changeRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { applyChange } from "@/lib/domain/changes";
import { DEFAULT_FOLD, EQUAL_WEIGHTS } from "@/lib/domain/rubric";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { PRACTICE_ANSWERS } from "@/lib/practice/index";
import { completeCard } from "@/tests/support/operations";
import { attemptPractice } from "../practice/attempt-practice";
import { getPracticeAnswer } from "../practice/get-practice-answer";
import { getPracticeProgress } from "../practice/get-practice-progress";
import { changeRubricDraft } from "../rubrics/change-rubric-draft";
import { draftRubric } from "../rubrics/draft-rubric";
import { getRubric } from "../rubrics/get-rubric";
import { publishRubricDraft } from "../rubrics/publish-rubric-draft";
import { closeRound } from "./close-round";
import { getRound } from "./get-round";
import { joinRound } from "./join-round";
import { revealRound } from "./reveal-round";
import { startRound } from "./start-round";
import { takeOverRound } from "./take-over-round";
import { talkRound } from "./talk-round";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
});
afterAll(async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await world.end();
  await records.drop();
});

const begin = async (answerKey: string) =>
  (await world.as("Lena", (ctx) => startRound(ctx, { answerKey }))).roundId;
const open = (who: string, roundId: string) => world.as(who, (ctx) => getRound(ctx, { roundId }));
const answer = (who: string, answerKey: string) =>
  world.as(who, (ctx) => getPracticeAnswer(ctx, { answerKey }));
const take = (who: string, verb: typeof joinRound, roundId: string) =>
  world.as(who, (ctx) => verb(ctx, { roundId }));
const counted = async (who: string) =>
  (await world.as(who, getPracticeProgress)).attempts.map(({ key }) => key).sort();
const score = (who: string, answerKey: string, roundId: string | null) =>
  world.as(who, async (ctx) =>
    attemptPractice(ctx, {
      answerKey,
      rubricVersionId: (await getRubric(ctx)).id,
      content: completeCard([5, 4, 3, 3, 0]).reduce(applyChange, EMPTY_SCORECARD),
      hinted: false,
      roundId,
    }),
  );

test("a round that nobody will reveal is called off: who scored reads their own gap, who had not still scores blind", async () => {
  const key = "wrong-phase";
  const roundId = await begin(key);
  for (const who of ["Ada", "Ben"]) await take(who, joinRound, roundId);
  await score("Ada", key, roundId);
  expect(await answer("Ada", key)).toMatchObject({ result: null, roundId });

  await take("Lena", closeRound, roundId);
  expect(await open("Ben", roundId)).toMatchObject({ state: "called-off", revealed: null });
  expect(await answer("Ada", key)).toMatchObject({ exact: 4, roundId: null });
  // Ben's card was on its way when the round ended: it was blind, so it counts as one made alone.
  await score("Ben", key, roundId);
  expect(await counted("Ben")).toEqual([key]);
  expect(await counted("Ada")).toEqual([key]);
  await expect(take("Cleo", joinRound, roundId)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(take("Lena", revealRound, roundId)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("Marta goes on with the round that Lena left; Ada may not, and Lena's next step is Marta's", async () => {
  const key = "wrong-terminal";
  const roundId = await begin(key);
  await take("Ada", joinRound, roundId);
  await score("Ada", key, roundId);
  await expect(take("Marta", revealRound, roundId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(take("Ada", takeOverRound, roundId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await open("Marta", roundId)).toMatchObject({ leading: false, mayTakeOver: true });

  expect(await take("Marta", takeOverRound, roundId)).toMatchObject({ leading: true, mayTakeOver: false });
  await expect(take("Lena", revealRound, roundId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await take("Marta", revealRound, roundId);
  expect((await open("Marta", roundId)).revealed?.cards).toHaveLength(1);
  await world.as("Marta", (ctx) => talkRound(ctx, { roundId, dimension: "fix", note: null }));
  await take("Marta", closeRound, roundId);
  await expect(take("Lena", takeOverRound, roundId)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("the reference shown in a round makes no later score blind: left out, leading or listening, it is kept and not counted", async () => {
  const key = "extra-zero";
  const roundId = await begin(key);
  for (const who of ["Ada", "Ben"]) await take(who, joinRound, roundId);
  await score("Ada", key, roundId);
  await take("Lena", revealRound, roundId);

  expect(await answer("Ben", key)).toMatchObject({ known: true, result: null });
  for (const who of ["Ben", "Lena"]) {
    await score(who, key, null);
    expect((await answer(who, key)).result?.hinted).toBe(true);
    expect(await counted(who)).not.toContain(key);
  }
  // Cleo was not there: her page of the round holds no word of the reference, so hers is blind and counts.
  const because = PRACTICE_ANSWERS.find((one) => one.key === key)?.reference.ownership.because ?? "";
  expect(JSON.stringify(await open("Ada", roundId))).toContain(JSON.stringify(because).slice(1, 40));
  expect(JSON.stringify(await open("Cleo", roundId))).not.toContain(JSON.stringify(because).slice(1, 40));
  expect((await answer("Cleo", key)).known).toBe(false);
  await score("Cleo", key, null);
  expect(await counted("Cleo")).toContain(key);
});

test("who knows the answer under other weights listens in, and nobody waits for their score; a new anchor makes it new", async () => {
  const key = "wrong-name";
  await score("Iris", key, null);
  await publish(PLAIN_RUBRIC);
  const roundId = await begin(key);
  expect((await take("Iris", joinRound, roundId)).mine).toBe("knows");
  await take("Cleo", joinRound, roundId);
  const { members } = await open("Lena", roundId);
  expect(members.map(({ member, listening }) => [member.name, listening])).toEqual([
    ["Cleo", false],
    ["Iris", true],
  ]);
  await score("Cleo", key, roundId);
  await take("Lena", revealRound, roundId);
  expect((await open("Iris", roundId)).revealed?.cards).toHaveLength(1);

  expect(await counted("Iris")).toEqual([key]);
  const anchors = { ...PLAIN_RUBRIC.dimensions.fix.anchors, "5": "a check that holds when tired" };
  const { fix } = PLAIN_RUBRIC.dimensions;
  await publish({ ...PLAIN_RUBRIC, dimensions: { ...PLAIN_RUBRIC.dimensions, fix: { ...fix, anchors } } });
  expect(await counted("Iris")).toEqual([]);
  expect(await answer("Iris", key)).toMatchObject({ result: null, known: false });
});

async function publish(content: typeof PLAIN_RUBRIC): Promise<void> {
  await world.as("Lena", async (ctx) => {
    const { id: rubricId } = await draftRubric(ctx, {});
    const text = { rubricId, revision: 0, content, weights: EQUAL_WEIGHTS, fold: DEFAULT_FOLD };
    const { revision } = await changeRubricDraft(ctx, changeRubricDraftContract.input.parse(text));
    await publishRubricDraft(ctx, { rubricId, revision, reason: "Another wording" });
  });
}
