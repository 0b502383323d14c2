import postgres from "postgres";
import { expect, test } from "vitest";
import { createTestDatabase } from "./database";

test("every test gets a migrated database of its own, and the app signs in to it as its own role", async () => {
  const [ours, theirs] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const owner = postgres(ours.ownerUrl, { max: 1 });
  const app = postgres(ours.url, { max: 1 });
  const other = postgres(theirs.ownerUrl, { max: 1 });
  try {
    await owner`create table only_ours (id int)`;
    expect((await other`select 1 from pg_class where relname = 'only_ours'`).length).toBe(0);
    expect((await owner`select 1 from pg_class where relname = 'only_ours'`).length).toBe(1);
    expect((await owner`select 1 from pg_class where relname = 'organizations'`).length).toBe(1);
    expect((await app`select current_user as name`)[0]?.name).toBe("plumbline_login");
  } finally {
    await Promise.all([owner.end(), app.end(), other.end()]);
    await Promise.all([ours.drop(), theirs.drop()]);
  }
});
