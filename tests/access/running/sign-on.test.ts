import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/db/embedded/port";
import { createMember } from "@/db/writes/members";
import { serve } from "@/lib/commands/serve";
import type { Role } from "@/lib/domain/roles";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { CookieJar } from "../../support/cookie-jar";
import { type CrookedIssuer, type Mischief, startCrookedIssuer } from "../../support/crooked-issuer";
import { linkIn, type MailCatcher, startMailCatcher } from "../../support/mail-catcher";
import type { Heard } from "../../support/wire";

const SESSION = "authjs.session-token";

let at: Attacked;
let issuer: CrookedIssuer;
let mail: MailCatcher;
let people = 0;
beforeAll(async () => {
  issuer = await startCrookedIssuer("plumbline");
  mail = await startMailCatcher();
  at = await layOutAttack("access-sign-on", {
    SMTP_URL: mail.url,
    MAIL_FROM: "plumbline@example.com",
    AUTH_OIDC_ISSUER: issuer.issuer,
    AUTH_OIDC_ID: "plumbline",
    AUTH_OIDC_SECRET: "client-secret",
    AUTH_OIDC_ROLE_CLAIM: "groups",
    AUTH_OIDC_ROLES: "hiring-leads=lead recruiting=recruiter",
  });
});
afterAll(async () => {
  await at?.end();
  await issuer?.stop();
  await mail?.stop();
});

interface Invited {
  subject: string;
  email: string;
}

/** Somebody new, invited with these roles. */
async function invite(roles: Role[] = ["interviewer"]): Promise<Invited> {
  people += 1;
  const email = `person${people}@example.com`;
  await at.ours.as("Amos", (ctx) => createMember(ctx, { name: `Person ${people}`, email, roles }));
  return { subject: `subject-${people}`, email };
}

interface Departure {
  jar: CookieJar;
  callback: string;
  state: string;
  nonce: string;
}

/** Leaves for the provider, as far as its own sign-in form. */
async function leave(jar = new CookieJar(at.product.address)): Promise<Departure> {
  const { headers } = await jar.post("/api/auth/signin/oidc");
  const asked = new URL(headers.location ?? "").searchParams;
  const there = new URL(asked.get("redirect_uri") ?? "");
  return { jar, callback: there.pathname, state: asked.get("state") ?? "", nonce: asked.get("nonce") ?? "" };
}

/** Comes back from it; the token says what an honest provider would, changed by `mischief`. */
function comeBack(
  { jar, callback, state, nonce }: Departure,
  { subject, email }: Invited,
  mischief: Mischief = {},
  query: Record<string, string> = { state },
): Promise<Heard> {
  const claims = { sub: subject, nonce, email, email_verified: true, name: "P", ...mischief.claims };
  issuer.plays({ ...mischief, claims });
  return jar.go(`${callback}?${new URLSearchParams({ code: "c", ...query })}`);
}

const me = (jar: CookieJar) => jar.go("/api/v1/me");

async function expectRefused(heard: Heard, jar: CookieJar): Promise<void> {
  expect(heard.headers.location).toMatch(/\/sign-in(\/error)?\?error=/);
  expect(jar.get(SESSION)).toBeUndefined();
  expect((await me(jar)).status).toBe(401);
}

test("an honest provider's word brings an invited person in", async () => {
  const nia = await invite();
  const away = await leave();
  expect(away.nonce).not.toBe("");
  await comeBack(away, nia);
  expect((await me(away.jar)).status).toBe(200);
});

const lies: [string, (away: Departure) => Mischief][] = [
  ["another issuer", () => ({ claims: { iss: "https://evil.example" } })],
  ["another client", () => ({ claims: { aud: "somebody-else" } })],
  ["another sign-in's nonce", () => ({ claims: { nonce: "x" } })],
  ["no nonce", () => ({ claims: { nonce: undefined } })],
  ["a token that is over", () => ({ claims: { exp: 1_000_000 } })],
  ["no signature (alg none)", () => ({ unsigned: true })],
];
test.each(lies)("20: %s is refused, and logged", async (_, lie) => {
  const before = at.product.log().length;
  const away = await leave();
  await expectRefused(await comeBack(away, await invite(), lie(away)), away.jar);
  await expect.poll(() => at.product.log().slice(before)).toContain('"security":"sign-on"');
});

test("20: without a state, with another's, in another browser or for a second time there is no way back in", async () => {
  const [person, other] = [await invite(), await leave()];
  for (const query of [{}, { state: "x" }, { state: other.state }] as Record<string, string>[]) {
    const away = await leave();
    await expectRefused(await comeBack(away, person, {}, query), away.jar);
  }
  const away = await leave();
  const thief = new CookieJar(at.product.address);
  await expectRefused(await comeBack({ ...away, jar: thief }, person), thief);

  await comeBack(away, person);
  expect((await me(away.jar)).status).toBe(200);
  const again = new CookieJar(at.product.address);
  await expectRefused(await comeBack({ ...away, jar: again }, person), again);
});

test("21: neither another subject with the same address, nor an address nobody vouches for, takes up a membership", async () => {
  const una = await invite();
  const first = await leave();
  await comeBack(first, una);
  expect((await me(first.jar)).status).toBe(200);
  const sly = await leave();
  await expectRefused(await comeBack(sly, { ...una, subject: "sly" }), sly.jar);

  const vic = await invite();
  const mal = await leave();
  await comeBack(mal, { ...vic, subject: "mal" }, { claims: { email_verified: false } });
  expect((await me(mal.jar)).status).toBe(403);
});

