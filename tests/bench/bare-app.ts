import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers, freePort, LOOPBACK } from "@/db/embedded/port";
import { ROOT } from "@/lib/commands/command";

const SOURCE = join(ROOT, "tests", "bench", "bare");
const PLACE = join(ROOT, ".cache", "bench", "bare");
const STAMP = join(PLACE, "built-from");
const SERVER = join(PLACE, ".next", "standalone", ".cache", "bench", "bare", "server.js");
/** As ours is started: in as many processes as WEB_CONCURRENCY says. */
const ENTRY = join(dirname(SERVER), "workers.mjs");
const STATIC = join(PLACE, ".next", "static");
const READY_WITHIN_MS = 30_000;
const POLL_MS = 50;

export interface BareApp {
  port: number;
  stop(): Promise<void>;
}

/** The bare app, built by the same Next as ours and served the same way; the build is reused while nothing changed. */
export async function startBareApp(databaseUrl: string, processes: number): Promise<BareApp> {
  await ensureBareBuilt();
  const port = await freePort(null);
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOSTNAME: LOOPBACK,
      NODE_ENV: "production",
      WEB_CONCURRENCY: String(processes),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error("The bare app does not start");
    await pause(POLL_MS);
  }
  return { port, stop: () => stop(child) };
}

async function ensureBareBuilt(): Promise<void> {
  const stamp = fingerprint();
  if (existsSync(SERVER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp) return;
  rmSync(PLACE, { recursive: true, force: true });
  cpSync(SOURCE, PLACE, { recursive: true });
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build", PLACE], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The bare app does not build: next ended with code ${code}`);
  // The standalone server serves these only from beside itself.
  cpSync(STATIC, join(dirname(SERVER), ".next", "static"), { recursive: true });
  cpSync(join(ROOT, "lib", "server", "workers.mjs"), ENTRY);
  writeFileSync(STAMP, stamp);
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "package-lock.json")));
  hash.update(readFileSync(import.meta.filename));
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).sort()) {
    const file = join(SOURCE, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
