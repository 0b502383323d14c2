import { PassThrough } from "node:stream";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { withIdentity, withOrganizationItself } from "@/db/context";
import { readOrganization } from "@/db/organization-file/read";
import { writeOrganization } from "@/db/organization-file/write";
import { memberships } from "@/db/schema/index";
import { createTestDatabase } from "@/db/testing/database";
import { layOutWorld } from "@/db/testing/world";
import { createSession } from "@/db/writes/sessions";
import { ensureBuilt } from "@/lib/commands/build/build";
import type { SignedIn } from "../../support/interviewers";
import { everyPage, everyReading, everyView } from "../noninterference/readings";
import { serveTwo } from "../noninterference/two-servers";
import { type House, layOutPairs } from "../noninterference/worlds";

/** What is a browser's at one address stays there (db/organization-file/tables), so it is not the same by design. */
const STAYS_THERE = /\/(sessions|devices|tokens|health)\b/;
/** Between them they read all that there is, and all that an open seat hides. */
const READERS = ["everything", "recruiter with a seat", "interviewer"];
const SESSION_MS = 3_600_000;

test("an organisation taken into another deployment answers each of its members byte for byte as before", async () => {
  await ensureBuilt(console.log);
  const { houses, left, end } = await layOutPairs(0, 7);
  const [house] = houses;
  if (!house) throw new Error("A house was laid out");
  const there = await createTestDatabase();
  const neighbour = await layOutWorld(there.url, "Neighbour");
  await neighbour.interview("Mira", ["Ada", "Ben"]);
  await neighbour.end();
  const file = new PassThrough();
  const read = readOrganization(there.ownerUrl, file);
  await writeOrganization(left.ownerUrl, house.world.organization.id, file);
  file.end();
  await read;

  const servers = await serveTwo(left.url, there.url, "moved");
  const differing: string[] = [];
  let asked = 0;
  try {
    const paths = [...everyReading(house), ...everyView(house), ...everyPage(house)];
    for (const name of READERS) {
      const member = house.blind[name];
      if (!member) throw new Error(`Nobody here is called ${name}`);
      const cookies = [member.cookie, await signInThere(there.url, house, member)] as const;
      for (const path of paths.filter((one) => !STAYS_THERE.test(one))) {
        const [before, after] = await servers.ask({ path }, cookies);
        asked += 1;
        if (before !== after) differing.push(`${name}, ${path}: ${firstDifference(before, after)}`);
      }
    }
    // Sameness proves something only where there is something to see.
    const list = await servers.ask({ path: `/api/v1/candidates?openingId=${house.world.openingId}` }, [
      house.blind.everything?.cookie ?? "",
      "",
    ]);
    expect(list[0]).toContain("Mira");
    expect(list[1]).not.toContain("Mira");
  } finally {
    await servers.stop();
    await there.drop();
    await end();
  }
  expect(differing).toEqual([]);
  expect(asked).toBeGreaterThan(READERS.length * 50);
}, 600_000);

/** Sessions do not travel: each member signs in anew. */
async function signInThere(url: string, { world }: House, { memberId }: SignedIn): Promise<string> {
  const database = connect(url, { max: 1 });
  try {
    const organizationId = world.organization.id;
    const [member] = await withOrganizationItself(database, organizationId, (tx) =>
      tx.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.id, memberId)),
    );
    if (!member?.userId) throw new Error("Nobody stands behind this membership there");
    const { userId } = member;
    const expires = new Date(Date.now() + SESSION_MS);
    const token = await withIdentity(database, (tx) =>
      createSession(tx, { userId, organizationId, expires }),
    );
    return `authjs.session-token=${token}`;
  } finally {
    await database.$client.end();
  }
}

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((character, i) => character !== b[i]);
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `${around(a)} beside ${around(b)}`;
}
