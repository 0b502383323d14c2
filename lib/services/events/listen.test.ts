import { afterAll, beforeAll, expect, test } from "vitest";
import { listenForChanges } from "@/db/listen";
import { createTestDatabase, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import type { Mark } from "@/lib/domain/scale";
import { completeCard, tab } from "@/tests/support/operations";
import { listInterviews } from "../interviews/list-interviews";
import { nudgeSeat } from "../nudges/nudge-seat";
import { amendScorecard } from "../scorecards/amend-scorecard";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { listen } from "./listen";

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

const place = async (who: string) => (await world.as(who, (ctx) => listen(ctx, {}))).seq;
const heard = async (who: string, since: number) =>
  (await world.as(who, (ctx) => listen(ctx, { since }))).events;

async function submit(who: string, at: PlacedInterview, marks: readonly Mark[]): Promise<void> {
  const operations = completeCard(marks).map(tab(world.rubricVersionId));
  const scorecardId = at.card(who);
  await world.as(who, (ctx) => applyOperations(ctx, { scorecardId, operations }));
  await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
}

const seatOf = (at: PlacedInterview, who: string) =>
  world.as("Rosa", async ({ tx }) => {
    const [row] = await tx.execute<{ id: string }>(
      `select id from seats where interview_id = '${at.interviewId}' and member_id = '${world.member(who).id}'`,
    );
    return row?.id ?? "";
  });

test("Ben's submission is told to the panel and to those who compare, and to nobody else: where, never what", async () => {
  const at = await world.interview("Mira", ["Ada", "Ben"]);
  const since = await place("Rosa");
  await submit("Ben", at, [4, 4, 4, 4, 0]);
  const { interviewId, applicationId } = at;
  const told = [{ kind: "changed", openingId: world.openingId, applicationId, interviewId }];
  for (const who of ["Rosa", "Lena", "Ada", "Ben"]) expect(await heard(who, since), who).toMatchObject(told);
  expect(await heard("Cleo", since)).toEqual([]);
  expect(Object.keys((await heard("Rosa", since))[0] ?? {}).sort()).toEqual(
    ["seq", "kind", "openingId", "applicationId", "interviewId", "practiceRoundId"].sort(),
  );
});

test("what the panel says after submitting is told to those who may see it, never to an open seat", async () => {
  const at = await world.interview("Noor", ["Ben", "Iris"]);
  await submit("Ben", at, [4, 4, 4, 4, 0]);
  const since = await place("Rosa");
  await world.as("Ben", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: at.card("Ben"),
      amendmentId: "01930000-0000-7000-8000-000000000001",
      change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 1 } },
      reason: "second thoughts",
    }),
  );
  expect(await heard("Iris", since)).toEqual([]);
  expect(await heard("Rosa", since)).toMatchObject([{ interviewId: at.interviewId }]);
  await submit("Iris", at, [3, 3, 3, 3, 0]);
  expect(await heard("Iris", since)).toHaveLength(2);
});

test("whoever was away for long, or comes from the future, is asked to look at everything again", async () => {
  const { seq } = await world.as("Rosa", (ctx) => listen(ctx, {}));
  expect(await heard("Rosa", seq + 5)).toMatchObject([{ kind: "reset", seq }]);
  expect(await heard("Rosa", seq)).toEqual([]);
});

test("another organisation hears nothing of it", async () => {
  const neighbour = await layOutWorld(records.url, "Neighbours");
  const { events } = await neighbour.as("Rosa", (ctx) => listen(ctx, { since: 0 }));
  expect(events.filter(({ openingId }) => openingId === world.openingId)).toEqual([]);
  await neighbour.end();
});

test("a missing scorecard is reminded of once a day, on the interviewer's own page, and audited", async () => {
  const at = await world.interview("Otto", ["Ada", "Ben"]);
  const seatId = await seatOf(at, "Ada");
  const since = await place("Rosa");
  const nudge = (who: string, seat: string) => world.as(who, (ctx) => nudgeSeat(ctx, { seatId: seat }));
  const { nudgedAt } = await nudge("Rosa", seatId);
  const { today } = await world.as("Ada", listInterviews);
  expect(today.find(({ interviewId }) => interviewId === at.interviewId)).toMatchObject({ nudgedAt });
  expect(await heard("Ada", since)).toMatchObject([{ kind: "nudged", interviewId: at.interviewId }]);
  expect(await heard("Ben", since)).toMatchObject([{ kind: "changed" }]);
  await expect(nudge("Lena", seatId)).rejects.toMatchObject({ code: "CONFLICT", details: { nudgedAt } });
  await expect(nudge("Ada", await seatOf(at, "Ben"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await submit("Ben", at, [3, 3, 3, 3, 0]);
  await expect(nudge("Rosa", await seatOf(at, "Ben"))).rejects.toMatchObject({ code: "CONFLICT" });
});

test("two reminders at the same moment are one", async () => {
  const at = await world.interview("Pia", ["Ada"]);
  const seatId = await seatOf(at, "Ada");
  const outcomes = await Promise.allSettled(
    ["Rosa", "Lena", "Rosa"].map((who) => world.as(who, (ctx) => nudgeSeat(ctx, { seatId }))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a listener hears of a change as it commits, and again after its connection was cut", async () => {
  const changes: string[] = [];
  let begun = 0;
  const listener = listenForChanges(
    records.url,
    (organizationId) => changes.push(organizationId),
    () => {
      begun += 1;
    },
  );
  const owner = openOwner(records);
  try {
    await expect.poll(() => begun).toBe(1);
    await submit("Ada", await world.interview("Quin", ["Ada"]), [3, 3, 3, 3, 0]);
    await expect.poll(() => changes).toContain(world.organization.id);
    await owner`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    await expect.poll(() => begun).toBe(2);
    changes.length = 0;
    await submit("Ada", await world.interview("Rita", ["Ada"]), [3, 3, 3, 3, 0]);
    await expect.poll(() => changes).toContain(world.organization.id);
  } finally {
    await listener.stop();
    await owner.end();
  }
});
