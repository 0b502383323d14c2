import { createServer } from "node:http";
import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type Seated, type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { type Heard, type Sent, send, sendRaw, startCanary } from "../../support/wire";

let at: Attacked;
let rosa: SignedIn;
let place: Seated;
beforeAll(async () => {
  at = await layOutAttack("access-transport");
  rosa = await signIn(at.ours, "Rosalind Recruiter", ["recruiter", "lead", "admin", "interviewer"]);
  place = await seatInterview(at.ours, "Mirabelle Okafor", [rosa]);
});
afterAll(() => at?.end());

const get = (path: string, headers: Record<string, string> = {}) =>
  send(at.product.address, path, { headers });
const post = (path: string, sent: Sent) => send(at.product.address, path, { method: "POST", ...sent });
const asRosa = (headers: Record<string, string> = {}) => ({ cookie: rosa.cookie, ...headers });

/** Every signed-in page with something in it that a stranger may not read. */
const pages = () => [
  "/",
  "/interviews",
  `/interviews/${place.interviewId}`,
  "/candidates",
  `/candidates/${place.applicationId}`,
  `/compare?applications=${place.applicationId}`,
  "/panels",
  "/rubric",
  "/settings",
  "/settings/members",
  "/settings/audit",
  "/settings/import",
];

function tellsNothing({ status, text, headers }: Heard, what: string): void {
  expect(`${what}: ${status}`).not.toMatch(/: 5/);
  expect(`${text}${headers.location ?? ""}`, what).not.toMatch(/Mirabelle|Rosalind|Backend engineer/);
}

test("1: no header talks a stranger past the sign-in of any page; Rosa reads the same pages", async () => {
  const forged = { "x-middleware-subrequest": Array(5).fill("middleware").join(":") };
  for (const page of pages()) {
    const heard = await get(page, forged);
    expect([page, heard.status, heard.headers.location]).toEqual([page, 307, "/sign-in"]);
    tellsNothing(heard, page);
  }
  expect((await get("/candidates", asRosa())).text).toContain("Mirabelle");
});

test("2, 3: nor does any spelling of a page's data", async () => {
  const state = encodeURIComponent(
    JSON.stringify(["", { children: ["(desk)", { children: ["candidates", {}] }] }]),
  );
  const forgeries: Record<string, string>[] = [
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-state-tree": state },
  ];
  for (const page of pages()) {
    const path = page.split("?")[0] ?? page;
    for (const file of [".rsc", ".txt", ".segments/_tree.segment.rsc", ".segments/__PAGE__.segment.rsc"])
      tellsNothing(await get(`${path === "/" ? "/index" : path}${file}`), `${path}${file}`);
    for (const headers of forgeries) {
      const first = await get(page, headers);
      // Next sends a request for data on to the address that names its headers.
      const there = /_rsc=/.test(first.headers.location ?? "") ? (first.headers.location ?? page) : page;
      const { status, text, headers: told } = await get(there, headers);
      expect(`${text}${told.location ?? ""}`, `${page} ${status}`).not.toMatch(
        /Mirabelle|Rosalind|Backend engineer/,
      );
    }
  }
  const moved = await get("/candidates", asRosa({ rsc: "1" }));
  const data = await get(moved.headers.location ?? "/candidates", asRosa({ rsc: "1" }));
  expect(data.text).toContain("Mirabelle");
});

test("4, 5: nothing posts to a page, least of all a server action; the refusal is logged", async () => {
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  const body = '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$1:__proto__:then"]\r\n--x--\r\n';
  const action = await post("/", { headers: asRosa({ ...multipart, "next-action": "a".repeat(40) }), body });
  expect(action).toMatchObject({ status: 405 });
  await expect.poll(() => at.product.log()).toMatch(/"security":"refused","rule":"server-action"/);
  expect((await post("/api/v1/members", { headers: { "next-action": "x" } })).status).toBe(405);
  for (const page of pages())
    for (const [type, form] of [
      ["multipart/form-data; boundary=x", body],
      ["application/x-www-form-urlencoded", "a=b"],
    ] as const) {
      const heard = await post(page, { headers: asRosa({ "content-type": type }), body: form });
      expect([page, heard.status, heard.headers.allow]).toEqual([page, 405, "GET, HEAD"]);
    }
  expect((await send(at.product.address, "/interviews", { method: "HEAD", headers: asRosa() })).status).toBe(
    200,
  );
});

