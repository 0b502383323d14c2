import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import type { Identity } from "./identity";
import { LOOPBACK } from "./port";
import { processFacts } from "./process";

export interface Start {
  binaries: Binaries;
  folder: string;
  identity: Identity;
  port: number;
  /** false for throw-away clusters: nothing there needs to survive a power cut. */
  durable: boolean;
  logFile: string;
}

/** Starts the server and leaves it to itself; Ctrl-C in the terminal must not reach it before its clients are gone. */
export function spawnServer({ binaries, folder, identity, port, durable, logFile }: Start): ChildProcess {
  dropStalePid(folder);
  const settings = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: "",
    max_connections: durable ? "60" : "200",
    timezone: "UTC",
    ...(durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "256MB" }),
  };
  const log = openSync(logFile, "w", 0o600);
  try {
    return spawn(
      binaries.postgres,
      ["-D", folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      { ...identity, cwd: folder, detached: true, stdio: ["ignore", log, log] },
    );
  } finally {
    closeSync(log);
  }
}

/** PostgreSQL believes any pid that exists, even a zombie's or another program's after a restart of the machine. */
function dropStalePid(folder: string): void {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const facts = processFacts(Number(readFileSync(file, "utf8").split("\n")[0]));
  if (facts && (facts.zombie || facts.name !== "postgres")) rmSync(file);
}
