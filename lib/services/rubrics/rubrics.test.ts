import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { rubricFile } from "@/lib/contracts/rubric-versions";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS, EQUAL_WEIGHTS } from "@/lib/domain/rubric";
import { rubricFileSchema } from "@/lib/server/rubric-schema";
import { getInterview } from "../interviews/get-interview";
import { changeRubricDraft } from "./change-rubric-draft";
import { discardRubricDraft } from "./discard-rubric-draft";
import { draftRubric } from "./draft-rubric";
import { exportRubric } from "./export-rubric";
import { getRubric } from "./get-rubric";
import { listRubrics } from "./list-rubrics";
import { publishRubricDraft } from "./publish-rubric-draft";
import { reinstateRubric } from "./reinstate-rubric";
import { retireRubric } from "./retire-rubric";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

const FILE = rubricFile.parse({
  plumbline: "rubric",
  content: DEFAULT_RUBRIC,
  weights: DEFAULT_WEIGHTS,
  fold: DEFAULT_FOLD,
});
const versions = async (who: string) => (await world.as(who, listRubrics)).versions;

async function fileOf(rubricId: string): Promise<unknown> {
  return world.as("Lena", async (ctx) => {
    const parts: string[] = [];
    for await (const part of (await exportRubric(ctx, { rubricId })).body(ctx)) parts.push(String(part));
    return JSON.parse(parts.join(""));
  });
}

test("a draft from a file is the leads' affair until published; then new interviews use it and old ones keep theirs", async () => {
  const before = await world.interview("Mira", ["Ada"]);
  const draft = await world.as("Lena", (ctx) => draftRubric(ctx, { file: FILE }));
  expect(draft).toMatchObject({ number: 2, state: "draft", revision: 0, interviews: 0 });
  expect((await versions("Ada")).map(({ number }) => number)).toEqual([1]);
  await expect(world.as("Marta", (ctx) => draftRubric(ctx, {}))).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(world.as("Ada", (ctx) => draftRubric(ctx, {}))).rejects.toMatchObject({ code: "FORBIDDEN" });

  const published = await world.as("Lena", (ctx) =>
    publishRubricDraft(ctx, { rubricId: draft.id, revision: 0, reason: "The wording that ships" }),
  );
  expect(published).toMatchObject({ number: 2 });
  expect(published.changedAnchors).toHaveLength(5);
  expect((await world.as("Ada", getRubric)).number).toBe(2);
  const { rubric } = await world.as("Ada", (ctx) => getInterview(ctx, { interviewId: before.interviewId }));
  expect(rubric.number).toBe(1);
  const used = (await versions("Lena")).map(({ number, interviews }) => [number, interviews]);
  expect(used).toEqual([
    [2, 0],
    [1, 1],
  ]);
});

test("two leads on one draft: who saves second is told, and nothing is overwritten", async () => {
  const draft = await world.as("Lena", (ctx) => draftRubric(ctx, {}));
  const text = { content: FILE.content, weights: EQUAL_WEIGHTS, fold: FILE.fold };
  const save = (who: string, revision: number, fold = text.fold) =>
    world.as(who, (ctx) => changeRubricDraft(ctx, { rubricId: draft.id, revision, ...text, fold }));
  expect(await save("Lena", 0)).toEqual({ rubricId: draft.id, revision: 1 });
  await expect(save("Marta", 0, { ...text.fold, "1": 2 })).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await versions("Marta"))[0]).toMatchObject({
    revision: 1,
    weights: EQUAL_WEIGHTS,
    fold: DEFAULT_FOLD,
  });
  const stale = world.as("Marta", (ctx) =>
    publishRubricDraft(ctx, { rubricId: draft.id, revision: 0, reason: "Too late" }),
  );
  await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
});

test("what is not sound or not different is not published, and says what is wrong", async () => {
  const [draft] = await versions("Lena");
  if (draft?.state !== "draft") throw new Error("the draft of the test before");
  const rubricId = draft.id;
  const publish = (revision: number) =>
    world.as("Lena", (ctx) => publishRubricDraft(ctx, { rubricId, revision, reason: "Equal weights" }));
  const save = (revision: number, change: object) =>
    world.as("Lena", (ctx) => changeRubricDraft(ctx, { ...FILE_TEXT, rubricId, revision, ...change }));
  await save(1, { weights: { ...DEFAULT_WEIGHTS, fix: 21 } });
  await expect(publish(2)).rejects.toMatchObject({
    code: "INVALID",
    message: "weights add up to 101, not 100",
  });
  await save(2, { fold: { ...DEFAULT_FOLD, "2": 5, "0": 4 } });
  await expect(publish(3)).rejects.toMatchObject({ message: "qualities rise towards 0 from both sides" });
  await save(3, {});
  await expect(publish(4)).rejects.toMatchObject({ message: expect.stringContaining("nothing to publish") });
  await save(4, { weights: EQUAL_WEIGHTS });
  expect(await publish(5)).toMatchObject({ number: 3, changedAnchors: [] });
});

const FILE_TEXT = { content: FILE.content, weights: FILE.weights, fold: FILE.fold };

test("published is for ever: not saved over, not thrown away, only retired, and one stays in use", async () => {
  const [newest, older, first] = await versions("Lena");
  const rubricId = newest?.id ?? "";
  await expect(
    world.as("Lena", (ctx) => changeRubricDraft(ctx, { rubricId, revision: 5, ...FILE_TEXT })),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(world.as("Lena", (ctx) => discardRubricDraft(ctx, { rubricId }))).rejects.toMatchObject({
    code: "CONFLICT",
  });
  for (const one of [newest, older])
    await world.as("Lena", (ctx) => retireRubric(ctx, { rubricId: one?.id ?? "" }));
  expect((await world.as("Ada", getRubric)).number).toBe(1);
  await expect(
    world.as("Lena", (ctx) => retireRubric(ctx, { rubricId: first?.id ?? "" })),
  ).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect((await versions("Ada")).map(({ state }) => state)).toEqual(["retired", "retired", "published"]);
  // A slip is taken back, and reads as it did.
  const again = (who: string) => world.as(who, (ctx) => reinstateRubric(ctx, { rubricId }));
  await expect(again("Ada")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await again("Lena");
  expect((await versions("Ada"))[0]).toEqual(newest);
  expect((await world.as("Ada", getRubric)).number).toBe(3);
});

test("a discarded draft frees its number; a file written out reads back in the same, and fits its schema's keys", async () => {
  const draft = await world.as("Lena", (ctx) => draftRubric(ctx, { file: FILE }));
  expect(draft.number).toBe(4);
  expect(rubricFile.parse(await fileOf(draft.id))).toMatchObject(FILE);
  await world.as("Marta", (ctx) => discardRubricDraft(ctx, { rubricId: draft.id }));
  expect((await world.as("Lena", (ctx) => draftRubric(ctx, {}))).number).toBe(4);
  const schema = JSON.stringify(rubricFileSchema());
  for (const word of ["plumbline", "anchors", "no-consequence-no-fix", "weights", "2020-12"])
    expect(schema).toContain(word);
});
