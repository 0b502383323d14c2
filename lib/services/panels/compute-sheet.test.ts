import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type Context, withMember, withOrganization } from "@/db/context";
import { type SheetJob, workOnSheets } from "@/db/jobs";
import { findSnapshot } from "@/db/queries/fit-snapshots";
import { seedDemo } from "@/db/seed/index";
import { RUBRIC_ID } from "@/db/seed/people";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import type { SheetComputing } from "@/lib/contracts/panel-figures";
import { getOwnFiguresContract, getPanelSheetContract } from "@/lib/contracts/panels";
import { actingAs, layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";
import { completeCard, tab } from "@/tests/support/operations";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { computeSheet } from "./compute-sheet";
import { followSheet } from "./follow-sheet";
import { getOwnFigures, ownFiguresUpTo } from "./get-own-figures";
import { getPanelSheet, panelSheetUpTo } from "./get-panel-sheet";

let records: TestDatabase;
let database: Database;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  await seedDemo(records.ownerUrl, { today: new Date() });
  database = connect(records.url, { max: 4 });
  owner = openOwner(records);
});
afterAll(async () => {
  await owner.end();
  await database.$client.end();
  await records.drop();
});

/** Far below the twenty thousand: a demo's ratings are many here. */
const FEW = 5;
const manySheet = panelSheetUpTo(FEW);
const manyOwn = ownFiguresUpTo(FEW);

type Who = Parameters<typeof actingAs>[0];
const as = <T>(who: Who, work: (ctx: Context) => Promise<T>) =>
  withOrganization(database, actingAs(who), work);

/** An instance of the app that takes jobs; answers what it ran and how to stop it. */
async function instance(run: (job: SheetJob) => Promise<unknown> = computed) {
  const ran: string[] = [];
  const worker = await workOnSheets(records.url, {
    run: async (job) => {
      ran.push(job.key);
      await run(job);
    },
    onError: (error) => {
      throw error;
    },
    ...{ pollSeconds: 0.5, maintenanceSeconds: 1 },
  });
  return { ran, stop: worker.stop };
}

const computed = (job: SheetJob) => computeSheet((work) => withMember(database, job, work), job.key);
/** A thread starts from the sources here, which takes longer than a built one. */
const SOON = { timeout: 100_000, interval: 200 };

async function done(who: Who, computing: SheetComputing | null): Promise<void> {
  const key = computing?.key ?? "";
  await expect
    .poll(() => as(who, (ctx) => followSheet(ctx, { key })), SOON)
    .toMatchObject({
      events: [{ state: "done" }],
    });
}

test("a sheet of too many ratings is computed once by one of two instances, to the very figures of the live sheet", async () => {
  const { openingId } = await layOutOpening(database, "Signal box keeper", {
    "First Keeper": { ada: scored([4, 4, 3, 4, 0], "Ada"), ben: scored([2, 4, 4, 4, 0], "Ben") },
    "Second Keeper": { ada: scored([3, 2, 3, 5, -1], "Ada"), ben: scored([5, 4, 4, 4, 1], "Ben") },
  });
  const ask = () => as("lena", (ctx) => manySheet(ctx, { openingId }));
  const first = await ask();
  expect(getPanelSheetContract.output.parse(first)).toEqual(first);
  expect(first).toMatchObject({
    ...{ computing: { ratings: 20, shown: "nothing" }, scorecards: 4, interviewers: [] },
    dimensions: [{ alpha: { state: "not-enough", reason: "It is being computed." } }, {}, {}, {}, {}],
  });
  expect((await ask()).computing?.key).toBe(first.computing?.key);
  const instances = [await instance(), await instance()];
  await done("lena", first.computing);
  await Promise.all(instances.map(({ stop }) => stop()));
  expect(instances.flatMap(({ ran }) => ran)).toEqual([first.computing?.key]);

  const [kept, live] = [await ask(), await as("lena", (ctx) => getPanelSheet(ctx, { openingId }))];
  expect(kept.computing).toBeNull();
  expect(kept.interviewers.length).toBe(2);
  expect({ ...kept, computedAt: "" }).toEqual({ ...live, computedAt: "" });
}, 120_000);

