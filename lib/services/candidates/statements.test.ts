import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { completeCard, tab } from "@/tests/support/operations";
import { statementsOf } from "@/tests/support/statements";
import { decideDebrief } from "../debriefs/decide-debrief";
import { openDebrief } from "../debriefs/open-debrief";
import { revealDebrief } from "../debriefs/reveal-debrief";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";

/** What issue 5 allows a page. */
const STATEMENTS_MAX = 8;

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

async function submit(who: string, place: PlacedInterview): Promise<void> {
  const scorecardId = place.card(who);
  const operations = completeCard([4, 3, 4, 3, 0]).map(tab(world.rubricVersionId));
  await world.as(who, (ctx) => applyOperations(ctx, { scorecardId, operations }));
  await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
}

test("no page of a recruiter issues more than eight statements: seats open, decided, freshly changed, or with a seat of one's own", async () => {
  const places = [
    await world.interview("Mira", ["Ada", "Ben", "Iris"]),
    await world.interview("Noor", ["Ada", "Ben"]),
    await world.interview("Otto", ["Ada", "Ben"]),
  ];
  for (const place of places) for (const who of ["Ada", "Ben"]) await submit(who, place);
  const interviewId = places[0]?.interviewId ?? "";
  await world.as("Lena", (ctx) => openDebrief(ctx, { interviewId, reason: "Iris is away" }));
  await world.as("Lena", (ctx) => revealDebrief(ctx, { interviewId }));
  const decision = { interviewId, decisionId: v7(), outcome: "go-on", rationale: "Heard enough" } as const;
  await world.as("Lena", (ctx) => decideDebrief(ctx, { ...decision, tookPart: [world.member("Ada").id] }));
  const ids = places.map(({ applicationId }) => applicationId);
  for (const who of ["Rosa", "Iris"]) {
    const counted = await statementsOf(records.url, world, world.openingId, ids, who);
    expect(Object.keys(counted)).toHaveLength(8);
    expect(Object.entries(counted).filter(([, count]) => count > STATEMENTS_MAX)).toEqual([]);
    expect(Math.min(...Object.values(counted))).toBeGreaterThan(2);
  }
});
