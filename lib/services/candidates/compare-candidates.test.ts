import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, PLAIN_RUBRIC, type PlacedInterview, type World } from "@/db/testing/world";
import { createApplication, createCandidate, createInterview, createOpening } from "@/db/writes/interviewing";
import { publishRubric } from "@/db/writes/organizations";
import { compareCandidatesContract } from "@/lib/contracts/candidates";
import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { DEFAULT_FOLD } from "@/lib/domain/rubric";
import type { Mark } from "@/lib/domain/scale";
import { completeCard, tab } from "@/tests/support/operations";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { compareCandidates } from "./compare-candidates";
import { getHeatmap } from "./get-heatmap";

const DAY_MS = 86_400_000;

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

async function score(place: PlacedInterview, cards: Record<string, readonly Mark[]>): Promise<void> {
  for (const [who, marks] of Object.entries(cards)) {
    const operations = completeCard(marks).map(tab(world.rubricVersionId));
    const scorecardId = place.card(who);
    await world.as(who, (ctx) => applyOperations(ctx, { scorecardId, operations }));
    await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
  }
}

/** An opening of a test's own, and interviews in it. */
async function ownOpening(title: string) {
  const openingId = await world.as("Amos", (ctx) => createOpening(ctx, { title }));
  return {
    openingId,
    interview: (name: string, who: readonly string[]) => world.interview(name, who, openingId),
  };
}

const compare = (who: string, ...places: PlacedInterview[]) =>
  world.as(who, (ctx) =>
    compareCandidates(
      ctx,
      compareCandidatesContract.input.parse({
        applications: places.map((each) => each.applicationId).join(","),
      }),
    ),
  );

const [STRONG, FAIR, WEAK] = [
  [5, 5, 5, 5, 0],
  [3, 3, 3, 3, 1],
  [1, 1, 1, 2, -2],
] as const;

test("fair scores, pairs and ties stand beside raw composites, fitted on the whole opening, with what they rest on", async () => {
  const { interview } = await ownOpening("Fitter");
  const panel = ["Ada", "Ben", "Cleo"];
  const places: PlacedInterview[] = [];
  for (const [at, marks] of [STRONG, STRONG, FAIR, FAIR, WEAK, WEAK].entries()) {
    const place = await interview(`Candidate ${at}`, panel);
    places.push(place);
    // Cleo is a level harsher than the others on what she can be.
    const harsher = marks.map((mark, d) => (d < 3 && mark > 1 ? mark - 1 : mark)) as Mark[];
    await score(place, { Ada: marks, Ben: marks, Cleo: harsher });
  }
  const [first, second, , , last] = places;
  if (!first || !second || !last) throw new Error("Six were interviewed");
  const comparison = await compare("Rosa", first, second, last);
  expect(compareCandidatesContract.output.parse(comparison)).toEqual(comparison);
  expect(comparison.model).toMatchObject({
    state: "known",
    method: "integrated",
    candidates: 6,
    interviewers: 3,
    scorecards: 18,
    panels: 1,
  });
  const values = comparison.candidates.map(({ fair }) => (fair.state === "known" ? fair.value : null));
  expect(values[0]).toBeCloseTo(values[1] ?? 0, 6);
  expect(values[0]).toBeGreaterThan((values[2] ?? 5) + 2);
  expect(comparison.pairs.map((pair) => (pair.state === "known" ? pair.toldApart : null))).toEqual([
    false,
    true,
    true,
  ]);
  expect(comparison.ties).toEqual({
    state: "known",
    groups: [[first.applicationId, second.applicationId], [last.applicationId]],
  });
  expect(comparison.candidates[0]?.cards).toHaveLength(3);
});

test("where a figure cannot be said, the reason stands in its place: too few, one interviewer, panels not linked", async () => {
  const few = await ownOpening("Welder");
  const lone = await few.interview("Lone", ["Ada"]);
  const other = await few.interview("Other", ["Ada", "Ben"]);
  await score(lone, { Ada: FAIR });
  await score(other, { Ada: FAIR, Ben: STRONG });
  const thin = await compare("Rosa", lone, other);
  expect(thin.model).toMatchObject({
    state: "not-enough",
    reason: expect.stringContaining("Needs 3 candidates"),
  });
  expect(thin.pairs).toMatchObject([{ state: "not-enough" }]);

  const apart = await ownOpening("Smith");
  const left = [await apart.interview("L1", ["Ada", "Ben"]), await apart.interview("L2", ["Ada", "Ben"])];
  const right = [
    await apart.interview("R1", ["Cleo", "Iris"]),
    await apart.interview("R2", ["Cleo", "Iris"]),
  ];
  for (const place of left) await score(place, { Ada: STRONG, Ben: place === left[0] ? STRONG : FAIR });
  for (const place of right) await score(place, { Cleo: WEAK, Iris: place === right[0] ? FAIR : WEAK });
  const [l1, r1] = [left[0], right[0]];
  if (!l1 || !r1) throw new Error("Both panels sat");
  const across = await compare("Rosa", l1, r1);
  expect(across.model).toMatchObject({ state: "known", panels: 2 });
  expect(across.pairs).toMatchObject([{ state: "not-enough", reason: expect.stringContaining("No chain") }]);
  expect(across.ties).toMatchObject({ state: "not-enough" });
  expect(across.warnings.map(({ warning }) => warning)).toEqual(
    expect.arrayContaining(["different-panels", "not-linked"]),
  );
});

