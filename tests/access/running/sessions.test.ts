import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMember } from "@/db/writes/members";
import { hashToken } from "@/db/writes/sessions";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { CookieJar } from "../../support/cookie-jar";
import { type SignedIn, signIn } from "../../support/interviewers";
import { linkIn, type MailCatcher, startMailCatcher } from "../../support/mail-catcher";
import { type Heard, send } from "../../support/wire";

const SESSION = "authjs.session-token";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

let at: Attacked;
let mail: MailCatcher;
let owner: postgres.Sql;
let amos: SignedIn;
let people = 0;
beforeAll(async () => {
  mail = await startMailCatcher();
  at = await layOutAttack("access-sessions", { SMTP_URL: mail.url, MAIL_FROM: "plumbline@example.com" });
  owner = postgres(at.records.ownerUrl, { max: 1 });
  amos = await signIn(at.ours, "Amos Admin", ["admin"]);
});
afterAll(async () => {
  await owner?.end();
  await at?.end();
  await mail?.stop();
});

const browser = () => new CookieJar(at.product.address, { "user-agent": MAC });
const me = (jar: CookieJar) => jar.go("/api/v1/me");
const pathOf = (link: string) => `${new URL(link).pathname}${new URL(link).search}`;

async function invite(): Promise<{ email: string; memberId: string }> {
  people += 1;
  const email = `mia${people}@example.com`;
  const member = { name: `Mia ${people}`, email, roles: ["interviewer" as const] };
  return { email, memberId: await at.ours.as("Amos", (ctx) => createMember(ctx, member)) };
}

async function askForLink(
  jar: CookieJar,
  email: string,
  headers: Record<string, string> = {},
): Promise<Heard> {
  return jar.post("/api/auth/signin/nodemailer", { email }, headers);
}

async function comeInByMail(jar: CookieJar, email: string): Promise<string> {
  await askForLink(jar, email);
  const link = linkIn(await mail.next(email));
  await jar.go(pathOf(link));
  return link;
}

