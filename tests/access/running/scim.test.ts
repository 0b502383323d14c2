import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROVISIONING_CONTRACTS, SCIM_ROOT } from "@/lib/contracts/provisioning";
import type { TokenScope } from "@/lib/domain/tokens";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { CookieJar } from "../../support/cookie-jar";
import { type CrookedIssuer, startCrookedIssuer } from "../../support/crooked-issuer";
import { type SignedIn, signIn } from "../../support/interviewers";
import { type Heard, send } from "../../support/wire";

const PATCH = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] };

let at: Attacked;
let issuer: CrookedIssuer;
let owner: postgres.Sql;
let amal: SignedIn;
let ours: string;
let theirs: string;
beforeAll(async () => {
  issuer = await startCrookedIssuer("plumbline");
  at = await layOutAttack("access-scim", {
    AUTH_OIDC_ISSUER: issuer.issuer,
    AUTH_OIDC_ID: "plumbline",
    AUTH_OIDC_SECRET: "client-secret",
  });
  owner = postgres(at.records.ownerUrl, { max: 1 });
  amal = await signIn(at.ours, "Amal", ["admin"]);
  ours = await tokenOf(amal, "provisioning");
  theirs = await tokenOf(await signIn(at.theirs, "Their Amal", ["admin"]), "provisioning");
});
afterAll(async () => {
  await owner?.end();
  await at?.end();
  await issuer?.stop();
});