test("6: ten megabytes are refused before they are sent, a thousand levels too, and the next is answered", async () => {
  // Only the head of the request goes out: whoever waited for the rest would never answer.
  const head = [
    "POST /api/v1/members HTTP/1.1",
    `Host: ${new URL(at.product.address).host}`,
    `Cookie: ${rosa.cookie}`,
    "Content-Type: application/json",
    "Content-Length: 10000000",
    "Connection: close",
  ];
  const refused = await sendRaw(at.product.address, `${head.join("\r\n")}\r\n\r\n`);
  expect(refused).toMatch(/^HTTP\/1.1 413 /);
  const json = asRosa({ "content-type": "application/json" });
  const deep = `{"name":${"[".repeat(1000)}${"]".repeat(1000)}}`;
  expect((await post("/api/v1/members", { headers: json, body: deep })).status).toBe(422);
  const plain = { name: "Nia", email: "nia@example.com", roles: ["interviewer"] };
  expect((await post("/api/v1/members", { headers: json, body: JSON.stringify(plain) })).status).toBe(200);
});

test("7, 8: the server asks nobody for anything: not by an upgrade, a whole address or an image", async () => {
  const canary = await startCanary();
  const { host } = canary;
  const upgrade = `Host: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
  for (const target of [`http://${host}/`, "/", "//x/"])
    expect(await sendRaw(at.product.address, `GET ${target} HTTP/1.1\r\n${upgrade}`)).toMatch(
      /^HTTP\/1.1 400 /,
    );
  expect(await sendRaw(at.product.address, `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
    / 400 /,
  );
  for (const url of [`http://${host}/a.png`, `http://${host}/a.svg`, "/icon.svg"]) {
    const heard = await get(`/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`, asRosa());
    expect([url, heard.status]).toEqual([url, 404]);
  }
  expect(canary.calls()).toBe(0);
  await send(`http://${host}`, "/").catch(() => null);
  expect(canary.calls()).toBe(1); // else its silence proves nothing
  await canary.stop();
});

test("9: of two people at one address behind one cache, each reads their own", async () => {
  const pia = await signIn(at.ours, "Pia Pilgrim", ["interviewer"]);
  const [first, second] = [await get("/", asRosa()), await get("/", { cookie: pia.cookie })];
  for (const heard of [await get("/interviews", asRosa()), await get("/interviews", { cookie: pia.cookie })])
    expect(heard.headers["cache-control"]).toMatch(/no-store/);
  expect([first.headers.location, second.headers.location]).not.toContain(undefined);
  expect((await get("/interviews", { cookie: pia.cookie })).text).not.toMatch(/Rosalind|Mirabelle/);
  expect((await get("/interviews", asRosa())).text).toContain("Mirabelle");
});

test("9: a cache on the way keeps no page and no answer, though it does keep a stylesheet", async () => {
  const kept = new Map<string, Heard>();
  const cache = createServer(async (request, response) => {
    const url = request.url ?? "/";
    const cookie = request.headers.cookie;
    const heard = kept.get(url) ?? (await get(url, cookie ? { cookie } : {}));
    if (heard.status === 200 && !/no-store|private/.test(heard.headers["cache-control"] ?? ""))
      kept.set(url, heard);
    response.writeHead(heard.status, { "content-type": heard.headers["content-type"] ?? "" }).end(heard.text);
  });
  await new Promise<void>((resolve) => cache.listen(0, "127.0.0.1", resolve));
  const bound = cache.address();
  const through = `http://127.0.0.1:${bound !== null && typeof bound === "object" ? bound.port : 0}`;
  const urls = [...pages(), "/api/v1/me", "/api/v1/candidates", "/api/auth/session"];
  for (const url of urls) await send(through, url, { headers: asRosa() });
  const style = /\/_next\/static\/[^"]+\.css/.exec((await get("/sign-in")).text)?.[0] ?? "";
  await send(through, style);
  expect([...kept.keys()]).toEqual([style]);
  for (const url of urls) expect((await send(through, url)).text).not.toMatch(/Mirabelle|Rosalind/);
  await new Promise((resolve) => cache.close(resolve));
});

test("11: a request with two lengths is one request too many", async () => {
  const smuggled =
    "POST /api/v1/members HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/health HTTP/1.1\r\nHost: x\r\n\r\n";
  const heard = await sendRaw(at.product.address, smuggled);
  expect(heard).toMatch(/^HTTP\/1.1 400 /);
  expect(heard).not.toContain("200 OK");
});

test("12: neither files that were never meant to be served, nor what went wrong inside, are told", async () => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await get("/sign-in")).text)?.[0] ?? "";
  expect((await get(script)).status).toBe(200);
  const hidden = [
    "/.git/HEAD",
    "/.env",
    "/package.json",
    "/.next/BUILD_ID",
    "/_next/mcp",
    "/server.js",
    `${script}.map`,
  ];
  for (const path of hidden) expect([path, (await get(path, asRosa())).status]).toEqual([path, 404]);
  for (const path of [
    "/_next/static/../../server.js",
    "/_next/static/%2e%2e/%2e%2e/server.js",
    "/api/v1/interviews/%ZZ",
  ])
    expect([path, (await get(path, asRosa())).status]).not.toContain(200);

  const owner = postgres(at.records.ownerUrl, { max: 1 });
  await owner`revoke select on rubric_versions from plumbline_app`;
  const failed = [await get("/api/v1/rubric", asRosa()), await get("/rubric", asRosa())];
  await owner`grant select on rubric_versions to plumbline_app`;
  await owner.end();
  for (const { status, text, headers } of failed) {
    expect(status).toBe(500);
    expect(text).not.toMatch(/permission denied|rubric_versions|42501|node_modules| at .*\.js/);
    await expect.poll(() => at.product.log()).toContain(headers["x-request-id"]);
  }
  expect(at.product.log()).not.toMatch(/permission denied|Failed query/);
  expect((await get("/api/v1/rubric", asRosa())).status).toBe(200);
});

