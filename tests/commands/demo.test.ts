import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answers, freePort } from "@/db/embedded/port";
import { startScript, temporaryData } from "./start";

const DEMO = "lib/commands/demo.mjs";
/** What a person is promised for every start after the first. */
const SECOND_START_MS = 10_000;

const data = temporaryData();
let port = 0;
let env: Record<string, string> = {};

beforeAll(async () => {
  chmodSync(data.folder, 0o755);
  port = await freePort(null);
  env = { PLUMBLINE_DATA: data.folder, PORT: String(port) };
});
afterAll(() => data.remove());

test("the first start serves a healthy app, and Ctrl-C leaves neither server nor database", async () => {
  const demo = startScript(DEMO, env);
  await demo.line(/Ready: /);
  expect(await (await fetch(`http://localhost:${port}/api/health`)).json()).toEqual({ status: "ok" });
  const databasePort = databasePortNow();
  expect(await answers(databasePort)).toBe(true);

  demo.interrupt();
  expect(await demo.ended).toBe(0);
  expect(await answers(port)).toBe(false);
  expect(await answers(databasePort)).toBe(false);
  expect(existsSync(join(data.folder, "postgres", "postmaster.pid"))).toBe(false);
});

test("the second start takes less than ten seconds and signs with the same secret, which only its owner can read", async () => {
  const secret = readFileSync(join(data.folder, "auth-secret"), "utf8");
  const began = performance.now();
  const demo = startScript(DEMO, env);
  await demo.line(/Ready: /);
  expect(performance.now() - began).toBeLessThan(SECOND_START_MS);
  demo.interrupt();
  expect(await demo.ended).toBe(0);
  expect(readFileSync(join(data.folder, "auth-secret"), "utf8")).toBe(secret);
  expect(statSync(join(data.folder, "auth-secret")).mode & 0o777).toBe(0o600);
});

test("kill -9 of the launcher takes the server with it; the next start takes the database over", async () => {
  const demo = startScript(DEMO, env);
  await demo.line(/Ready: /);
  demo.child.kill("SIGKILL");
  await demo.ended;
  await expect.poll(() => answers(port)).toBe(false);

  const again = startScript(DEMO, env);
  await again.line(/Ready: /);
  again.interrupt();
  expect(await again.ended).toBe(0);
  expect(await answers(databasePortNow())).toBe(false);
});

test("a port that is taken is named in one line, before anything is started", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  const demo = startScript(DEMO, env);
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `Port ${port} is taken: stop what runs there, or choose another: PORT=${port + 1} npm run demo`,
  );
  other.close();
});

test("a database that nobody answers for is named in one line, without its password", async () => {
  const nobody = await freePort(null);
  const demo = startScript(DEMO, {
    ...env,
    DATABASE_URL: `postgres://me:hush@127.0.0.1:${nobody}/plumbline`,
  });
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `Cannot use the database at 127.0.0.1:${nobody}: nothing answers there. Check DATABASE_URL`,
  );
  expect(demo.said()).not.toContain("hush");
});

test("a half-made data folder is named in one line", async () => {
  const broken = join(data.folder, "broken");
  mkdirSync(join(broken, "postgres"), { recursive: true });
  writeFileSync(join(broken, "postgres", "base"), "");
  const demo = startScript(DEMO, { ...env, PLUMBLINE_DATA: broken });
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `${join(broken, "postgres")} is not a whole PostgreSQL data folder: move it away (or delete it) and start again`,
  );
});

test("a folder that cannot be written is named in one line", async () => {
  const file = join(data.folder, "auth-secret");
  const demo = startScript(DEMO, { ...env, PLUMBLINE_DATA: file });
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(`Cannot write to ${file}: give yourself the right to, or run as its owner`);
});

test("a Node that is too old is told so in one line", async () => {
  const pretend =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.8.1"}})';
  const demo = startScript(DEMO, env, { node: ["--import", pretend] });
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe("Plumbline needs Node 20.9 or newer; this is Node 20.8.1");
});

function databasePortNow(): number {
  const note: unknown = JSON.parse(readFileSync(join(data.folder, "postgres.json"), "utf8"));
  if (typeof note === "object" && note !== null && "port" in note) return Number(note.port);
  throw new Error("postgres.json names no port");
}