async function asked(who: SignedIn, method: string, path: string, body?: unknown): Promise<Heard> {
  return send(at.product.address, `/api/v1${path}`, {
    method,
    headers: { cookie: who.cookie, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function tokenOf(who: SignedIn, scope: TokenScope): Promise<string> {
  const heard = await asked(who, "POST", "/tokens", { name: scope, scope, days: 30 });
  expect(heard.status).toBe(200);
  return JSON.parse(heard.text).token;
}

function scim(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Heard> {
  return send(at.product.address, `${SCIM_ROOT}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/scim+json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

const change = (token: string, path: string, ...Operations: object[]) =>
  scim(token, "PATCH", path, { ...PATCH, Operations });

const person = (name: string, more: object = {}) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  ...{ userName: `${name}@example.com`, externalId: `subject-${name}`, displayName: `Person ${name}` },
  ...{ active: true, emails: [{ primary: true, value: `${name}@example.com`, type: "work" }], ...more },
});

async function create(token: string, name: string): Promise<string> {
  const heard = await scim(token, "POST", "/Users", person(name));
  expect(heard.status, heard.text).toBe(201);
  const { id, meta } = JSON.parse(heard.text);
  expect(heard.headers.location).toBe(meta.location);
  return id;
}

/** Signs in at the provider as this subject, with its word for this address. */
async function arrive(subject: string, email: string): Promise<CookieJar> {
  const jar = new CookieJar(at.product.address);
  const { headers } = await jar.post("/api/auth/signin/oidc");
  const there = new URL(headers.location ?? "").searchParams;
  const [state, nonce] = [there.get("state") ?? "", there.get("nonce")];
  issuer.plays({ claims: { sub: subject, nonce, email, email_verified: true, name: "P" } });
  await jar.go(`/api/auth/callback/oidc?${new URLSearchParams({ code: "c", state })}`);
  return jar;
}

const me = async (jar: CookieJar) => {
  const { status, text } = await jar.go("/api/v1/me");
  return status === 200 ? JSON.parse(text).roles : status;
};

test("a whole provisioning run: made, found, signed in as the subject, given a role by a group, ended at once", async () => {
  const nobody = await scim(
    ours,
    "GET",
    `/Users?filter=${encodeURIComponent('userName eq "wanda@example.com"')}`,
  );
  expect(nobody.headers["content-type"]).toMatch(/^application\/scim\+json/);
  expect(JSON.parse(nobody.text)).toMatchObject({ totalResults: 0, Resources: [] });
  const wanda = await create(ours, "wanda");
  for (const filter of ['userName eq "WANDA@example.com"', 'externalId eq "subject-wanda"'])
    expect(
      JSON.parse((await scim(ours, "GET", `/Users?filter=${encodeURIComponent(filter)}`)).text),
    ).toMatchObject({ totalResults: 1, Resources: [{ id: wanda, active: true }] });

  // 21: the same proven address under another subject is somebody else, and a member of nothing.
  expect(await me(await arrive("subject-other", "wanda@example.com"))).toBe(403);
  const jar = await arrive("subject-wanda", "wanda@elsewhere.example.com");
  expect(await me(jar)).toEqual(["interviewer"]);

  const group = await scim(ours, "POST", "/Groups", {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    displayName: "admin",
    members: [{ value: wanda }],
  });
  const groupId = JSON.parse(group.text).id;
  // 23: a group is called what it likes; only an administrator here says what it means.
  expect([group.status, await me(jar)]).toEqual([201, ["interviewer"]]);
  const meant = await asked(amal, "PUT", `/directory/groups/${groupId}/role`, { role: "lead" });
  expect([meant.status, await me(jar)]).toEqual([200, ["lead"]]);
  const without = await scim(ours, "GET", `/Groups/${groupId}?excludedAttributes=members`);
  expect(JSON.parse(without.text)).not.toHaveProperty("members");
  await change(ours, `/Groups/${groupId}`, { op: "Remove", path: `members[value eq "${wanda}"]` });
  expect(await me(jar)).toEqual(["interviewer"]);

  // 15: at once, and no way back in until the directory says so.
  const off = await change(ours, `/Users/${wanda}`, { op: "Replace", path: "active", value: "False" });
  expect([off.status, JSON.parse(off.text).active, await me(jar)]).toEqual([200, false, 401]);
  expect(await me(await arrive("subject-wanda", "wanda@example.com"))).toBe(403);
  await change(ours, `/Users/${wanda}`, { op: "Replace", value: { active: true } });
  const again = await arrive("subject-wanda", "wanda@example.com");
  expect(await me(again)).toEqual(["interviewer"]);
  expect((await scim(ours, "DELETE", `/Users/${wanda}`)).status).toBe(204);
  expect([await me(again), (await scim(ours, "GET", `/Users/${wanda}`)).status]).toEqual([401, 404]);
  expect((await scim(ours, "DELETE", `/Groups/${groupId}`)).status).toBe(204);

  const { text } = await asked(amal, "GET", "/audit");
  for (const deed of [
    "member.create",
    "member.join",
    "member.change",
    "group.create",
    "group.mean",
    "group.delete",
  ])
    expect(text).toContain(`"${deed}"`);
  const details = await owner`select detail::text as detail from audit_events`;
  expect(details.map(({ detail }) => detail).join()).not.toMatch(/wanda|subject-|example\.com/i);
  expect(JSON.parse(text).brokenAt).toBeNull();
});

/** Every address of a directory's, with a body that gets as far as the object. */
const bodyFor: Record<string, object> = {
  createUser: person("refused"),
  replaceUser: person("refused"),
  patchUser: { ...PATCH, Operations: [{ op: "replace", path: "active", value: false }] },
  createGroup: { displayName: "refused" },
  replaceGroup: { displayName: "replaced" },
  patchGroup: { ...PATCH, Operations: [{ op: "replace", path: "displayName", value: "patched" }] },
};

test.each(PROVISIONING_CONTRACTS.map((contract) => [contract.name, contract] as const))(
  "28, 47: %s is for a provisioning token alone, and knows nothing of another organisation's",
  async (name, { method, path }) => {
    const [userId, group] = [
      await create(theirs, v7()),
      await scim(theirs, "POST", "/Groups", { displayName: v7() }),
    ];
    const groupId = JSON.parse(group.text).id;
    const to = (ids: Record<string, string>) => path.replace(/\{(\w+)\}/g, (_, key) => ids[key] ?? "User");
    const ask = (token: string | null, ids: Record<string, string>, headers = {}) =>
      scim(token, method, to(ids), bodyFor[name], headers);
    const known = { userId, groupId };
    const refused = await ask(null, known);
    expect([refused.status, refused.headers["www-authenticate"]]).toEqual([401, 'Bearer realm="Plumbline"']);
    expect(JSON.parse(refused.text)).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "401",
    });
    expect((await ask(null, known, { cookie: amal.cookie })).status).toBe(403);
    for (const scope of ["read", "write"] as const)
      expect((await ask(await tokenOf(amal, scope), known)).status).toBe(403);
    if (!/\{(user|group)Id\}/.test(path)) return;
    const [stranger, random, none] = [
      await ask(ours, known),
      await ask(ours, { userId: v7(), groupId: v7() }),
      await ask(ours, { userId: "1", groupId: "1" }),
    ];
    expect([stranger.status, stranger.text]).toEqual([404, random.text]);
    expect([none.status, none.text]).toEqual([404, random.text]);
    // Else there would be nothing to keep from anybody.
    expect((await ask(theirs, known)).status).toBeLessThan(300);
  },
);

test("a provisioning token is no way into anything else, and ends with its maker's role", async () => {
  const headers = { authorization: `Bearer ${ours}`, "content-type": "application/json" };
  for (const path of ["/me", "/members", "/candidates", "/tokens", "/events"])
    expect((await send(at.product.address, `/api/v1${path}`, { headers })).status, path).toBe(403);
  expect((await scim(null, "GET", `/Users?access_token=${ours}`)).status).toBe(401);
  const lena = await signIn(at.ours, "Lena L", ["lead"]);
  const lead = await asked(lena, "POST", "/tokens", { name: "T", scope: "provisioning", days: 1 });
  expect(lead.status).toBe(403);
  const rex = await signIn(at.ours, "Rex", ["admin"]);
  const token = await tokenOf(rex, "provisioning");
  expect((await scim(token, "GET", "/Users?count=1")).status).toBe(200);
  await asked(amal, "PUT", `/members/${rex.memberId}`, { roles: ["lead"], active: true });
  expect((await scim(token, "GET", "/Users?count=1")).status).toBe(403);
  await asked(amal, "PUT", `/members/${rex.memberId}`, { roles: ["lead"], active: false });
  expect((await scim(token, "GET", "/Users?count=1")).status).toBe(401);
});

test("what is wrong is said in SCIM's own form, with the right status, and never 500", async () => {
  const cases: [string, string, unknown, number, string?][] = [
    ["POST", "/Users", {}, 400, "invalidValue"],
    ["POST", "/Users", "[]", 400, "invalidValue"],
    ["POST", "/Users", "{", 400, "invalidValue"],
    ["POST", "/Users", person("o", { userName: { a: 1 } }), 400, "invalidValue"],
    ["GET", `/Users?filter=${encodeURIComponent('userName co "a"')}`, undefined, 400, "invalidFilter"],
    ["GET", "/Users?filter=((((", undefined, 400, "invalidFilter"],
    ["GET", "/Users?count=many", undefined, 400, "invalidValue"],
    ["GET", "/Users?attributes=a%5Bb", undefined, 400],
    ["GET", "/Schemas/none", undefined, 404],
    ["POST", "/Groups", { displayName: "G", members: [{ value: v7() }] }, 400, "invalidValue"],
    ["POST", "/Groups", { displayName: "G", members: "all" }, 400, "invalidValue"],
    ["POST", "/Users", `{"userName":"${"x".repeat(1_100_000)}"}`, 413],
    ["POST", "/Users", `${'{"a":'.repeat(900)}1${"}".repeat(900)}`, 400, "invalidValue"],
  ];
  for (const [method, path, body, status, scimType] of cases) {
    const heard = await scim(ours, method, path, body);
    const said = JSON.parse(heard.text);
    expect([path, heard.status, said.status]).toEqual([path, status, String(status)]);
    if (scimType) expect([path, said.scimType]).toEqual([path, scimType]);
  }
  await create(ours, "twice");
  const twice = await scim(ours, "POST", "/Users", person("twice"));
  expect([twice.status, JSON.parse(twice.text).scimType]).toEqual([409, "uniqueness"]);
  const plain = await scim(ours, "POST", "/Users", "userName=a", { "content-type": "text/plain" });
  expect(plain.status).toBe(415);
  const foreign = await scim(ours, "POST", "/Users", person("f"), { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
});

test("it says of itself what is true: the attributes that are kept, the types, and what is spoken", async () => {
  const read = async (path: string) => JSON.parse((await scim(ours, "GET", path)).text);
  expect(await read("/ServiceProviderConfig")).toMatchObject({
    ...{ patch: { supported: true }, bulk: { supported: false }, filter: { supported: true } },
    authenticationSchemes: [{ type: "oauthbearertoken" }],
  });
  const types = await read("/ResourceTypes");
  expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
    "/Users",
    "/Groups",
  ]);
  expect(await read("/ResourceTypes/Group")).toMatchObject({ name: "Group" });
  const { Resources } = await read("/Schemas");
  const names = Resources[0].attributes.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["userName", "name", "emails", "active", "groups"]));
  expect(names).not.toContain("password");
  expect(await read(`/Schemas/${Resources[1].id}`)).toMatchObject({ name: "Group" });
});
