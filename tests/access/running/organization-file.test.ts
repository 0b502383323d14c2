import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditChains } from "@/db/audit-heads";
import { connect } from "@/db/client";
import { withIdentity } from "@/db/context";
import { readOrganization } from "@/db/organization-file/read";
import { writeOrganization } from "@/db/organization-file/write";
import { createTestDatabase, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld } from "@/db/testing/world";
import { createSession } from "@/db/writes/sessions";
import { ensureBuilt } from "@/lib/commands/build/build";
import { type Product, serveProduct } from "../../support/server";
import { send } from "../../support/wire";
import { said } from "../noninterference/compare";
import { everyPage, everyReading } from "../noninterference/readings";
import { layOutPairs } from "../noninterference/worlds";

/** Two servers are asked for everything by everybody: on a busy machine that takes a while. */
const SLOW_MS = 240_000;
const SESSION_COOKIE = "authjs.session-token";
/** Sign-ins do not travel: one's list of devices is of the one server. */
const OF_THE_SERVER = /\/me\/sessions|\/settings\/devices/;

let worlds: Awaited<ReturnType<typeof layOutPairs>>;
let target: TestDatabase;
let here: Product;
let there: Product;
beforeAll(async () => {
  await ensureBuilt(console.log);
  worlds = await layOutPairs(0, 1);
  target = await createTestDatabase();
  const neighbour = await layOutWorld(target.url, "Lived here before");
  await neighbour.interview("Mira", ["Ada"]);
  await neighbour.end();
  const file = new PassThrough();
  const { organization } = house().world;
  const [written, read] = await Promise.all([
    writeOrganization(worlds.left.ownerUrl, organization.id, file).finally(() => file.end()),
    readOrganization(target.ownerUrl, file),
  ]);
  expect(read).toMatchObject({ organization: { id: organization.id }, ...written });
  here = await serveProduct(worlds.left.url, "organization-here");
  there = await serveProduct(target.url, "organization-there");
});
afterAll(async () => {
  await here?.stop();
  await there?.stop();
  await target?.drop();
  await worlds?.end();
});

function house() {
  const [only] = worlds.houses;
  if (!only) throw new Error("One house was laid out");
  return only;
}

/** The same person, signed in at the other server. */
async function signInThere(memberId: string): Promise<string> {
  const owner = openOwner(target);
  const database = connect(target.url, { max: 1 });
  try {
    const [member] = await owner`select user_id from memberships where id = ${memberId}`;
    const userId = String(member?.user_id);
    const expires = new Date(Date.now() + 3_600_000);
    const token = await withIdentity(database, (tx) =>
      createSession(tx, { userId, organizationId: house().world.organization.id, expires }),
    );
    return `${SESSION_COOKIE}=${token}`;
  } finally {
    await database.$client.end();
    await owner.end();
  }
}

test(
  "an organisation that moved answers everybody what it answered before: every reading, every page, byte for byte",
  async () => {
    let readings = 0;
    const failed: string[] = [];
    const people = { ...house().blind, recruiter: house().sees };
    for (const [name, { cookie, memberId }] of Object.entries(people)) {
      const cookieThere = await signInThere(memberId);
      const pages = name.startsWith("everything") ? everyPage(house()) : [];
      for (const path of [...everyReading(house()), ...pages]) {
        if (OF_THE_SERVER.test(path)) continue;
        const [before, after] = await Promise.all([
          send(here.address, path, { headers: { cookie } }),
          send(there.address, path, { headers: { cookie: cookieThere } }),
        ]);
        readings += 1;
        if (said(before) !== said(after)) failed.push(`${name}, ${path}: ${before.status}, ${after.status}`);
      }
    }
    expect(failed).toEqual([]);
    expect(readings).toBeGreaterThan(500);
    const database = connect(target.url, { max: 1 });
    const heads = await verifyAuditChains(database);
    await database.$client.end();
    expect(heads.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
  },
  SLOW_MS,
);
