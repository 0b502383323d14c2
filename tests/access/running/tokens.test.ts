import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { type Heard, send } from "../../support/wire";

let at: Attacked;
let rosa: SignedIn;
let ned: SignedIn;
let owner: postgres.Sql;
beforeAll(async () => {
  at = await layOutAttack("access-tokens");
  owner = postgres(at.records.ownerUrl, { max: 1 });
  rosa = await signIn(at.ours, "Rosa R", ["recruiter", "admin"]);
  ned = await signIn(at.theirs, "Ned N", ["recruiter", "admin"]);
});
afterAll(async () => {
  await owner?.end();
  await at?.end();
});

const json = { "content-type": "application/json" };

function as(who: SignedIn, method: string, path: string, body?: unknown): Promise<Heard> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return send(at.product.address, `/api/v1${path}`, {
    method,
    headers: { cookie: who.cookie, ...json },
    ...sent,
  });
}

async function make(who: SignedIn, scope: "read" | "write"): Promise<{ tokenId: string; token: string }> {
  const heard = await as(who, "POST", "/tokens", { name: `For ${scope}`, scope, days: 30 });
  expect(heard.status).toBe(200);
  return JSON.parse(heard.text);
}

function by(token: string, path: string, method = "GET", body?: unknown): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, ...json };
  return send(at.product.address, `/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** An organisation as a token spells it. */
const compact = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

const invitation = (n: number) => ({ name: `T ${n}`, email: `t${n}@example.com`, roles: ["interviewer"] });

test("a token does what its scope says, as the member who made it, and tells when it was last used", async () => {
  const [reads, writes] = [await make(rosa, "read"), await make(rosa, "write")];
  expect(JSON.parse((await by(reads.token, "/me")).text)).toMatchObject({ memberId: rosa.memberId });
  expect((await by(writes.token, "/members", "POST", invitation(1))).status).toBe(200);
  expect((await by(reads.token, "/members", "POST", invitation(2))).status).toBe(403);
  const { tokens } = JSON.parse((await as(rosa, "GET", "/tokens")).text);
  expect(tokens).toHaveLength(2);
  expect(tokens.every(({ lastUsedAt }: { lastUsedAt: string | null }) => lastUsedAt !== null)).toBe(true);
  expect(JSON.stringify(tokens)).not.toContain(reads.token.slice(-20));
});

test("47: revoked, expired, mistyped, another organisation's, or its maker gone: refused, and logged", async () => {
  const { token, tokenId } = await make(rosa, "read");
  expect((await by(token, "/me")).status).toBe(200);
  expect((await as(ned, "DELETE", `/tokens/${tokenId}`)).status).toBe(404);
  expect((await by(token, "/me")).status).toBe(200);
  expect((await as(rosa, "DELETE", `/tokens/${tokenId}`)).status).toBe(200);
  expect((await by(token, "/me")).status).toBe(401);

  const old = await make(rosa, "read");
  await owner`update api_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = ${old.tokenId}`;
  expect((await by(old.token, "/me")).status).toBe(401);

  const typed = await make(rosa, "read");
  const wrong = `${typed.token.slice(0, -1)}${typed.token.endsWith("A") ? "B" : "A"}`;
  for (const attempt of [wrong, "plumbline_", "x", "", typed.token.toLowerCase()])
    expect((await by(attempt, "/me")).status).toBe(401);
  expect((await by(typed.token, "/me")).status).toBe(200);

  // Another organisation's token may write, but finds nothing of ours, and ours nothing of theirs.
  const [theirs, here] = [await make(ned, "write"), await make(rosa, "write")];
  const place = await seatInterview(at.ours, "Mira", []);
  const application = `/applications/${place.applicationId}`;
  expect([(await by(theirs.token, application)).status, (await by(here.token, application)).status]).toEqual([
    404, 200,
  ]);
  const promote = (token: string, { memberId }: SignedIn) =>
    by(token, `/members/${memberId}`, "PUT", { roles: ["recruiter", "admin"], active: true });
  expect([
    (await promote(theirs.token, rosa)).status,
    (await promote(here.token, ned)).status,
    (await promote(theirs.token, ned)).status,
  ]).toEqual([404, 404, 200]);
  // The organisation is written in the token: changed there, it is nobody's.
  const body = `plumbline_${compact(at.ours.organization.id)}${theirs.token.slice(32, -6)}`;
  const checksum = createHash("sha256").update(body).digest("base64url").slice(0, 6);
  expect(`${theirs.token}`).toContain(`plumbline_${compact(at.theirs.organization.id)}`);
  expect((await by(`${body}${checksum}`, "/me")).status).toBe(401);
  await expect.poll(() => at.product.log()).toMatch(/"rule":"UNAUTHENTICATED"[^\n]*"call":"getMe"/);
});

test("47: a token in an address is refused, and does not get into the log", async () => {
  const { token } = await make(rosa, "read");
  expect((await send(at.product.address, `/api/v1/me?access_token=${token}`)).status).toBe(401);
  const cookie = { cookie: rosa.cookie };
  expect((await send(at.product.address, `/api/v1/me?token=${token}`, { headers: cookie })).status).toBe(401);
  expect(at.product.log()).not.toContain(token);
});

test("a token makes no other way in: neither a token nor a list of devices", async () => {
  const { token } = await make(rosa, "write");
  expect((await by(token, "/tokens", "POST", { name: "More", scope: "write", days: 365 })).status).toBe(403);
  for (const path of ["/tokens", "/me/sessions"]) expect((await by(token, path)).status).toBe(403);
});

test("the database keeps hashes alone, and a token's deeds stand in the audit under its maker", async () => {
  const { token } = await make(rosa, "write");
  const rows = await owner`select * from api_tokens`;
  expect(JSON.stringify(rows)).not.toContain(token.slice(33, 70));
  const audit = await as(rosa, "GET", "/audit");
  expect(audit.text).toMatch(/"token.create"/);
  expect(audit.text).toMatch(/"token.revoke"/);
});