test("anchors and composites follow the version a scorecard was scored on, not the one published since", async () => {
  const { interview } = await ownOpening("Binder");
  const before = await interview("Before", ["Ada", "Ben"]);
  await score(before, { Ada: STRONG, Ben: STRONG });
  const was = await compare("Rosa", before, await interview("Unseen", ["Ada"]));
  await world.as("Lena", (ctx) =>
    publishRubric(ctx, {
      number: 2,
      content: { ...PLAIN_RUBRIC, question: "Another wording" },
      weights: { ownership: 100, noticing: 0, consequence: 0, fix: 0, calibration: 0 },
      fold: { ...DEFAULT_FOLD, "0": 1 },
      reason: "a test",
    }),
  );
  const now = await compare("Rosa", before, await interview("Unseen too", ["Ada"]));
  expect(now.candidates[0]?.composite).toEqual(was.candidates[0]?.composite);
  expect(now.candidates[0]?.dimensions.calibration).toEqual(was.candidates[0]?.dimensions.calibration);
  expect(now.rubrics.map(({ number }) => number)).toEqual([1]);
});

test("Iris, recruiter with an open seat, gets a model and a heatmap without that interview", async () => {
  const { interview, openingId } = await ownOpening("Turner");
  const open = await interview("Open", ["Ada", "Ben", "Iris"]);
  const closed = [await interview("Closed 1", ["Ada", "Ben"]), await interview("Closed 2", ["Ada", "Ben"])];
  const third = await interview("Closed 3", ["Ada", "Ben"]);
  for (const [at, place] of [open, ...closed, third].entries())
    await score(place, { Ada: at % 2 ? FAIR : STRONG, Ben: at > 1 ? FAIR : WEAK });
  const [hers, his] = [await compare("Iris", open, third), await compare("Rosa", open, third)];
  expect(hers.model).toMatchObject({ candidates: 3, scorecards: 6 });
  expect(his.model).toMatchObject({ candidates: 4, scorecards: 8 });
  const of = ({ candidates }: typeof hers, name: string) =>
    candidates.find(({ candidate }) => candidate.name === name);
  expect(of(hers, "Open")).toMatchObject({
    blind: true,
    counted: 0,
    submitted: 2,
    cards: [],
    fair: { n: 0 },
  });
  expect(of(his, "Open")).toMatchObject({ blind: false, counted: 2, fair: { state: "known" } });
  const heatmap = (who: string) =>
    world.as(who, (ctx) => getHeatmap(ctx, getHeatmapContract.input.parse({ openingId })));
  const row = async (who: string) =>
    (await heatmap(who)).candidates.find(({ candidate }) => candidate.name === "Open");
  expect(await row("Iris")).toMatchObject({ counted: 0, dimensions: { fix: { n: 0, quality: null } } });
  expect(await row("Rosa")).toMatchObject({ counted: 2, dimensions: { fix: { n: 2 } } });
  // Rosa asked first of the two for the same opening: what is kept for her must not reach Iris, now or later.
  expect(await row("Iris")).toMatchObject({ counted: 0 });
  expect((await heatmap("Iris")).candidates.at(-1)?.candidate.name).toBe("Open");
});

test("columns stand in the order of raw composites, whatever the order they were asked for", async () => {
  const { interview } = await ownOpening("Glazier");
  const [low, high] = [await interview("Low", ["Ada"]), await interview("High", ["Ada"])];
  const none = await interview("None", ["Ada"]);
  await score(low, { Ada: WEAK });
  await score(high, { Ada: STRONG });
  const { candidates } = await compare("Rosa", none, low, high);
  expect(candidates.map(({ candidate }) => candidate.name)).toEqual(["High", "Low", "None"]);
});

test("a run of interviews on one day counts every opening the interviewer sat in, and no other day", async () => {
  const [here, elsewhere] = [await ownOpening("Baker"), await ownOpening("Brewer")];
  const [first, second] = [await here.interview("B1", ["Marta"]), await here.interview("B2", ["Marta"])];
  const alone = await here.interview("B3", ["Lena"]);
  await elsewhere.interview("B4", ["Marta"]);
  await world.as("Amos", async (ctx) => {
    const candidateId = await createCandidate(ctx, { name: "B5" });
    const { openingId } = elsewhere;
    await createInterview(ctx, {
      applicationId: await createApplication(ctx, { openingId, candidateId }),
      rubricVersionId: world.rubricVersionId,
      scheduledAt: new Date(ctx.now.getTime() - 2 * DAY_MS),
      seats: [{ memberId: world.member("Marta").id, scorecardId: v7() }],
    });
  });
  const runs = async () =>
    (await compare("Rosa", first, second, alone)).warnings
      .find(({ warning }) => warning === "same-day-run")
      ?.applicationIds.sort();
  expect(await runs()).toBeUndefined();
  await elsewhere.interview("B6", ["Marta"]);
  expect(await runs()).toEqual([first.applicationId, second.applicationId].sort());
});
