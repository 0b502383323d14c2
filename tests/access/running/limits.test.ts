import { afterAll, beforeAll, expect, test } from "vitest";
import { type Owner, openOwner } from "@/db/testing/database";
import { createMember } from "@/db/writes/members";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { CookieJar } from "../../support/cookie-jar";
import { type SignedIn, signIn } from "../../support/interviewers";
import { type MailCatcher, startMailCatcher } from "../../support/mail-catcher";
import { type Heard, send } from "../../support/wire";

/** Requests on their way at once. */
const AT_ONCE = 20;

let at: Attacked;
let mail: MailCatcher;
let owner: Owner;
let flooder: SignedIn;
let colleague: SignedIn;
let neighbour: SignedIn;
beforeAll(async () => {
  mail = await startMailCatcher();
  const smtp = { SMTP_URL: mail.url, MAIL_FROM: "plumbline@example.com" };
  // A whole share: what is counted here by the call is spent in one process.
  at = await layOutAttack("access-limits", { RATE_LIMIT_SCALE: "1", ...smtp });
  owner = openOwner(at.records);
  flooder = await signIn(at.ours, "Flo", ["admin", "recruiter"]);
  colleague = await signIn(at.ours, "Col", ["admin"]);
  neighbour = await signIn(at.theirs, "Ned", ["admin"]);
});
afterAll(async () => {
  await owner?.end();
  await at?.end();
  await mail?.stop();
});

const from = (address: string) => ({ "x-forwarded-for": address });
const me = ({ cookie }: SignedIn) => send(at.product.address, "/api/v1/me", { headers: { cookie } });

