import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { withIdentity, withOrganization } from "@/db/context";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import { completeCard, tab } from "@/tests/support/operations";

let records: TestDatabase;
let world: World;
let neighbour: World;
let place: PlacedInterview;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url, "Ours");
  neighbour = await layOutWorld(records.url, "Theirs");
  place = await world.interview("Mira", ["Ada", "Ben"]);
  const operations = completeCard([4, 5, 3, 4, 0]).map(tab(world.rubricVersionId));
  await world.as("Ben", (ctx) => applyOperations(ctx, { scorecardId: place.card("Ben"), operations }));
  await world.as("Ben", (ctx) => submitScorecard(ctx, { scorecardId: place.card("Ben") }));
});
afterAll(async () => {
  await world.end();
  await neighbour.end();
  await records.drop();
});

/** Ben's one scorecard: rows a table holds of it. */
const SCORED = { ratings: 5, evidence_notes: 5, submitted_marks: 1 };
const rowsSeenBy = (house: World, who: string, table: string) =>
  house.as(who, async ({ tx }) => (await tx.execute(sql.raw(`select * from ${table}`))).length);

test("the policies alone keep an open seat blind: no query of ours is trusted with it", async () => {
  for (const [table, rows] of Object.entries(SCORED)) {
    expect(await rowsSeenBy(world, "Ada", table), `${table} for Ada`).toBe(0);
    expect(await rowsSeenBy(world, "Cleo", table), `${table} for Cleo, who has no seat`).toBe(0);
    expect(await rowsSeenBy(world, "Ben", table), `${table} for Ben, whose own they are`).toBe(rows);
    expect(await rowsSeenBy(world, "Rosa", table), `${table} for Rosa, who compares`).toBe(rows);
  }
});

test("another organisation on the same server sees none of it, and cannot write into it", async () => {
  for (const table of [
    ...Object.keys(SCORED),
    "scorecards",
    "submissions",
    "interviews",
    "candidates",
    "operations",
  ]) {
    expect(await rowsSeenBy(neighbour, "Lena", table), table).toBe(0);
  }
  expect(await rowsSeenBy(world, "Rosa", "interviews")).toBe(1);
  const intrusion = neighbour.as("Lena", ({ tx }) =>
    tx.execute(sql`insert into openings (organization_id, id, title)
      values (${world.organization.id}, ${world.openingId}, 'Theirs in ours')`),
  );
  await expect(intrusion).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("without a context there is nothing, and the context is gone with its transaction", async () => {
  const app = postgres(records.url, { max: 1 });
  try {
    await expect(app`select * from candidates`).rejects.toMatchObject({ code: "42501" });
    await app.begin(async (tx) => {
      await tx`select open_organization(${world.organization.id}, ${world.member("Rosa").id})`;
      expect(await tx`select * from candidates`).toHaveLength(1);
    });
    await expect(app`select * from candidates`).rejects.toMatchObject({ code: "42501" });
  } finally {
    await app.end();
  }
});

test("the runtime role cannot rise: no SET ROLE, no switching the policies off, no program, no file", async () => {
  const attempts = [
    `set role ${new URL(records.ownerUrl).username}`,
    "alter table ratings disable row level security",
    "truncate ratings",
    "copy ratings to program 'true'",
    "select pg_read_file('/etc/hostname')",
    "create table mine (id int)",
  ];
  for (const attempt of attempts) {
    const tried = withIdentity(world.database, (tx) => tx.execute(sql.raw(attempt)));
    await expect(tried, attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  // With policies switched off by name, PostgreSQL refuses the query rather than show every row.
  const off = world.as("Ada", async ({ tx }) => {
    await tx.execute(sql`set local row_security = off`);
    return tx.execute(sql`select * from ratings`);
  });
  await expect(off).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("32: on one connection, a thousand readers of two organisations by turns, some failing midway, see only their own", async () => {
  const single = connect(records.url, { max: 1 });
  const seen = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) => {
      const house = i % 2 ? world : neighbour;
      const acting = { organization: house.organization, member: house.member("Rosa"), now: new Date() };
      return withOrganization(single, acting, async ({ tx }) => {
        if (i % 7 === 0) await tx.execute(sql`select 1 / 0`);
        return { house, rows: await tx.execute(sql`select organization_id from memberships`) };
      }).catch(() => null);
    }),
  );
  await single.$client.end();
  const strangers = seen.flatMap((each) =>
    each ? each.rows.filter((row) => row.organization_id !== each.house.organization.id) : [],
  );
  expect(strangers).toEqual([]);
  expect(seen.filter((each) => each && each.rows.length > 0).length).toBe(1_000 - Math.ceil(1_000 / 7));
});
