import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBackup, writeBackup } from "./backup";
import { brokenInvariants } from "./invariants";
import { seedDemo } from "./seed/index";
import { createTestDatabase, openOwner, type TestDatabase } from "./testing/database";

let source: TestDatabase;
let backup = "";
let rows = 0;

beforeAll(async () => {
  source = await createTestDatabase();
  await seedDemo(source.ownerUrl, { today: new Date("2026-03-02T08:20:00Z") });
  // Some readers take these two for the end of a line, which they are not.
  const owner = openOwner(source);
  await owner`update users set name = E'one\\u2028two\\u2029three'`;
  await owner.end();
  const stream = new PassThrough();
  const whole = text(stream);
  rows = await writeBackup(source.ownerUrl, stream);
  stream.end();
  backup = await whole;
});
afterAll(() => source.drop());

test("a backup restored into an empty database is the same row for row, and agrees with itself", async () => {
  const target = await createTestDatabase();
  try {
    expect(await readBackup(target.ownerUrl, Readable.from(backup))).toBe(rows);
    expect(rows).toBeGreaterThan(100);
    const again = new PassThrough();
    const copied = text(again);
    await writeBackup(target.ownerUrl, again);
    again.end();
    expect(await copied).toBe(backup);
    expect(await brokenInvariants(target.ownerUrl)).toEqual([]);
  } finally {
    await target.drop();
  }
});

test("a database that has rows is not restored over", async () => {
  await expect(readBackup(source.ownerUrl, Readable.from(backup))).rejects.toThrow(/already has rows/);
});

test("a backup that breaks off is refused, and leaves nothing behind", async () => {
  const target = await createTestDatabase();
  const sql = postgres(target.ownerUrl, { max: 1 });
  try {
    const half = backup.slice(0, backup.length * 0.7);
    await expect(readBackup(target.ownerUrl, Readable.from(half))).rejects.toThrow(/it is not whole/);
    expect(await sql`select 1 from organizations`).toHaveLength(0);
  } finally {
    await sql.end();
    await target.drop();
  }
});

test("another kind of file is refused in a sentence", async () => {
  await expect(readBackup(source.ownerUrl, Readable.from("name,score\nAda,4\n"))).rejects.toThrow(
    "This file is not a Plumbline backup",
  );
});
