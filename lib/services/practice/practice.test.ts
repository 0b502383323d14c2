import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { rubricFile } from "@/lib/contracts/rubric-versions";
import { applyChange } from "@/lib/domain/changes";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import type { Reference } from "@/lib/domain/practice-answer";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "@/lib/domain/rubric";
import { DIMENSIONS, type Mark } from "@/lib/domain/scale";
import { EMPTY_SCORECARD, type ScorecardContent } from "@/lib/domain/scorecard";
import { PRACTICE_ANSWERS } from "@/lib/practice/index";
import { completeCard } from "@/tests/support/operations";
import { draftRubric } from "../rubrics/draft-rubric";
import { publishRubricDraft } from "../rubrics/publish-rubric-draft";
import { addOwnAnswer } from "./add-own-answer";
import { agreeReference } from "./agree-reference";
import { attemptPractice } from "./attempt-practice";
import { changeReadinessRule } from "./change-readiness-rule";
import { draftReference } from "./draft-reference";
import { getPracticeAnswer } from "./get-practice-answer";
import { getPracticeProgress } from "./get-practice-progress";
import { getPracticeTeam } from "./get-practice-team";
import { listOwnAnswers } from "./list-own-answers";
import { listPractice } from "./list-practice";
import { proposeReference } from "./propose-reference";

const SHIPPED = rubricFile.parse({
  plumbline: "rubric",
  content: DEFAULT_RUBRIC,
  weights: DEFAULT_WEIGHTS,
  fold: DEFAULT_FOLD,
});

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

const card = (marks: readonly Mark[]): ScorecardContent =>
  completeCard(marks).reduce(applyChange, EMPTY_SCORECARD);
const attempt = (who: string, answerKey: string, marks: readonly Mark[], hinted = false) =>
  world.as(who, (ctx) =>
    attemptPractice(ctx, {
      answerKey,
      rubricVersionId: world.rubricVersionId,
      content: card(marks),
      hinted,
      roundId: null,
    }),
  );
const open = (who: string, answerKey: string) =>
  world.as(who, (ctx) => getPracticeAnswer(ctx, { answerKey }));
const library = (who: string, filter = {}) => world.as(who, (ctx) => listPractice(ctx, filter));
const progress = (who: string) => world.as(who, getPracticeProgress);

test("an answer tells nothing of its reference until Ada has scored it, and everything after", async () => {
  const before = await open("Ada", "wrong-phase");
  expect(before.result).toBeNull();
  const reference = PRACTICE_ANSWERS.find(({ key }) => key === "wrong-phase");
  for (const { because } of Object.values(reference?.reference ?? {})) {
    expect(JSON.stringify(before)).not.toContain(JSON.stringify(because).slice(1, 30));
    expect(JSON.stringify(await library("Ada"))).not.toContain(JSON.stringify(because).slice(1, 30));
  }
  await attempt("Ada", "wrong-phase", [5, 4, 3, 3, 0]);
  const after = await open("Ada", "wrong-phase");
  expect(after.result?.reference).toEqual({ reference: reference?.reference, traps: [] });
  expect(after).toMatchObject({ exact: 4, next: PRACTICE_ANSWERS[1]?.key });
  expect((await open("Ben", "wrong-phase")).result).toBeNull();
});

test("the first blind attempt is the one: a second changes nothing", async () => {
  const first = await attempt("Ada", "wrong-terminal", [5, 5, 5, 5, 0]);
  expect(await attempt("Ada", "wrong-terminal", [1, 1, 1, 1, -2])).toEqual(first);
  expect((await open("Ada", "wrong-terminal")).result?.content.ratings.fix).toEqual({
    state: "observed",
    mark: 5,
  });
});

test("an attempt that is not complete is refused with what is missing, and leaves no trace", async () => {
  const content = { ...card([5, 5, 5, 5, 0]), evidence: [] };
  const input = {
    answerKey: "old-banner",
    rubricVersionId: world.rubricVersionId,
    content,
    hinted: false,
    roundId: null,
  };
  await expect(world.as("Cleo", (ctx) => attemptPractice(ctx, input))).rejects.toMatchObject({
    code: "INVALID",
  });
  expect((await library("Cleo")).answers.every(({ attemptedAt }) => attemptedAt === null)).toBe(true);
});

test("what was chosen by its trap is kept, but counts for nothing", async () => {
  const narrowed = await library("Ben", { trap: "no-noticing" });
  expect(narrowed.answers.map(({ key }) => key).sort()).toEqual([
    "anchor-bolts",
    "radio-slots",
    "thirty-branches",
  ]);
  await attempt("Ben", "anchor-bolts", [5, 1, 4, 3, 0], true);
  expect(await progress("Ben")).toMatchObject({ attempts: [], leftOut: { hinted: 1 } });
  expect((await open("Ben", "anchor-bolts")).result?.hinted).toBe(true);
});

