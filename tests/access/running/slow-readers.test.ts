import { type ClientRequest, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openOwner } from "@/db/testing/database";
import { API_ROOT } from "@/lib/contracts/contract";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type Seated, type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { completeCard, tab } from "../../support/operations";
import { send } from "../../support/wire";

/** More than sockets and servers hold between two machines: whoever does not read, keeps the file on its way. */
const NOTES = 6_000;

let at: Attacked;
let readers: SignedIn[];
let ned: SignedIn;
let theirs: Seated;
const underWay: ClientRequest[] = [];
beforeAll(async () => {
  at = await layOutAttack("access-slow-readers");
  readers = await Promise.all(["Una", "Vic", "Wim"].map((name) => signIn(at.ours, name, ["recruiter"])));
  ned = await signIn(at.theirs, "Ned", ["recruiter"]);
  theirs = await seatInterview(at.theirs, "Their Mira", []);
  const ben = await signIn(at.ours, "Ben B", ["interviewer"]);
  const { scorecardIds } = await seatInterview(at.ours, "Mira", [ben]);
  const [card = ""] = scorecardIds;
  const operations = completeCard([3, 3, 3, 3, 0]).map(tab(at.ours.rubricVersionId));
  const headers = { cookie: ben.cookie, "content-type": "application/json" };
  for (const [deed, body] of [
    ["operations", { operations }],
    ["submission", {}],
  ] as const) {
    const sent = { method: "POST", headers, body: JSON.stringify(body) };
    const heard = await send(at.product.address, `${API_ROOT}/scorecards/${card}/${deed}`, sent);
    expect(heard.status).toBe(200);
  }
  const owner = openOwner(at.records);
  await owner`insert into evidence_notes (organization_id, id, scorecard_id, dimension, body, position)
    select ${at.ours.organization.id}, gen_random_uuid(), ${card}, 'fix', repeat('x', 3900), n
    from generate_series(1, ${NOTES}) n`;
  await owner.end();
});
afterAll(async () => {
  for (const each of underWay) each.destroy();
  await at?.end();
});

const file = (openingId: string) => `${API_ROOT}/openings/${openingId}/export?format=json`;

/** Asks for the whole opening as a file, and then takes none of it. */
function dawdle({ cookie }: SignedIn): Promise<number> {
  const { hostname, port } = new URL(at.product.address);
  const asked = { hostname, port, path: file(at.ours.openingId), headers: { cookie }, agent: false };
  return new Promise((resolve, reject) => {
    const reading = request(asked, (response) => resolve(response.statusCode ?? 0));
    reading.on("error", reject);
    reading.end();
    underWay.push(reading);
  });
}

test("48: readers who take nothing hold places of their own organisation alone, and give them back when they go", async () => {
  const [una, vic, wim] = readers as [SignedIn, SignedIn, SignedIn];
  expect([await dawdle(una), await dawdle(una), await dawdle(una)]).toEqual([200, 200, 429]);
  expect([await dawdle(vic), await dawdle(vic)]).toEqual([200, 200]);
  expect(await dawdle(wim)).toBe(429);

  const as = ({ cookie }: SignedIn, path: string) => send(at.product.address, path, { headers: { cookie } });
  expect((await as(una, `${API_ROOT}/candidates`)).status).toBe(200);
  expect((await as(ned, `${API_ROOT}/applications/${theirs.applicationId}`)).status).toBe(200);
  const whole = await as(ned, file(at.theirs.openingId));
  expect([whole.status, whole.text.includes("Their Mira")]).toEqual([200, true]);
  expect((await as(ned, "/api/ready")).status).toBe(200);

  for (const each of underWay.splice(0)) each.destroy();
  await expect.poll(() => dawdle(wim), { timeout: 10_000 }).toBe(200);
});
