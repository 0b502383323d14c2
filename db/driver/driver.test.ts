import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "../client";
import { createTestDatabase, type TestDatabase } from "../testing/database";
import { openingWith } from "./opening";
import { begunWithin } from "./pool-wait";
import { sqlState } from "./sql-state";

let records: TestDatabase;
let database: Database;
let owner: postgres.Sql;
beforeAll(async () => {
  records = await createTestDatabase();
  database = connect(records.url, { max: 1 });
  owner = postgres(records.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await database.$client.end();
  await owner.end();
  await records.drop();
});

test("a pool for one core takes no second one: no parallel workers, no compiling", async () => {
  const settingsOf = async ({ $client }: Database) =>
    $client<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ('jit', 'max_parallel_workers_per_gather') order by name`;
  const frugal = connect(records.url, { max: 1, oneCore: true });
  try {
    expect((await settingsOf(frugal)).map(({ setting }) => setting)).toEqual(["off", "0"]);
    expect((await settingsOf(database)).map(({ setting }) => setting)).not.toContain("0");
  } finally {
    await frugal.$client.end();
  }
});

const one = () =>
  database.transaction(async (tx) => (await tx.execute<{ n: number }>(sql`select ${1}::int as n`))[0]?.n);
const sleeping = () => owner<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
  where usename = 'plumbline_login' and datname = current_database() and wait_event = 'PgSleep'`;
/** Ends the pool's only connection from outside, as a crash of the server or an administrator would. */
const cut = () => owner`select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'plumbline_login' and datname = current_database()`;

test("a connection cut while idle or in the middle of a transaction serves the next one", async () => {
  for (let round = 0; round < 5; round += 1) {
    const torn = database.transaction(async (tx) => {
      await cut();
      return tx.execute(sql`select ${1}::int`);
    });
    const error: unknown = await torn.catch((reason: unknown) => reason);
    expect(sqlState(error)).toMatch(/^(57P01|CONNECTION_CLOSED|ECONNRESET|EPIPE)$/);
    expect(await one()).toBe(1);
  }
});

test("a connection cut in the middle of a statement does not answer the next one with its own end", async () => {
  for (let round = 0; round < 5; round += 1) {
    const torn = database.transaction((tx) => tx.execute(sql`select pg_sleep(${30})`));
    const error = torn.catch((reason: unknown) => reason);
    await expect.poll(async () => (await sleeping())[0]?.n).toBe(1);
    await cut();
    expect(sqlState(await error)).toMatch(/^(57P01|CONNECTION_CLOSED|ECONNRESET|EPIPE)$/);
    expect(await one()).toBe(1);
  }
});

test("whoever waits too long for a connection is told so, and what comes too late is undone", async () => {
  let free = () => {};
  const busy = database.transaction(() => new Promise<void>((done) => (free = done)));
  const worked: string[] = [];
  const waiting = begunWithin(30, (started) =>
    database.transaction(async () => {
      started();
      worked.push("too late");
    }),
  );
  const error: unknown = await waiting.catch((reason: unknown) => reason);
  expect(sqlState(error)).toBe("POOL_FULL");
  free();
  await busy;
  expect(await begunWithin(5_000, (started) => one().finally(started))).toBe(1);
  expect(worked).toEqual([]);
});

test("whoever waits for a row that never comes free is told so", async () => {
  const held = await database.$client.reserve();
  await held`set lock_timeout = 20`;
  const error = await owner.begin(async (tx) => {
    await tx`lock table organizations in access exclusive mode`;
    return held`select 1 from organizations`.catch((reason: unknown) => reason);
  });
  expect(sqlState(error)).toBe("55P03");
  await held`reset lock_timeout`;
  const [set] = await held<{ value: string }[]>`select current_setting('lock_timeout') as value`;
  expect(set?.value).toBe("8s");
  held.release();
});

test("work that goes on after its transaction ended reaches no other transaction", async () => {
  let late: () => Promise<unknown> = () => Promise.resolve();
  await database.transaction(async (tx) => {
    late = async () => tx.execute(sql`select ${1}::int`);
  });
  await expect(late()).rejects.toThrow();
  expect(await one()).toBe(1);
});

test("a statement of fixed shape is planned once; one with as many parameters as rows is not kept", async () => {
  const kept = () =>
    database.transaction((tx) =>
      tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements where ${true}`),
    );
  const many = sql.join(
    Array.from({ length: 60 }, (_, i) => sql`${i}::int`),
    sql`, `,
  );
  for (let time = 0; time < 2; time += 1) {
    expect(await one()).toBe(1);
    await database.transaction((tx) => tx.execute(sql`select ${many}`));
  }
  const statements = (await kept()).map(({ statement }) => statement);
  expect(statements.filter((statement) => statement === "select $1::int as n")).toHaveLength(1);
  expect(statements.filter((statement) => statement.includes("$60"))).toHaveLength(0);
});

/** Rows that came with `begin`, and whether the work stands in that same transaction. */
const opened = (statement: string) =>
  openingWith(
    [statement, "select current_setting('app.scope', true) as after"],
    () => {},
    (rowsOf) =>
      database.transaction(async (tx) => {
        const [rows, after] = rowsOf();
        const [row] = await tx.execute<{ mine: string }>(
          sql`select current_setting('app.scope', ${true}) as mine`,
        );
        return { rows, after, mine: row?.mine };
      }),
  );

test("what travels with begin has run inside the transaction, also on a connection that was just cut", async () => {
  for (let round = 0; round < 5; round += 1) {
    expect(await opened("select set_config('app.scope', 'here', true) as scope")).toEqual({
      rows: [{ scope: "here" }],
      after: [{ after: "here" }],
      mine: "here",
    });
    expect(await one()).toBe(1);
    await cut();
  }
  expect((await opened("select 1 as n")).mine).toBeNull();
});

test("a refusal of what travels with begin ends that transaction and gives the connection back", async () => {
  for (let round = 0; round < 3; round += 1) {
    const error: unknown = await opened("select 1 / 0").catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe("22012");
    expect(await one()).toBe(1);
  }
});
