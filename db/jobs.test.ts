import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import PgBoss from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBackup } from "./backup";
import { connect, type Database } from "./client";
import { withIdentity } from "./context";
import { QUEUE_SCHEMA } from "./jobs";
import { selfTest } from "./self-test";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "./testing/database";

let records: TestDatabase;
let database: Database;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  database = connect(records.url, { max: 1 });
  owner = openOwner(records);
});
afterAll(async () => {
  await owner.end();
  await database.$client.end();
  await records.drop();
});

const plain = (sql: string) => sql.replace(/\s+/g, " ").replace(/ ;/g, ";").trim();

test("the migration makes the very tables that the installed pg-boss expects", () => {
  const plan = plain(PgBoss.getConstructionPlans(QUEUE_SCHEMA));
  const made = plain(
    readFileSync(new URL("./migrations/0026_sheet_jobs_and_undo.sql", import.meta.url), "utf8"),
  );
  const tables = plan.slice(plan.indexOf("CREATE SCHEMA"), plan.lastIndexOf("COMMIT;")).trim();
  expect(tables.length).toBeGreaterThan(2_000);
  expect(made).toContain(tables);
});

test("a transaction of the records can neither read the queue nor put a job there but by the one function", async () => {
  for (const statement of [
    "select 1 from jobs.job",
    "insert into jobs.job (name, data) values ('panel-sheets', '{}')",
    "delete from jobs.job",
    "create table jobs.mine (id uuid)",
  ])
    await expect(
      withIdentity(database, (tx) => tx.execute(statement)),
      statement,
    ).rejects.toMatchObject({
      cause: { code: "42501" },
    });
});

test("the app refuses to serve where its transactions reach the queue, or the queue's role owns it", async () => {
  expect(await selfTest(database)).toEqual([]);
  await owner`grant usage on schema jobs to plumbline_app`;
  await owner`grant create on schema jobs to plumbline_jobs`;
  await owner`alter table jobs.archive owner to plumbline_jobs`;
  expect(await selfTest(database)).toEqual([
    "the role plumbline_jobs owns a part of the schema jobs",
    "transactions reach the schema jobs, which is the queue's alone",
  ]);
});

test("a backup holds no job: they are asked for again", async () => {
  await owner`insert into jobs.job (name, data) values ('panel-sheets', '{"key": "a-job-that-waits"}')`;
  const stream = new PassThrough();
  const whole = text(stream);
  await writeBackup(records.ownerUrl, stream);
  stream.end();
  const backup = await whole;
  expect(backup).toContain('"table":"fit_snapshots"');
  expect(backup).not.toContain("a-job-that-waits");
});
