import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { applyChange } from "@/lib/domain/changes";
import type { Mark } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { completeCard } from "@/tests/support/operations";
import { listen } from "../events/listen";
import { attemptPractice } from "../practice/attempt-practice";
import { getPracticeAnswer } from "../practice/get-practice-answer";
import { getPracticeProgress } from "../practice/get-practice-progress";
import { getPracticeTeam } from "../practice/get-practice-team";
import { closeRound } from "./close-round";
import { getRound } from "./get-round";
import { joinRound } from "./join-round";
import { listRounds } from "./list-rounds";
import { revealRound } from "./reveal-round";
import { startRound } from "./start-round";
import { talkRound } from "./talk-round";

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

const ANSWER = "wrong-phase";
const begin = async () => (await world.as("Lena", (ctx) => startRound(ctx, { answerKey: ANSWER }))).roundId;
const open = (who: string, roundId: string) => world.as(who, (ctx) => getRound(ctx, { roundId }));
const join = (who: string, roundId: string) => world.as(who, (ctx) => joinRound(ctx, { roundId }));
const reveal = (who: string, roundId: string) => world.as(who, (ctx) => revealRound(ctx, { roundId }));
const score = (who: string, roundId: string, marks: readonly Mark[]) =>
  world.as(who, (ctx) =>
    attemptPractice(ctx, {
      answerKey: ANSWER,
      rubricVersionId: world.rubricVersionId,
      content: completeCard(marks).reduce(applyChange, EMPTY_SCORECARD),
      hinted: false,
      roundId,
    }),
  );

test("a round from its start to its end: blind until revealed to all at once, then talked through, kept as training", async () => {
  const roundId = await begin();
  for (const who of ["Ada", "Ben", "Ada"]) await join(who, roundId);
  await score("Ada", roundId, [5, 1, 3, 3, 0]);

  const during = await open("Ben", roundId);
  expect(during).toMatchObject({ state: "scoring", mine: "scoring", revealed: null });
  expect(during.members.map(({ member, scored }) => [member.name, scored])).toEqual([
    ["Ada", true],
    ["Ben", false],
  ]);
  // Nothing of it reaches even Ada, who scored: her reference waits with everybody's.
  const own = await world.as("Ada", (ctx) => getPracticeAnswer(ctx, { answerKey: ANSWER }));
  expect(own).toMatchObject({ result: null, roundId, exact: null });
  expect((await world.as("Ada", getPracticeProgress)).attempts).toEqual([]);
  expect((await world.as("Lena", getPracticeTeam)).members[0]?.readiness.answers).toBe(0);
  await expect(reveal("Marta", roundId)).rejects.toMatchObject({ code: "FORBIDDEN" });

  await score("Ben", roundId, [5, 5, 3, 3, 0]);
  await reveal("Lena", roundId);
  const after = await open("Ben", roundId);
  expect(after).toMatchObject({ state: "revealed", dimension: "noticing", mine: "scored" });
  expect(after.revealed?.order[0]).toBe("noticing");
  expect(after.revealed?.cards.map(({ member, marks }) => [member.name, marks[1]?.mark])).toEqual([
    ["Ada", 1],
    ["Ben", 5],
  ]);
  await world.as("Lena", (ctx) =>
    talkRound(ctx, { roundId, dimension: "noticing", note: "Two seconds is at once" }),
  );
  await world.as("Lena", (ctx) => closeRound(ctx, { roundId }));
  expect(await open("Ada", roundId)).toMatchObject({
    state: "closed",
    revealed: { notes: { noticing: "Two seconds is at once" } },
  });
  expect((await world.as("Ada", getPracticeProgress)).attempts).toHaveLength(1);
});

test("who was never in a round reads neither its cards nor the reference, and may still score the answer blind", async () => {
  const [round] = (await world.as("Cleo", listRounds)).rounds;
  const seen = await open("Cleo", round?.roundId ?? "");
  expect(seen).toMatchObject({ state: "closed", mine: "not-joined", revealed: null });
  expect((await open("Ada", round?.roundId ?? "")).revealed?.cards).toHaveLength(2);
});

test("after the reveal nobody joins and nothing more comes in; who knows the answer only talks", async () => {
  const roundId = await begin();
  expect((await open("Ada", roundId)).mine).toBe("knows");
  for (const who of ["Cleo", "Iris"]) await join(who, roundId);
  await expect(reveal("Lena", roundId)).rejects.toMatchObject({ code: "CONFLICT" });
  await score("Cleo", roundId, [5, 5, 3, 3, 0]);
  await reveal("Lena", roundId);
  await expect(score("Iris", roundId, [1, 1, 1, 1, 0])).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(join("Rosa", roundId)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(score("Rosa", roundId, [1, 1, 1, 1, 0])).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("each step is told live to everybody of the organisation: where, never what", async () => {
  const roundId = await begin();
  const { asOf } = await open("Ben", roundId);
  await join("Rosa", roundId);
  await score("Rosa", roundId, [5, 5, 3, 3, 0]);
  await reveal("Lena", roundId);
  const { events } = await world.as("Ben", (ctx) => listen(ctx, { since: asOf }));
  expect(events.map(({ kind, practiceRoundId }) => [kind, practiceRoundId])).toEqual([
    ["changed", roundId],
    ["changed", roundId],
    ["changed", roundId],
  ]);
});