const byMail = async (jar: CookieJar, { email }: Invited): Promise<void> => {
  await jar.post("/api/auth/signin/nodemailer", { email });
  const link = new URL(linkIn(await mail.next(email)));
  await jar.go(`${link.pathname}${link.search}`);
};

/** Whoever is behind this browser, by the name of their membership; null for a member of nothing. */
async function whoIs(jar: CookieJar): Promise<string | null> {
  const heard = await me(jar);
  return heard.status === 200 ? JSON.parse(heard.text).name : null;
}

test("21: an address nobody vouched for is worth nothing later either, when the same account brings one of its own", async () => {
  const vic = await invite();
  const squat = { ...vic, subject: "squatter" };
  await comeBack(await leave(), squat, { claims: { email_verified: false } });
  const mal = await leave();
  await comeBack(mal, squat, { claims: { email: "mal@example.com" } });
  expect(await whoIs(mal.jar)).toBeNull();
  const own = await leave();
  await comeBack(own, vic);
  expect(await whoIs(own.jar)).toMatch(/^Person/);
});

test("21: nor does it stand in the way of whose it is: Vic comes in by mail, as nobody but Vic", async () => {
  const vic = await invite();
  const mal = await leave();
  await comeBack(mal, { ...vic, subject: "stander" }, { claims: { email_verified: false } });
  const own = new CookieJar(at.product.address);
  await byMail(own, vic);
  expect(await whoIs(own)).toMatch(/^Person/);
  const again = await leave();
  await comeBack(again, { ...vic, subject: "stander" }, { claims: { email_verified: false } });
  expect([await whoIs(mal.jar), await whoIs(again.jar)]).toEqual([null, null]);
});

test("21: who signs on where somebody else is still signed in becomes themselves, and theirs is not added to the other", async () => {
  const [first, second] = [await invite(), await invite()];
  const shared = await leave();
  await comeBack(shared, first);
  const firstName = await whoIs(shared.jar);
  const kept = shared.jar.header();
  const onward = await leave(shared.jar);
  await comeBack(onward, second);
  const secondName = await whoIs(shared.jar);
  expect([firstName, secondName]).toEqual([expect.any(String), expect.any(String)]);
  expect(secondName).not.toBe(firstName);
  // The session that stood in that browser is over with it, and each comes back as themselves.
  expect((await me(new CookieJar(at.product.address, { cookie: kept }))).status).toBe(401);
  const alone = await leave();
  await comeBack(alone, second);
  expect(await whoIs(alone.jar)).toBe(secondName);
});

test("21: a provider that names no address at all signs a person on, as a member of nothing", async () => {
  const away = await leave();
  await comeBack(away, { subject: "nameless", email: "" }, { claims: { email: undefined } });
  expect((await me(away.jar)).status).toBe(403);
});

test("23: a group means what the deployment says; one it does not know means the least", async () => {
  const rolesWith = async (groups: unknown, invitedAs: Role[]) => {
    const person = await invite(invitedAs);
    const away = await leave();
    await comeBack(away, person, { claims: { groups } });
    return JSON.parse((await me(away.jar)).text).roles;
  };
  expect(await rolesWith(["hiring-leads", "recruiting"], ["interviewer"])).toEqual(["recruiter", "lead"]);
  expect(await rolesWith("recruiting", ["interviewer"])).toEqual(["recruiter"]);
  for (const groups of [["owner"], ["admin"], [], undefined, { admin: true }, ["hiring-leads "]])
    expect([groups, await rolesWith(groups, ["recruiter", "lead"])]).toEqual([groups, ["interviewer"]]);
});

test("22: without a secret, or with half a provider, there is no server", async () => {
  const env = {
    ...process.env,
    DATABASE_URL: at.records.url,
    AUTH_URL: "http://localhost:1",
    LOG_LEVEL: "error",
  };
  const secret = "s".repeat(40);
  const broken: [Record<string, string>, RegExp][] = [
    [{ AUTH_SECRET: "" }, /AUTH_SECRET is not set/],
    [{ AUTH_SECRET: "short" }, /AUTH_SECRET must have at least/],
    [{ AUTH_SECRET: secret, AUTH_OIDC_ISSUER: issuer.issuer }, /AUTH_OIDC_ID is needed/],
    [
      { AUTH_SECRET: secret, AUTH_OIDC_ID: "x", AUTH_OIDC_ISSUER: "http://issuer.example" },
      /AUTH_OIDC_ISSUER must begin with https/,
    ],
    [{ AUTH_SECRET: secret, AUTH_OIDC_ROLE_CLAIM: "groups" }, /AUTH_OIDC_ROLES is needed/],
    [{ AUTH_SECRET: secret, SMTP_URL: "smtp://localhost:1" }, /MAIL_FROM is needed/],
  ];
  // The owner's way into the database, from which a statement that resets the role could change anything.
  broken.push([{ AUTH_SECRET: secret, DATABASE_URL: at.records.ownerUrl }, /refuses to serve: DATABASE_URL/]);
  await Promise.all(
    broken.map(async ([variables, reason], i) => {
      const [port, logFile] = [await freePort(null), `.cache/servers/access-refused-${i}.log`];
      const started = serve({ port, host: "127.0.0.1", env: { ...env, ...variables }, logFile });
      await expect(started).rejects.toThrow(reason);
    }),
  );
});