async function flood(count: number, one: (i: number) => Promise<Heard>): Promise<Heard[]> {
  const heard: Heard[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      heard.push(await one(next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return heard;
}

/** How many answers had which status. */
function how(answers: readonly Heard[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test("48: one account that asks without end is told to wait; colleague and neighbour notice nothing", async () => {
  await me(flooder); // from here on the account is known, whichever session it comes with
  await me(flooder); // takes the first packet of 40, and spends one of it
  // As if a thousand calls more had come a moment ago.
  await owner`update rate_limits set points = 1160 where key like 'callByAccount:%' and points = 40`;
  const answers = await flood(100, () => me(flooder));
  expect(how(answers)).toEqual({ 200: 79, 429: 21 });
  const refused = answers.find(({ status }) => status === 429);
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(refused?.headers["retry-after"])).toBeLessThanOrEqual(60);
  expect(JSON.parse(refused?.text ?? "{}").problem.code).toBe("TOO_MANY");
  expect([(await me(colleague)).status, (await me(neighbour)).status]).toEqual([200, 200]);
  await expect.poll(() => at.product.log()).toMatch(/"rule":"TOO_MANY"/);
});

test("48: whole files have a smaller limit of their own", async () => {
  const preview = () =>
    send(at.product.address, "/api/v1/imports/preview", {
      method: "POST",
      headers: { cookie: neighbour.cookie, "content-type": "application/json" },
      body: JSON.stringify({ csv: "candidate\nMira\n" }),
    });
  await me(neighbour);
  expect(how(await flood(40, preview))).toEqual({ 200: 30, 429: 10 });
});

test("17: two hundred ways in tried from one address end in 429; from another address one still gets in", async () => {
  const knock = (address: string) =>
    send(at.product.address, "/api/auth/callback/nodemailer?token=x&email=a%40example.com", {
      headers: from(address),
    });
  const answers = await flood(200, () => knock("203.0.113.7"));
  expect(how(answers)[429]).toBe(140);
  expect((await knock("203.0.113.8")).status).not.toBe(429);
  // What the sender puts in front of the proxy's own entry changes nothing.
  expect((await knock("198.51.100.1, 203.0.113.7")).status).toBe(429);
});

test("calls without a session are limited by address", async () => {
  const knock = () => send(at.product.address, "/api/v1/me", { headers: from("203.0.113.20") });
  expect(how(await flood(320, knock))).toEqual({ 401: 300, 429: 20 });
});

/** As if all of a limit's points had been spent a moment ago, by everybody who has spent any so far. */
async function spendAll(limit: string, points: number): Promise<void> {
  await owner`update rate_limits set points = ${points} where key like ${`${limit}:%`} and points < ${points}`;
}

const preview = ({ cookie }: SignedIn) =>
  send(at.product.address, "/api/v1/imports/preview", {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ csv: "candidate\nMira\n" }),
  });
const limitOf = ({ text }: Heard) => JSON.parse(text).problem?.details.limit;

test("48: an organisation's files have one limit for all its members; another organisation's are not touched", async () => {
  await preview(colleague);
  await owner`delete from rate_limits where key like 'heavyByOrganization:%'`;
  await preview(colleague);
  await spendAll("heavyByOrganization", 240);
  const refused = await preview(colleague);
  expect([refused.status, limitOf(refused)]).toEqual([429, "heavyByOrganization"]);
  const nia = await signIn(at.theirs, "Nia", ["admin"]);
  await me(nia);
  expect((await preview(nia)).status).toBe(200);
});

test("48: a token has a limit of its own, beside that of whose it is", async () => {
  const headers = { cookie: colleague.cookie, "content-type": "application/json" };
  const body = JSON.stringify({ name: "T", scope: "read", days: 1 });
  const { token } = JSON.parse(
    (await send(at.product.address, "/api/v1/tokens", { method: "POST", headers, body })).text,
  );
  const ask = () => send(at.product.address, "/api/v1/me", { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await spendAll("callByToken", 600);
  const answers = await flood(25, ask);
  expect(how(answers)).toEqual({ 200: 19, 429: 6 });
  expect(limitOf(answers.find(({ status }) => status === 429) as Heard)).toBe("callByToken");
  expect((await me(colleague)).status).toBe(200);
});

test("pages count too: a stranger's by address, a known person's with their calls, wherever they come from", async () => {
  const page = (path: string, headers: Record<string, string>) => send(at.product.address, path, { headers });
  expect((await page("/sign-in", from("203.0.113.40"))).status).toBe(200);
  await spendAll("pageByAddress", 3000);
  const strangers = await flood(52, () => page("/sign-in", from("203.0.113.40")));
  expect(how(strangers)).toEqual({ 200: 49, 429: 3 });
  expect((await page("/sign-in", from("203.0.113.41"))).status).toBe(200);

  const pia = await signIn(at.ours, "Pia", ["interviewer"]);
  const known = { cookie: pia.cookie, ...from("203.0.113.40") };
  expect((await page("/api/v1/me", known)).status).toBe(200);
  // From the very address that is used up for strangers.
  expect((await page("/interviews", known)).status).toBe(200);
  await spendAll("callByAccount", 1200);
  const pages = await flood(42, () => page("/interviews", known));
  expect(how(pages)).toEqual({ 200: 39, 429: 3 });
  expect((await me(neighbour)).status).toBe(200);
});

test("17: five links for one account from one address, then wait; from elsewhere it still gets one, known or not", async () => {
  await owner`delete from rate_limits`;
  const ask = (email: string, address: string) =>
    new CookieJar(at.product.address, from(address)).post("/api/auth/signin/nodemailer", { email });
  const known = "flo-known@example.com";
  await at.ours.as("Amos", (ctx) => createMember(ctx, { name: "Known", email: known, roles: ["admin"] }));
  for (const email of [known, "nobody@example.com"]) {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await ask(email, "203.0.113.50")).status);
    expect(statuses).toEqual([302, 302, 302, 302, 302, 429]);
    expect((await ask(email, "203.0.113.51")).status).toBe(302);
    // Whoever fills a mailbox from many addresses fills it to thirty an hour.
    await spendAll("mailByAccount", 30);
    expect((await ask(email, "203.0.113.52")).status).toBe(429);
  }
});

test("limits are kept in PostgreSQL, without anybody's address or id", async () => {
  const rows = await owner`select key, points from rate_limits`;
  expect(rows.length).toBeGreaterThan(4);
  const text = JSON.stringify(rows);
  for (const secret of ["203.0.113", flooder.memberId, colleague.memberId])
    expect(text).not.toContain(secret);
});
