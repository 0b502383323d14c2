import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Change, fieldKey } from "@/lib/domain/changes";
import { findOwnScorecard } from "../queries/scorecards";
import { createTestDatabase, type TestDatabase } from "../testing/database";
import { layOutWorld, type World } from "../testing/world";
import { recordOperations } from "./operations";
import { projectChange } from "./scorecard-content";
import { fillScorecard } from "./whole-scorecard";

const NOTE = "0192f0c0-0000-7000-8000-000000000001";
const EVENT = "0192f0c0-0000-7000-8000-000000000002";

/** One change of every kind, and a mark that was not observed. */
const HISTORY: Change[] = [
  { field: "timer", value: { id: EVENT, kind: "beat", beat: "situation", at: 1_700_000_000_000 } },
  {
    field: "note",
    noteId: NOTE,
    value: { dimension: "ownership", text: "“I chose the wrong one.”", atMs: 31_000 },
  },
  { field: "rating", dimension: "ownership", value: { state: "observed", mark: 5 } },
  { field: "rating", dimension: "fix", value: { state: "not-observed" } },
  { field: "probe", dimension: "fix", value: "asked" },
  { field: "trap", trap: "no-noticing", value: { reason: "never said" } },
  { field: "fact", fact: "voice", value: "i" },
  { field: "measure", fact: "cost", value: { amount: 4, unit: "minutes" } },
  { field: "recommendation", value: "yes" },
  { field: "confidence", value: "high" },
];

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await layOutWorld(database.url);
});
afterAll(async () => {
  await world.end();
  await database.drop();
});

/** The history as the ledger keeps it. */
function ledger() {
  const clientId = v7();
  return HISTORY.map((change, n) => ({
    opId: v7(),
    clientId,
    clientSeq: n + 1,
    field: fieldKey(change),
    change,
    baseRevision: n,
    revision: n + 1,
    rubricVersionId: world.rubricVersionId,
    atMs: n,
    wallClock: new Date("2026-11-27T09:00:00Z"),
  }));
}

test("a history written at once reads as the same history written change by change", async () => {
  const byChange = await world.interview("Mira", ["Ada"]);
  const atOnce = await world.interview("Jonas", ["Ada"]);
  const [one, other] = await world.as("Ada", async (ctx) => {
    for (const [n, change] of HISTORY.entries()) {
      await projectChange(ctx, byChange.card("Ada"), n + 1, change);
    }
    await fillScorecard(ctx, atOnce.card("Ada"), HISTORY);
    for (const placed of [byChange, atOnce]) {
      await recordOperations(ctx, placed.card("Ada"), ledger(), HISTORY);
    }
    return [
      await findOwnScorecard(ctx, byChange.interviewId),
      await findOwnScorecard(ctx, atOnce.interviewId),
    ];
  });
  expect(one?.content.evidence).toHaveLength(1);
  expect(Object.keys(one?.content.facts ?? {})).toHaveLength(2);
  expect(other?.content).toEqual(one?.content);
});
