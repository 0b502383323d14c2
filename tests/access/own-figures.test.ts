import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type Context, withOrganization } from "@/db/context";
import { listMarksBesideMine } from "@/db/queries/findings";
import { seedDemo } from "@/db/seed/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { ALL_OPENINGS, getOwnFiguresContract } from "@/lib/contracts/panels";
import { listInterviews } from "@/lib/services/interviews/list-interviews";
import { changeFindingRule } from "@/lib/services/panels/change-finding-rule";
import { getOwnFigures } from "@/lib/services/panels/get-own-figures";
import { getPanelSheet } from "@/lib/services/panels/get-panel-sheet";
import { shareOwnFigures } from "@/lib/services/panels/share-own-figures";
import { actingAs, layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";

let records: TestDatabase;
let database: Database;
beforeAll(async () => {
  records = await createTestDatabase();
  await seedDemo(records.ownerUrl, { today: new Date() });
  database = connect(records.url, { max: 1 });
});
afterAll(async () => {
  await database.$client.end();
  await records.drop();
});

type Who = Parameters<typeof actingAs>[0];
const as = <T>(who: Who, work: (ctx: Context) => Promise<T>, now = new Date()) =>
  withOrganization(database, { ...actingAs(who), now }, work);
const own = (who: Who, now?: Date) => as(who, (ctx) => getOwnFigures(ctx, {}), now);
const sheet = (now?: Date) => as("lena", (ctx) => getPanelSheet(ctx, { openingId: ALL_OPENINGS }), now);
const rowOf = async (who: Who, now?: Date) =>
  (await sheet(now)).interviewers.find(({ member }) => member.id === actingAs(who).member.id);

/** A week before anybody in the demo has had their figures for a week. */
async function daysAfterTold(who: Who, days: number): Promise<Date> {
  const { toldAt } = await own(who);
  return new Date(Date.parse(toldAt ?? "") + days * 86_400_000);
}

describe("a finding about a person is shown to that person first", () => {
  test("Greta reads her own from the first day; Lena not before the seventh, neither figure nor use of levels", async () => {
    const [sixth, seventh] = [await daysAfterTold("greta", 6.99), await daysAfterTold("greta", 7)];
    const mine = await own("greta", sixth);
    expect(getOwnFiguresContract.output.parse(mine)).toEqual(mine);
    expect(mine).toMatchObject({ open: false, interviewers: [{ figures: { state: "open" } }] });
    expect((await rowOf("greta", sixth))?.figures).toEqual({
      state: "private",
      opensAt: seventh.toISOString(),
    });
    expect(await rowOf("greta", sixth)).toMatchObject({ notObserved: {} });
    expect((await rowOf("greta", seventh))?.figures).toMatchObject({
      state: "open",
      severity: { state: "known" },
    });
  });

  test("her home says that they are ready and until when they are hers alone, and nothing once leads read them", async () => {
    const home = (who: Who, now: Date) => as(who, (ctx) => listInterviews(ctx), now);
    const [sixth, seventh] = [await daysAfterTold("greta", 6.99), await daysAfterTold("greta", 7)];
    expect((await home("greta", sixth)).ownFigures).toEqual({ opensAt: seventh.toISOString() });
    expect((await home("greta", seventh)).ownFigures).toBeNull();
    expect((await home("lena", sixth)).ownFigures).toBeNull();
  });

  test("what she reads alone is what the sheet says of her once it is open", async () => {
    const mine = await own("greta");
    expect(mine.interviewers).toEqual([await rowOf("greta")]);
    expect(mine.interviewers).toHaveLength(1);
  });

  test("shared by her own hand it opens at once, and once only; nobody else can share it", async () => {
    const early = await daysAfterTold("hugo", 1);
    expect((await rowOf("hugo", early))?.figures.state).toBe("private");
    await as("lena", async ({ tx }) => {
      const stolen = await tx.execute(sql`update findings set shared_at = now()
        where member_id = ${actingAs("hugo").member.id} returning member_id`);
      expect(stolen).toHaveLength(0);
    });
    await as("hugo", (ctx) => shareOwnFigures(ctx, {}), early);
    expect((await rowOf("hugo", early))?.figures.state).toBe("open");
    expect(await own("hugo", early)).toMatchObject({ open: true, sharedAt: early.toISOString() });
    await expect(as("hugo", (ctx) => shareOwnFigures(ctx, {}))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a lead may make the days longer or leave it to sharing; every change is in the audit log; less than a week is refused", async () => {
    const tenth = await daysAfterTold("greta", 10);
    await as("lena", (ctx) => changeFindingRule(ctx, { days: 14 }));
    expect((await rowOf("greta", tenth))?.figures.state).toBe("private");
    await as("lena", (ctx) => changeFindingRule(ctx, { days: null }));
    expect((await rowOf("greta"))?.figures).toEqual({ state: "private", opensAt: null });
    await expect(as("ada", (ctx) => changeFindingRule(ctx, { days: 7 }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(as("lena", (ctx) => changeFindingRule(ctx, { days: 1 }))).rejects.toThrow();
    await as("lena", (ctx) => changeFindingRule(ctx, { days: 7 }));
    const changes = await as("lena", ({ tx }) =>
      tx.execute(
        sql`select detail ->> 'days' as days from audit_events where action = 'findings.rule' order by seq`,
      ),
    );
    expect(changes.map(({ days }) => days)).toEqual(["14", null, "7"]);
  });
});

test("one's own figures hold nothing of an interview one is still to score: not one mark of it is read", async () => {
  const marks = () => as("ada", async (ctx) => (await listMarksBesideMine(ctx)).length);
  const before = await marks();
  await layOutOpening(database, "Night desk", {
    "Blind Candidate": { ada: UNTOUCHED, ben: scored([1, 1, 1, 1, -2], "Ben") },
    "Plain Candidate": { ben: scored([3, 3, 3, 3, 0], "Ben"), farid: scored([4, 4, 4, 4, 0], "Farid") },
  });
  expect(await marks()).toBe(before + 10);
  expect((await own("ada")).blindInterviews).toBeGreaterThan(0);
  const names = JSON.stringify(await own("ada"));
  for (const other of ["Ben Okoro", "Blind Candidate", "Plain Candidate"]) expect(names).not.toContain(other);
});

test("somebody who has scored nothing has nothing to read and nothing to share", async () => {
  expect(await own("rosa")).toMatchObject({ interviewers: [], toldAt: null, open: false });
  await expect(as("rosa", (ctx) => shareOwnFigures(ctx, {}))).rejects.toMatchObject({ code: "CONFLICT" });
});
