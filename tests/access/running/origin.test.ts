import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type SignedIn, signIn } from "../../support/interviewers";
import { send } from "../../support/wire";

let at: Attacked;
let amos: SignedIn;
let invited = 0;
beforeAll(async () => {
  at = await layOutAttack("access-origin");
  amos = await signIn(at.ours, "Amos Admin", ["admin"]);
});
afterAll(() => at?.end());

/** Invites somebody new, the way these headers say. */
function invite(headers: Record<string, string>, type = "application/json") {
  invited += 1;
  const body = JSON.stringify({
    name: `N ${invited}`,
    email: `n${invited}@example.com`,
    roles: ["interviewer"],
  });
  return send(at.product.address, "/api/v1/members", {
    method: "POST",
    headers: { cookie: amos.cookie, "content-type": type, ...headers },
    body,
  });
}

const ownOrigin = () => at.product.address.replace("127.0.0.1", "localhost");

test("our own page and a program without a browser get through: the refusals below are about the rest", async () => {
  expect((await invite({ origin: ownOrigin(), "sec-fetch-site": "same-origin" })).status).toBe(200);
  expect((await invite({})).status).toBe(200);
});

test("24: a form or a text of another site is refused, and so is JSON that calls itself text", async () => {
  const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect((await invite(evil, "application/x-www-form-urlencoded")).status).toBe(403);
  expect((await invite(evil, "text/plain")).status).toBe(403);
  expect((await invite({}, "text/plain")).status).toBe(415);
  expect((await invite({}, "application/x-www-form-urlencoded")).status).toBe(415);
});

test.each([
  ["25: a sandboxed frame", { origin: "null" }],
  ["26: no origin, but from another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbouring sub-domain", { "sec-fetch-site": "same-site" }],
  ["our name as the beginning of another", { origin: "http://localhost.evil.example" }],
  ["our host on another port", { origin: "http://localhost:1" }],
  ["our address over another protocol", { origin: "https://localhost" }],
])("%s is refused and changes nothing", async (_, headers) => {
  expect((await invite(headers)).status).toBe(403);
  const members = await send(at.product.address, "/api/v1/members", { headers: { cookie: amos.cookie } });
  expect(members.text).not.toContain(`n${invited}@example.com`);
});

test("27: no other origin is ever allowed to read an answer", async () => {
  const evil = { origin: "https://evil.example", "access-control-request-method": "POST" };
  for (const path of ["/api/v1/members", "/api/v1/me", "/api/auth/session", "/candidates"])
    for (const method of ["OPTIONS", "GET"]) {
      const heard = await send(at.product.address, path, {
        method,
        headers: { cookie: amos.cookie, ...evil },
      });
      expect(Object.keys(heard.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
});

test("the sign-on's own forms keep the same rules", async () => {
  const form = (headers: Record<string, string>, body = "csrfToken=x") =>
    send(at.product.address, "/api/auth/signout", {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": `${body.length}`,
        ...headers,
      },
      body,
    });
  expect((await form({ origin: "https://evil.example" })).status).toBe(403);
  expect((await form({ "content-type": "text/plain" })).status).toBe(415);
  expect((await form({}, `a=${"x".repeat(20_000)}`)).status).toBe(413);
  expect((await form({ origin: ownOrigin() })).status).toBeLessThan(400);
});