const asAmos = (method: string, path: string, body: unknown) =>
  send(at.product.address, `/api/v1${path}`, {
    method,
    headers: { cookie: amos.cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("14: a session that somebody planted before signing in is worth nothing after it", async () => {
  const { email } = await invite();
  const jar = browser();
  jar.set(SESSION, "planted");
  expect((await me(jar)).status).toBe(401);
  await comeInByMail(jar, email);
  // 256 random bits, ours and not a uuid.
  expect(jar.get(SESSION)).toMatch(/^[\w-]{43}$/);
  expect((await me(jar)).status).toBe(200);
  const planter = browser();
  planter.set(SESSION, "planted");
  expect((await me(planter)).status).toBe(401);
});

test("15: a cookie from before signing out, deactivation, or ending it on another device is refused at once", async () => {
  const { email, memberId } = await invite();
  const [laptop, phone, desk] = [browser(), browser(), browser()];
  for (const jar of [laptop, phone, desk]) await comeInByMail(jar, email);
  const kept = laptop.header();
  await laptop.post("/api/auth/signout");
  const replay = await send(at.product.address, "/api/v1/me", { headers: { cookie: kept } });
  expect(replay.status).toBe(401);

  const { sessions } = JSON.parse((await phone.go("/api/v1/me/sessions")).text);
  expect(sessions).toHaveLength(2);
  expect(sessions.map((s: { device: string }) => s.device)).toEqual(["Chrome on macOS", "Chrome on macOS"]);
  const other = sessions.find((s: { here: boolean }) => !s.here);
  expect((await phone.go(`/api/v1/me/sessions/${other.id}`, { method: "DELETE" })).status).toBe(200);
  expect([(await me(desk)).status, (await me(phone)).status]).toEqual([401, 200]);

  const gone = await asAmos("PUT", `/members/${memberId}`, { roles: ["interviewer"], active: false });
  expect(gone.status).toBe(200);
  expect((await me(phone)).status).toBe(401);
  const audit = await send(at.product.address, "/api/v1/audit", { headers: { cookie: amos.cookie } });
  expect(audit.text).toMatch(/"session.end"/);
  expect(audit.text).toMatch(/"member.change"/);
});

test("15: nobody ends, or even finds, somebody else's session", async () => {
  const [mine, theirs] = [browser(), browser()];
  await comeInByMail(mine, (await invite()).email);
  await comeInByMail(theirs, (await invite()).email);
  const { sessions } = JSON.parse((await theirs.go("/api/v1/me/sessions")).text);
  expect((await mine.go(`/api/v1/me/sessions/${sessions[0].id}`, { method: "DELETE" })).status).toBe(404);
  expect((await me(theirs)).status).toBe(200);
});

test("16: a session ends when it is left alone and when it is old, and asking for it does not make it longer", async () => {
  const jar = browser();
  await comeInByMail(jar, (await invite()).email);
  const hash = hashToken(jar.get(SESSION) ?? "");
  const [{ expires } = { expires: null }] =
    await owner`select expires from sessions where token_hash = ${hash}`;
  await owner`update sessions set expires = now() + interval '1 minute' where token_hash = ${hash}`;
  await jar.go("/api/auth/session");
  const [after] =
    await owner`select expires < now() + interval '2 minutes' as soon from sessions where token_hash = ${hash}`;
  expect(after?.soon).toBe(true);
  expect((await me(jar)).status).toBe(200);

  await owner`update sessions set expires = ${expires}, last_seen_at = now() - interval '25 hours' where token_hash = ${hash}`;
  expect((await me(jar)).status).toBe(401);
  expect((await jar.go("/interviews")).status).toBe(307);
  await owner`update sessions set last_seen_at = now() where token_hash = ${hash}`;
  expect((await me(jar)).status).toBe(200);
  await owner`update sessions set expires = now() where token_hash = ${hash}`;
  expect((await me(jar)).status).toBe(401);
});

test("18: a link works once, for ten minutes, in the browser that asked for it", async () => {
  const { email } = await invite();
  const jar = browser();
  await askForLink(jar, email);
  const link = pathOf(linkIn(await mail.next(email)));
  const thief = browser();
  expect((await thief.go(link)).headers.location).toMatch(/error=OtherBrowser/);
  expect((await me(thief)).status).toBe(401);
  await jar.go(link);
  expect((await me(jar)).status).toBe(200);
  const used = jar.get("plumbline.link") ?? "";
  const again = browser();
  again.set("plumbline.link", used);
  expect((await again.go(link)).headers.location).toMatch(/error=Verification/);
  expect((await me(again)).status).toBe(401);

  const late = browser();
  await askForLink(late, email);
  const old = pathOf(linkIn(await mail.next(email)));
  await owner`update verification_tokens set expires = now() - interval '1 second' where identifier = ${email}`;
  expect((await late.go(old)).headers.location).toMatch(/error=Verification/);
  expect((await me(late)).status).toBe(401);
  await expect.poll(() => at.product.log()).toMatch(/"security":"sign-on","rule":"other-browser"/);
});

test.each([
  '"e@attacker.com"@victim.com',
  "a@x.com,b@y.com",
  "a@x.com b@y.com",
  "e＠victim.com",
  "a@x.com\nbcc: b@y.com",
  "аda@example.com",
])("19: %j is not an address", async (email) => {
  expect((await askForLink(browser(), email)).status).toBe(422);
});

test("17: an address we know and one we do not get the same answer, and the same mail", async () => {
  const { email } = await invite();
  const from = (address: string) => ({ "x-forwarded-for": address });
  await owner`delete from rate_limits`;
  const ask = (whom: string, address: string) => askForLink(browser(), whom, from(address));
  for (const whom of [email, "nobody@example.com"]) {
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask(whom, "203.0.113.30")).status);
    expect(statuses).toEqual([302, 302, 302]);
    expect(await mail.next(whom)).toContain("Sign in to Plumbline");
  }
  expect((await ask(email, "203.0.113.31")).status).toBe(302);
});

test("10: whatever host the request names, the link leads to the configured one", async () => {
  const { email } = await invite();
  const evil = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  await askForLink(browser(), email, evil);
  const link = linkIn(await mail.next(email));
  expect(new URL(link).origin).toBe(at.product.address.replace("127.0.0.1", "localhost"));
  expect(link).not.toContain("evil.example");
  const page = await send(at.product.address, "/candidates", { headers: evil });
  expect(`${page.headers.location}`).not.toContain("evil.example");
});

test("an invitation goes out by mail, ends after a fortnight, and can be made again; who took it up is on record", async () => {
  const email = "nele@example.com";
  const made = await asAmos("POST", "/members", { name: "Nele", email, roles: ["interviewer"] });
  const { memberId } = JSON.parse(made.text);
  const invitation = await mail.next(email);
  expect(invitation).toContain("Ours invites you to Plumbline");
  expect(new URL(linkIn(invitation)).pathname).toBe("/sign-in");

  await owner`update memberships set invited_until = now() - interval '1 second' where id = ${memberId}`;
  const late = browser();
  await comeInByMail(late, email);
  expect((await me(late)).status).toBe(403);
  const states = async () =>
    JSON.parse(
      (await send(at.product.address, "/api/v1/members", { headers: { cookie: amos.cookie } })).text,
    ).members.find(({ id }: { id: string }) => id === memberId).state;
  expect(await states()).toBe("lapsed");

  expect((await asAmos("POST", `/members/${memberId}/invitation`, {})).status).toBe(200);
  expect(await mail.next(email)).toContain("invites you");
  const again = browser();
  await comeInByMail(again, email);
  expect([(await me(again)).status, await states()]).toEqual([200, "active"]);
  expect((await asAmos("POST", `/members/${memberId}/invitation`, {})).status).toBe(404);
  await again.post("/api/auth/signout");
  const audit = await send(at.product.address, "/api/v1/audit", { headers: { cookie: amos.cookie } });
  const deeds = JSON.parse(audit.text).events.filter(
    ({ actor }: { actor: { id: string } | null }) => actor?.id === memberId,
  );
  expect(deeds.map(({ action }: { action: string }) => action)).toEqual([
    "session.end",
    "session.start",
    "member.join",
  ]);
});

test("an invitation that was withdrawn takes nobody in", async () => {
  const email = "odd@example.com";
  const made = await asAmos("POST", "/members", { name: "Odd", email, roles: ["interviewer"] });
  await mail.next(email);
  const { memberId } = JSON.parse(made.text);
  await asAmos("PUT", `/members/${memberId}`, { roles: ["interviewer"], active: false });
  const jar = browser();
  await comeInByMail(jar, email);
  expect((await me(jar)).status).toBe(403);
  expect((await asAmos("POST", `/members/${memberId}/invitation`, {})).status).toBe(404);
});

test("one person, two organisations: the session works in one, goes on in the other, and pages of the first are refused", async () => {
  const both = await signIn(at.ours, "Both", ["lead"]);
  const [here] = await owner`select user_id from memberships where id = ${both.memberId}`;
  const there = await at.theirs.as("Amos", (ctx) =>
    createMember(ctx, { name: "Both there", userId: String(here?.user_id), roles: ["interviewer"] }),
  );
  const ask = (method: string, path: string, body?: unknown, headers = {}) =>
    send(at.product.address, `/api/v1${path}`, {
      method,
      headers: { cookie: both.cookie, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const whoAmI = async () => JSON.parse((await ask("GET", "/me")).text);
  const [ours, theirs] = [at.ours.organization.id, at.theirs.organization.id];
  const { organizations } = JSON.parse((await ask("GET", "/me/organizations")).text);
  expect(organizations).toEqual([
    { id: ours, name: "Ours", here: true },
    { id: theirs, name: "Theirs", here: false },
  ]);
  expect((await ask("PUT", "/me/organization", { organizationId: theirs })).status).toBe(200);
  expect(await whoAmI()).toMatchObject({
    memberId: there,
    roles: ["interviewer"],
    organization: { id: theirs },
  });

  // A page of the first organisation, still open: whatever it asks or changes is refused as not its own.
  const page = { "x-plumbline-member": both.memberId };
  for (const [method, path, body] of [
    ["GET", "/interviews"],
    ["GET", "/me"],
    ["POST", "/tokens", { name: "Stale", scope: "write", days: 1 }],
  ] as const) {
    const heard = await ask(method, path, body, page);
    expect([path, heard.status]).toEqual([path, 401]);
    expect(JSON.parse(heard.text).problem.details).toEqual({ rule: "other-member" });
  }
  expect(JSON.parse((await ask("GET", "/tokens")).text).tokens).toEqual([]);
  expect((await ask("GET", "/interviews", undefined, { "x-plumbline-member": there })).status).toBe(200);

  // Each chain hears of its own part, and neither which the other organisation is.
  const told = await owner`select organization_id, actor_id, action, detail from audit_events
    where detail->>'how' = 'switch' order by organization_id = ${theirs}`;
  expect(told).toEqual([
    { organization_id: ours, actor_id: both.memberId, action: "session.end", detail: { how: "switch" } },
    { organization_id: theirs, actor_id: there, action: "session.start", detail: { how: "switch" } },
  ]);
  // Nobody else's organisation, and none that one was let go from.
  const alone = await signIn(at.ours, "Alone", ["lead"]);
  const refused = await send(at.product.address, "/api/v1/me/organization", {
    method: "PUT",
    headers: { cookie: alone.cookie, "content-type": "application/json" },
    body: JSON.stringify({ organizationId: theirs }),
  });
  expect(refused.status).toBe(404);
  await owner`update memberships set deactivated_at = now() where id = ${both.memberId}`;
  expect((await ask("PUT", "/me/organization", { organizationId: ours })).status).toBe(404);
  expect(await whoAmI()).toMatchObject({ memberId: there });
});

test("43: a mail is plain text, whatever the person in it is called", async () => {
  const [name, email] = [
    "<img src=x onerror=alert(1)> \u202e\r\nBcc: spy@example.com",
    "planted@example.com",
  ];
  expect((await asAmos("POST", "/members", { name, email, roles: ["interviewer"] })).status).toBe(200);
  const sent = await mail.next(email);
  expect(sent).toMatch(/^Content-Type: text\/plain/im);
  expect(sent).not.toMatch(/text\/html|multipart/i);
  const [head = ""] = sent.split("\r\n\r\n", 1);
  expect(head).not.toMatch(/spy@example\.com|<img/);
});
