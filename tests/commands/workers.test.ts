import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Embedded } from "@/db/embedded";
import { isRunning } from "@/db/embedded/process";
import { openRuntimeLogin } from "@/db/login";
import { migrate } from "@/db/migrate";
import { startTestCluster } from "@/db/testing/cluster";
import { ensureBuilt } from "@/lib/commands/build/build";
import { serveProduct } from "../support/server";

let cluster: Embedded;
let url: string;
beforeAll(async () => {
  await ensureBuilt(console.log);
  cluster = await startTestCluster();
  await migrate(cluster.url);
  url = await openRuntimeLogin(cluster.url);
});
afterAll(() => cluster.stop());

/** The processes that a process has started and that still run (Linux says so). */
function below(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return children === "" ? [] : children.split(" ").map(Number);
}

const onLinux = test.skipIf(process.platform !== "linux");

onLinux("two processes share a port; one that is killed is replaced; told to stop, both end", async () => {
  const product = await serveProduct(url, "workers", { WEB_CONCURRENCY: "2" });
  const first = below(product.pid());
  expect(first).toHaveLength(2);
  process.kill(first[0] ?? 0, "SIGKILL");
  await expect.poll(() => below(product.pid()).filter((pid) => !first.includes(pid)).length).toBe(1);
  await expect
    .poll(async () => (await fetch(`${product.address}/api/ready`).catch(() => null))?.status)
    .toBe(200);
  const second = below(product.pid());
  expect(second).toHaveLength(2);
  await product.stop();
  expect(second.filter(isRunning)).toEqual([]);
});

onLinux("when what started them is killed outright, none of them keeps the port", async () => {
  const product = await serveProduct(url, "workers", { WEB_CONCURRENCY: "2" });
  const workers = below(product.pid());
  await product.kill();
  await expect.poll(() => workers.filter(isRunning)).toEqual([]);
});

test("a number that is none, or a database that is away, is one clear line and the end of it", async () => {
  await expect(serveProduct(url, "workers", { WEB_CONCURRENCY: "many" })).rejects.toThrow(
    "Plumbline cannot start: WEB_CONCURRENCY is a number of processes, 1 to 64",
  );
  const nowhere = "postgres://plumbline_login:x@127.0.0.1:1/plumbline";
  await expect(serveProduct(nowhere, "workers", { WEB_CONCURRENCY: "2" })).rejects.toThrow(
    "Plumbline cannot start: the database of DATABASE_URL does not answer",
  );
});