test("readiness follows the rule, the lead's change of it holds at once, and the team sheet says the same", async () => {
  const keys = ["extra-zero", "wrong-name", "freezer-door"];
  for (const key of keys) {
    const { reference } = PRACTICE_ANSWERS.find((answer) => answer.key === key) ?? {};
    const marks = DIMENSIONS.map((dimension) => reference?.[dimension].mark ?? 1);
    await attempt("Iris", key, marks);
  }
  expect((await progress("Iris")).readiness).toMatchObject({ state: "too-few", answers: 3 });
  const rule = { answers: 3, withinOne: 0.9, meanGap: 0.5 };
  await world.as("Lena", (ctx) => changeReadinessRule(ctx, rule));
  expect(await progress("Iris")).toMatchObject({ readiness: { state: "ready" }, rule });
  const { members } = await world.as("Lena", getPracticeTeam);
  expect(members.map(({ member, readiness }) => [member.name, readiness.state])).toEqual([
    ["Ada", "too-few"],
    ["Ben", "too-few"],
    ["Cleo", "too-few"],
    ["Iris", "ready"],
  ]);
  await expect(world.as("Ada", (ctx) => changeReadinessRule(ctx, rule))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(world.as("Rosa", getPracticeTeam)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("an own answer: two leads set references alone, one writes, the other confirms; only then is it practised on", async () => {
  const lena = <T>(work: Parameters<typeof world.as<T>>[1]) => world.as("Lena", work);
  const second = <T>(work: Parameters<typeof world.as<T>>[1]) => world.as("Marta", work);
  const words = "I lost the keys to the van. I told Jo in a minute. It cost us a day. Now there is a hook.";
  const { answerId } = await lena((ctx) =>
    addOwnAnswer(ctx, {
      title: "The van",
      role: "Driver",
      field: "Removals",
      work: "operations",
      spoken: [{ beat: "mistake", seconds: 10, words }],
    }),
  );
  const reference = (mark: 3 | 4): Reference & { traps: [] } => ({
    reference: {
      ownership: { mark, because: "“I lost the keys”" },
      noticing: { mark: 4, because: "“I told Jo in a minute”" },
      consequence: { mark: 3, because: "“a day”" },
      fix: { mark: 3, because: "“a hook”" },
      calibration: { mark: 0, because: "“Now there is a hook.”" },
    },
    traps: [],
  });
  await lena((ctx) => proposeReference(ctx, { answerId, ...reference(4) }));
  await expect(lena((ctx) => draftReference(ctx, { answerId, ...reference(4) }))).rejects.toMatchObject({
    code: "CONFLICT",
  });

  const [unseen] = (await second(listOwnAnswers)).answers;
  expect(unseen).toMatchObject({ proposals: [], mayPropose: true, standing: "waits-for-leads" });
  expect(unseen?.proposers.map(({ name }) => name)).toEqual(["Lena"]);
  await second((ctx) => proposeReference(ctx, { answerId, ...reference(3) }));
  const [seen] = (await second(listOwnAnswers)).answers;
  expect(seen?.proposals.map((one) => one.reference.reference.ownership.mark).sort()).toEqual([3, 4]);

  await lena((ctx) => draftReference(ctx, { answerId, ...reference(4) }));
  await expect(lena((ctx) => agreeReference(ctx, { answerId }))).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await library("Ada")).answers.some(({ key }) => key === answerId)).toBe(false);
  await second((ctx) => agreeReference(ctx, { answerId }));
  await attempt("Ada", answerId, [4, 4, 3, 3, 0]);
  expect(await open("Ada", answerId)).toMatchObject({ source: "own", exact: 5 });

  // Who set the reference knows it: Lena's own score is kept and does not count. And it remembers its wording.
  await attempt("Lena", answerId, [4, 4, 3, 3, 0]);
  expect((await open("Lena", answerId)).result?.hinted).toBe(true);
  expect((await lena(listOwnAnswers)).answers[0]?.changedAnchors).toEqual([]);
  await lena(async (ctx) => {
    const { id: rubricId } = await draftRubric(ctx, { file: SHIPPED });
    await publishRubricDraft(ctx, { rubricId, revision: 0, reason: "The wording that ships" });
  });
  expect((await lena(listOwnAnswers)).answers[0]?.changedAnchors).toEqual([...DIMENSIONS]);
});

test("a reference that quotes what was not said is refused", async () => {
  const [answer] = (await world.as("Lena", listOwnAnswers)).answers;
  const because = { mark: 3 as const, because: "“never said”" };
  const reference = {
    ownership: because,
    noticing: because,
    consequence: because,
    fix: because,
    calibration: { ...because, mark: 0 as const },
  };
  const draft = world.as("Lena", (ctx) =>
    draftReference(ctx, { answerId: answer?.answerId ?? "", reference, traps: [] }),
  );
  await expect(draft).rejects.toMatchObject({
    code: "INVALID",
    message: "ownership: “never said” is not in the answer",
  });
});
