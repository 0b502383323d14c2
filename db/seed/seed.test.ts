import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenInvariants } from "../invariants";
import { createTestDatabase, type TestDatabase } from "../testing/database";
import { seedDemo } from "./index";

const MONDAY = new Date("2026-03-02T08:20:00Z");
const A_WEEK_LATER = new Date("2026-03-09T17:05:00Z");

/** Every row of every table as text, in a fixed order: what a dump would hold. */
async function dump(ownerUrl: string): Promise<Record<string, string[]>> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`;
    const rows: Record<string, string[]> = {};
    for (const { name } of tables) {
      const found = await sql<{ row: string }[]>`select t::text as row from ${sql(name)} t order by 1`;
      rows[name] = found.map(({ row }) => row);
    }
    return rows;
  } finally {
    await sql.end();
  }
}

describe("the demo world in a database", () => {
  let database: TestDatabase;
  let once: Record<string, string[]>;

  beforeAll(async () => {
    database = await createTestDatabase();
    await seedDemo(database.ownerUrl, { today: MONDAY });
    once = await dump(database.ownerUrl);
  });
  afterAll(() => database.drop());

  test("agrees with itself: ledger, ratings, counts, submissions and audit", async () => {
    expect(await brokenInvariants(database.ownerUrl)).toEqual([]);
    expect(once.submissions?.length).toBeGreaterThanOrEqual(110);
  });

  test("replayed a week later, it is the same row for row", async () => {
    await seedDemo(database.ownerUrl, { today: A_WEEK_LATER });
    expect(await dump(database.ownerUrl)).toEqual(once);
  });

  test("laid out anew for the same moment, it is the same row for row", async () => {
    const other = await createTestDatabase();
    try {
      await Promise.all([
        seedDemo(other.ownerUrl, { today: MONDAY }),
        seedDemo(other.ownerUrl, { today: MONDAY }),
      ]);
      expect(await dump(other.ownerUrl)).toEqual(once);
    } finally {
      await other.drop();
    }
  }, 120_000);

  test("is written in the order of time, ending no later than the moment of seeding", async () => {
    const sql = postgres(database.ownerUrl, { max: 1 });
    try {
      const [{ disordered, last } = { disordered: -1, last: null }] = await sql<
        { disordered: number; last: Date }[]
      >`select count(*) filter (where at < before)::int as disordered, max(at) as last
        from (select at, lag(at) over (order by seq) as before from audit_events) e`;
      expect(disordered).toBe(0);
      expect(last?.getTime()).toBeLessThanOrEqual(MONDAY.getTime());
    } finally {
      await sql.end();
    }
  });
});