test("what an instance was computing when it was killed runs again; the figures of before stand meanwhile", async () => {
  const { openingId, scorecardId: card } = await layOutOpening(database, "Lock keeper", {
    "Third Keeper": {
      ...{ ada: scored([4, 4, 3, 4, 0], "Ada"), ben: scored([2, 4, 4, 4, 0], "Ben"), greta: UNTOUCHED },
    },
  });
  const ask = () => as("lena", (ctx) => manySheet(ctx, { openingId }));
  const first = await ask();
  const killed = await instance(() => new Promise(() => {}));
  await expect.poll(() => killed.ran.length, SOON).toBe(1);
  // Nobody will end this job any more: as long ago as its time allows, it is anybody's again.
  await owner`update jobs.job set started_on = now() - expire_in where state = 'active'`;
  const alive = await instance();
  await done("lena", first.computing);
  await Promise.all([killed.stop(), alive.stop()]);
  expect(alive.ran).toEqual([first.computing?.key]);

  const before = await ask();
  const scorecardId = card("Third Keeper", "greta");
  await as("greta", async (ctx) => {
    const operations = completeCard([3, 3, 3, 3, 0]).map(tab(RUBRIC_ID));
    await applyOperations(ctx, { scorecardId, operations });
    await submitScorecard(ctx, { scorecardId });
  });
  const after = await ask();
  expect(after).toMatchObject({
    ...{ computing: { shown: "earlier", ratings: 15 }, computedAt: before.computedAt },
    dimensions: before.dimensions,
  });
  const again = await instance();
  await done("lena", after.computing);
  await again.stop();
  expect(await ask()).toMatchObject({ computing: null, scorecards: 3 });
}, 120_000);

test("a lead who is still to score reads no snapshot with that interview, however it came to be hers", async () => {
  const { openingId, scorecardId } = await layOutOpening(database, "Ferry keeper", {
    "Fifth Keeper": {
      ada: scored([1, 1, 1, 1, -2], "Ada"),
      ben: scored([5, 5, 5, 5, 2], "Ben"),
      marek: UNTOUCHED,
    },
    "Sixth Keeper": { ada: scored([3, 3, 3, 3, 0], "Ada"), ben: scored([3, 3, 3, 3, 0], "Ben") },
  });
  const ask = (who: Who) => as(who, (ctx) => manySheet(ctx, { openingId }));
  const lenas = await ask("lena");
  const working = await instance();
  await done("lena", lenas.computing);
  const key = lenas.computing?.key ?? "";
  const mareks = await ask("marek");
  expect(mareks).toMatchObject({ computing: { shown: "nothing", ratings: 10 }, scorecards: 2 });
  expect(mareks.computing?.key).not.toBe(key);
  expect(await as("marek", (ctx) => findSnapshot(ctx, key))).toBeNull();
  expect(await as("marek", (ctx) => followSheet(ctx, { key }))).toMatchObject({
    events: [{ state: "gone" }],
  });
  expect(await as("rosa", (ctx) => findSnapshot(ctx, key))).toBeNull();
  await done("marek", mareks.computing);
  await working.stop();
  expect(await ask("marek")).toMatchObject({ computing: null, candidates: 1 });

  // Lena, who has read it, is given a seat there: from now on neither that sheet nor its figures are hers to read.
  expect((await ask("lena")).computing).toBeNull();
  await owner`insert into seats (organization_id, id, interview_id, member_id)
    select organization_id, gen_random_uuid(), interview_id, ${actingAs("lena").member.id} from scorecards
    where id = ${scorecardId("Sixth Keeper", "ada")}`;
  expect(await as("lena", (ctx) => findSnapshot(ctx, key))).toBeNull();
  expect(await ask("lena")).toMatchObject({ computing: { shown: "nothing", ratings: 10 } });
}, 120_000);

test("one's own figures are computed the same way, for oneself alone", async () => {
  const ask = () => as("ada", (ctx) => manyOwn(ctx, {}));
  const first = await ask();
  expect(getOwnFiguresContract.output.parse(first)).toEqual(first);
  expect(first).toMatchObject({ interviewers: [], computing: { shown: "nothing" } });
  expect(await as("lena", (ctx) => findSnapshot(ctx, first.computing?.key ?? ""))).toBeNull();
  const working = await instance();
  await done("ada", first.computing);
  await working.stop();
  const [kept, live] = [await ask(), await as("ada", (ctx) => getOwnFigures(ctx, {}))];
  expect({ ...kept, computedAt: "" }).toEqual({ ...live, computedAt: "" });
  expect(kept.interviewers).toHaveLength(1);
}, 120_000);

test("with a person who is erased every snapshot goes: one names whom to see next", async () => {
  const count = async () => (await owner`select count(*)::int as n from fit_snapshots`)[0]?.n;
  expect(await count()).toBeGreaterThan(0);
  await owner.begin(async (tx) => {
    await tx`select set_config('app.organization_id', ${actingAs("lena").organization.id}, true)`;
    await tx`update candidates set erased_at = now(), email = null where name = 'First Keeper'`;
  });
  expect(await count()).toBe(0);
});
