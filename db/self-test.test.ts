import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "./client";
import { selfTest } from "./self-test";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "./testing/database";

let records: TestDatabase;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  owner = openOwner(records);
});
afterAll(async () => {
  await owner?.end();
  await records?.drop();
});

async function faultsOf(url: string): Promise<string[]> {
  const database = connect(url, { max: 1 });
  try {
    return await selfTest(database);
  } finally {
    await database.$client.end();
  }
}

/** Another login on this server, for the length of `work`: roles are the whole cluster's. */
async function withLogin(rights: string, work: (url: string, name: string) => Promise<void>): Promise<void> {
  const [name, password] = [
    `plumbline_try_${randomBytes(4).toString("hex")}`,
    randomBytes(12).toString("hex"),
  ];
  const url = Object.assign(new URL(records.ownerUrl), { username: name, password }).toString();
  await owner.unsafe(`create role ${name} login noinherit password '${password}' ${rights}`);
  await owner.unsafe(`grant plumbline_app to ${name}; grant usage on schema public to ${name}`);
  await owner.unsafe(`grant execute on all functions in schema public to ${name}`);
  try {
    await work(url, name);
  } finally {
    await owner.unsafe(`drop owned by ${name}; drop role ${name}`);
  }
}

test("on a database as it is migrated, with the app's own login, there is nothing to say", async () => {
  expect(await faultsOf(records.url)).toEqual([]);
});

test("the owner's own URL is refused, although each transaction steps down from it", async () => {
  const faults = await faultsOf(records.ownerUrl);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/signs in as \w+, which (may do anything|is or can become)/);
});

test.each(["bypassrls", "createrole"])("a login with %s is refused", async (right) => {
  await withLogin(right, async (url, name) => {
    expect(await faultsOf(url)).toEqual([
      `DATABASE_URL signs in as ${name}, which may do anything: give the app a login of its own`,
    ]);
  });
});

test("a login that can become an owner is refused, and the same login without that is not", async () => {
  await withLogin("", async (url, name) => {
    expect(await faultsOf(url)).toEqual([]);
    await withLogin("", async (_, other) => {
      await owner.unsafe(`grant ${other} to ${name}; grant create on schema public to ${other}`);
      await owner.unsafe(`alter table nudges owner to ${other}`);
      const faults = await faultsOf(url);
      await owner.unsafe(`alter table nudges owner to current_user`);
      expect(faults).toEqual([
        `DATABASE_URL signs in as ${name}, which is or can become ${other}, an owner here: give the app a login of its own`,
      ]);
    });
  });
});

test("a table without forced policies, and one that the runtime role owns, are named", async () => {
  await owner`alter table nudges no force row level security`;
  await owner`grant create on schema public to plumbline_app`;
  await owner`alter table decisions owner to plumbline_app`;
  const faults = await faultsOf(records.url);
  await owner`alter table decisions owner to current_user`;
  await owner`revoke create on schema public from plumbline_app`;
  await owner`alter table nudges force row level security`;
  expect(faults).toContain("the table nudges has no forced row-level security");
  expect(faults).toContain("the runtime role owns the table decisions");
  expect(await faultsOf(records.url)).toEqual([]);
});
