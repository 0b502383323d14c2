import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/db/embedded/port";
import { ROOT } from "@/lib/commands/command";
import { type Served, serve } from "@/lib/commands/serve";

const LOGS = join(ROOT, ".cache", "servers");

/** The production server in front of one database, and ways to end and to begin it again on the same address. */
export interface Product {
  address: string;
  /** Of the process that was started last. */
  pid(): number;
  /** Everything the server has said so far. */
  log(): string;
  /** kill -9, as a crash would. */
  kill(): Promise<void>;
  /** A new start on the same port with the same secret, after a kill. */
  revive(): Promise<void>;
  /** Both, one after the other. */
  killAndRestart(): Promise<void>;
  /**
   * Asks it to end (SIGTERM), waits until it has, and starts again on the same port: this build or the one named.
   * Answers how long ending took, and whether it had to be killed.
   */
  restart(server?: string): Promise<{ ms: number; killed: boolean }>;
  /** Whether the process that was started last still runs: a crash that something hid would show here. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/** Of a process's time as it ships: for what is about several organisations, and for benches. */
export const SHARE_AS_SHIPPED = { ORGANIZATION_SHARE: "0.25" };

/**
 * @param runtimeUrl what the app itself is given: row-level security binds it
 * @param name of the log file in .cache/servers
 * @param variables beyond what every server here is given
 */
export async function serveProduct(
  runtimeUrl: string,
  name: string,
  variables: Record<string, string> | ((address: string) => Promise<Record<string, string>>) = {},
): Promise<Product> {
  mkdirSync(LOGS, { recursive: true });
  const logFile = join(LOGS, `${name}.log`);
  const port = await freePort(null);
  const env = {
    ...process.env,
    DATABASE_URL: runtimeUrl,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    AUTH_URL: `http://localhost:${port}`,
    LOG_LEVEL: "error",
    // One test asks as much of one account as a whole house would; limits and shares have tests of their own.
    RATE_LIMIT_SCALE: "1000",
    ORGANIZATION_SHARE: "1",
    ...(typeof variables === "function" ? await variables(`http://localhost:${port}`) : variables),
  };
  let running = false;
  const begin = async (server?: string): Promise<Served> => {
    const served = await serve({ port, host: "127.0.0.1", env, logFile, ...(server ? { server } : {}) });
    running = true;
    void served.ended.then(() => {
      running = false;
    });
    return served;
  };
  let served = await begin();
  return {
    address: `http://127.0.0.1:${port}`,
    pid: () => served.pid,
    log: () => readFileSync(logFile, "utf8"),
    isRunning: () => running,
    kill: () => served.kill(),
    revive: async () => {
      served = await begin();
    },
    killAndRestart: async () => {
      await served.kill();
      served = await begin();
    },
    restart: async (server) => {
      const began = performance.now();
      const killed = await served.stop();
      const ms = performance.now() - began;
      served = await begin(server);
      return { ms, killed };
    },
    stop: async () => {
      await served.stop();
    },
  };
}
