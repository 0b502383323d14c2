import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "../domain/errors";
import { STANDALONE_SERVER } from "./build/build";

export const DEFAULT_PORT = 3000;
const LOOPBACK = "127.0.0.1";
const HEALTHY_WITHIN_MS = 30_000;
const POLL_MS = 50;
/** Requests under way are finished first; after this the server is ended anyway. */
const STOP_WITHIN_MS = 10_000;

export interface Served {
  address: string;
  pid: number;
  /** Resolves with the exit code when the server ends, by itself or by `stop`. */
  ended: Promise<number>;
  /** Answers whether it had to be killed because it did not end in time. */
  stop(): Promise<boolean>;
  /** Ends it as a crash would, without a word to anybody: for the tests of faults. */
  kill(): Promise<void>;
}

export function wishedPort(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem("INVALID", `PORT is not a port number: ${process.env.PORT}`);
  return port;
}

/** Only this machine can reach the server unless HOST says otherwise. */
export function wishedHost(): string {
  return process.env.HOST ?? LOOPBACK;
}

/** Says in one line that the port is taken, before anything else is done in vain. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    const reason =
      code === "EADDRINUSE"
        ? `Port ${port} is taken: stop what runs there, or choose another: PORT=${port + 1} npm run demo`
        : `Cannot serve on ${host}:${port} (${String(code)}): choose another PORT or HOST`;
    throw new Problem("UNAVAILABLE", reason, {}, cause);
  } finally {
    probe.close();
  }
}

/** Starts the built server with the given environment and waits until it says it is healthy. */
export async function serve(options: {
  port: number;
  host: string;
  env: NodeJS.ProcessEnv;
  /** Takes what the server says; without it, that goes to the screen. */
  logFile?: string;
  /** Another build than this checkout's. */
  server?: string;
}): Promise<Served> {
  const { port, host, logFile, server = STANDALONE_SERVER } = options;
  const output = logFile === undefined ? "inherit" : openSync(logFile, "w", 0o600);
  const child = spawn(
    process.execPath,
    ["--import", new URL("./leave-with-parent.mjs", import.meta.url).href, server],
    {
      cwd: dirname(server),
      env: { ...options.env, PORT: String(port), HOSTNAME: host, NODE_ENV: "production" },
      // A group of its own: Ctrl-C reaches the launcher alone, which then stops everything in order.
      detached: true,
      stdio: ["ignore", output, output, "ipc"],
    },
  );
  if (typeof output === "number") closeSync(output);
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : 1));
  await untilHealthy(port, host, child, logFile);
  return {
    address: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    ended,
    stop: () => stop(child, ended),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function untilHealthy(
  port: number,
  host: string,
  child: ChildProcess,
  logFile?: string,
): Promise<void> {
  const everywhere = host === "0.0.0.0" || host === "::";
  const reachable = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  let last = "it gave no answer";
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://${reachable}:${port}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    if (answer) last = `it is not ready and answers ${answer.status}`;
    await pause(POLL_MS);
  }
  const reason = child.exitCode === null ? last : logFile ? telling(logFile) : "its own lines above say why";
  child.kill("SIGKILL");
  throw new Problem("UNAVAILABLE", `The server does not start: ${reason}`);
}

/** The line of the log that says why: a refusal to start is thrown with a plain sentence. */
function telling(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  const plain =
    lines.find((line) => line.startsWith("Plumbline")) ?? lines.find((line) => /error/i.test(line));
  return plain?.trim() ?? lines.at(-1) ?? "it said nothing";
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return false;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
  return child.signalCode === "SIGKILL";
}
