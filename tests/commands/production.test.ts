import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Embedded } from "@/db/embedded";
import { freePort } from "@/db/embedded/port";
import { runtimeUrl } from "@/db/migrate";
import { startTestCluster } from "@/db/testing/cluster";
import { createEmptyDatabase, openOwner } from "@/db/testing/database";
import { REHASH } from "../support/rehash";
import { startScript, temporaryData } from "./start";

/** What the README tells somebody who runs Plumbline for others to type, in its order. */
const PASSWORD = "a-password-for-the-app";
const RATINGS = [
  "candidate,rater,dimension,score",
  ...["ownership", "noticing", "consequence", "fix"].map((dimension) => `Wim,Ada,${dimension},4`),
  "Wim,Ada,calibration,0",
].join("\n");

const kept = temporaryData();
let cluster: Embedded;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => {
  await cluster.stop();
  kept.remove();
});

async function run(command: string, env: Record<string, string>, ...args: string[]) {
  const started = startScript(`lib/commands/${command}.ts`, env, { node: ["--import", "tsx"], args });
  return { code: await started.ended, said: started.said() };
}

test("from an empty database to a served organisation, a backup, and the same records elsewhere", async () => {
  const owner = { DATABASE_URL: cluster.url };
  expect(await run("migrate", { ...owner, RUNTIME_PASSWORD: PASSWORD })).toEqual({
    code: 0,
    said: expect.stringContaining("plumbline_login signs in with RUNTIME_PASSWORD"),
  });
  const founded = await run("organization", owner, "Vantage", "--admin", "amos@example.com");
  expect(founded).toEqual({
    code: 0,
    said: expect.stringContaining("amos@example.com becomes its administrator"),
  });

  const file = join(kept.folder, "ratings.csv");
  writeFileSync(file, RATINGS.replace("ownership,4", "ownership,9"));
  const refused = await run("import", owner, file);
  expect(refused).toEqual({ code: 1, said: expect.stringContaining("line 2: ") });
  writeFileSync(file, RATINGS);
  expect((await run("import", owner, file, "--preview")).said).toContain("5 ratings");
  expect(await run("import", owner, file)).toEqual({ code: 0, said: expect.stringContaining("Done, as ") });
  expect((await run("import", owner, file)).said).toContain("New: nothing. There already: 5.");

  expect(await run("invariants", owner)).toEqual({
    code: 0,
    said: expect.stringMatching(/^(\d+) of \1 invariants hold$/),
  });
  expect((await run("verify-audit", owner)).said).toContain("1 chains are whole");

  const moving = join(kept.folder, "vantage.gz");
  const exported = await run("organization-export", owner, "--organization", "Vantage", "--to", moving);
  expect(exported).toEqual({
    code: 0,
    said: expect.stringMatching(/^Vantage: \d+ rows in .*sha256 [0-9a-f]{64}$/m),
  });
  const there = { DATABASE_URL: (await createEmptyDatabase(cluster.url)).ownerUrl };
  writeFileSync(`${moving}.torn`, readFileSync(moving).subarray(0, 2000));
  expect(await run("organization-import", there, "--from", `${moving}.torn`)).toEqual({
    code: 1,
    said: expect.stringContaining("is not whole"),
  });
  expect(await run("organization-import", there, "--from", moving)).toEqual({
    code: 0,
    said: expect.stringContaining(exported.said.slice(exported.said.indexOf("sha256")).split("\n")[0] ?? ""),
  });
  expect(await run("organization-import", there, "--from", moving)).toEqual({
    code: 1,
    said: "Vantage is here already",
  });
  expect((await run("verify-audit", there)).said).toContain("1 chains are whole");

  const backup = join(kept.folder, "all.gz");
  expect((await run("backup", owner, backup)).code).toBe(0);
  expect(existsSync(backup)).toBe(true);
  const elsewhere = await createEmptyDatabase(cluster.url);
  const restored = await run("restore", { DATABASE_URL: elsewhere.ownerUrl }, backup);
  expect(restored).toEqual({ code: 0, said: expect.stringContaining("the records agree with themselves") });
});

/** With the log of a day, a chain that was rewritten so that it is whole to itself is found out all the same. */
async function provesWhatWasSaid(log: string): Promise<void> {
  const env = { DATABASE_URL: cluster.url };
  expect(await run("verify-audit", env, "--log", log)).toEqual({
    code: 0,
    said: expect.stringMatching(/^1 chains are whole\n1 of 1 published heads stand$/m),
  });
  const owner = openOwner({ ownerUrl: cluster.url });
  const rewrite = (hash: string) =>
    owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update audit_events set action = 'member.change' where seq = 1`;
      if (hash === "follows") await tx.unsafe(REHASH);
    });
  await rewrite("as it was");
  expect(await run("verify-audit", env)).toEqual({
    code: 1,
    said: expect.stringContaining("BROKEN at row 1\n"),
  });
  await rewrite("follows");
  expect((await run("verify-audit", env)).code).toBe(0);
  expect(await run("verify-audit", env, "--log", log)).toEqual({
    code: 1,
    said: expect.stringMatching(/^1 chains are whole\n.* REWRITTEN at row \d+ or before/m),
  });
  await owner.end();
}

test("the app starts as its own role alone, and without a secret not at all", async () => {
  const port = await freePort(null);
  const env = {
    PORT: String(port),
    AUTH_URL: `http://localhost:${port}`,
    DATABASE_URL: runtimeUrl(cluster.url, PASSWORD),
  };
  expect(await run("start", env)).toEqual({
    code: 1,
    said: expect.stringContaining("Set AUTH_SECRET first"),
  });

  const secret = { AUTH_SECRET: "s".repeat(40) };
  const served = startScript("lib/commands/start.ts", { ...env, ...secret }, { node: ["--import", "tsx"] });
  await served.line(/Ready: /);
  expect(await (await fetch(`http://localhost:${port}/api/health`)).json()).toEqual({ status: "ok" });
  await served.line(/"audit":"head"/);
  served.interrupt();
  expect(await served.ended).toBe(0);
  const log = join(kept.folder, "server.log");
  writeFileSync(log, served.said());
  await provesWhatWasSaid(log);

  const asOwner = { ...env, ...secret, DATABASE_URL: cluster.url };
  const refused = startScript("lib/commands/start.ts", asOwner, { node: ["--import", "tsx"] });
  try {
    await expect(refused.line(/Ready: /)).rejects.toThrow(/row-level security|owner/);
  } finally {
    if (refused.child.exitCode === null) refused.interrupt();
  }
});
