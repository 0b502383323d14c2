import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "./invariants";
import { createTestDatabase, type TestDatabase } from "./testing/database";

let records: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  records = await createTestDatabase();
  owner = postgres(records.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await records.drop();
});

test("a role that row policies bind is refused: it would find every invariant kept by no row at all", async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await owner.unsafe("create role bound_owner login password 'bound_owner_password'");
  try {
    const url = new URL(records.ownerUrl);
    url.username = "bound_owner";
    url.password = "bound_owner_password";
    await expect(brokenInvariants(url.toString())).rejects.toThrow(/bypasses row-level security/);
  } finally {
    await owner.unsafe("drop role bound_owner");
  }
});