test("alive and ready are two questions, and where to write about a hole is told to anybody", async () => {
  for (const path of ["/api/health", "/api/ready"]) {
    const { status, text, headers } = await get(path);
    expect([path, status, text]).toEqual([path, 200, '{"status":"ok"}']);
    expect(headers["cache-control"]).toContain("no-store");
  }
  const { status, text, headers } = await get("/.well-known/security.txt");
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(text).toMatch(/^Contact: mailto:security@localhost$/m);
  const expires = /^Expires: (.+)$/m.exec(text)?.[1] ?? "";
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(300);
  expect(days).toBeLessThan(367);
  expect(text).toMatch(/^Canonical: http:\/\/localhost:\d+\/\.well-known\/security\.txt$/m);
});

test("13: every answer forbids being framed, guessed at or indexed by address", async () => {
  for (const path of ["/sign-in", "/candidates", "/api/v1/me", "/nowhere", "/.git/HEAD", "/api/v1/%ZZ"]) {
    const { headers } = await get(path, asRosa());
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers, path).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
  }
});

test("a page's scripts carry the nonce of its own answer, which nobody else has had or can choose", async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i += 1) {
    const { headers, text } = await get("/sign-in", {
      "x-nonce": "mine",
      "content-security-policy": "script-src 'nonce-mine'",
    });
    const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "";
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("what does not exist answers 404, and exactly so does what is not yours", async () => {
  const stranger = await seatInterview(at.theirs, "Their candidate", []);
  for (const path of [
    `/interviews/${v7()}`,
    `/interviews/${stranger.interviewId}`,
    `/candidates/${stranger.applicationId}`,
    "/settings/nowhere",
    "/nowhere",
  ])
    expect([path, (await get(path, asRosa())).status]).toEqual([path, 404]);
});
