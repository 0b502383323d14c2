import type { ChildProcess } from "node:child_process";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "../lib/domain/errors";
import { type Binaries, findBinaries } from "./embedded/binaries";
import {
  clusterVersion,
  type Note,
  reachableFolder,
  readNote,
  requireWritable,
  writeNote,
} from "./embedded/folder";
import { type Identity, identityFor } from "./embedded/identity";
import { initialize } from "./embedded/initialize";
import { freePort } from "./embedded/port";
import { isRunning } from "./embedded/process";
import { ensureDatabase, isThisCluster, lastWords, ownerUrl, untilReady } from "./embedded/ready";
import { spawnServer } from "./embedded/server";

export interface Embedded {
  /** The owner's URL: migrations, seed and backup use it; the app itself signs in by `runtimeUrl`. */
  url: string;
  /** Ends every connection and stops the server; does nothing when another start of ours is the one that runs it. */
  stop(): Promise<void>;
}

/** A port can be taken between the look and the start, and a killed server's memory is released a moment later. */
const TRIES = 5;
const PAUSE_BETWEEN_TRIES_MS = 400;
/** A fast shutdown writes a checkpoint; slow disks need a while. */
const STOP_WITHIN_S = 30;

/**
 * Starts a real PostgreSQL on loopback for this checkout, making its data folder and database the first time.
 * @param dataDir absolute or relative folder of the cluster; `<dataDir>.json` beside it keeps port and password
 * @param durable false only for throw-away clusters
 */
export async function startEmbedded(options: { dataDir: string; durable?: boolean }): Promise<Embedded> {
  const wished = resolve(options.dataDir);
  requireWritable(dirname(wished));
  const identity = identityFor(wished);
  const place = reachableFolder(wished, identity);
  requireWritable(dirname(place));
  const durable = options.durable ?? true;

  const version = clusterVersion(place);
  const kept = version === null ? null : readNote(place);
  if (version !== null && kept === null)
    throw new Problem(
      "UNAVAILABLE",
      `${place}.json, the password of ${place}, is missing: bring it back or move the folder away`,
    );
  if (kept && (await isThisCluster(kept.port, kept.password, realpathSync(place))))
    return adopt(place, kept, identity);

  const binaries = findBinaries(identity, dirname(place), version);
  const password = kept?.password ?? randomBytes(24).toString("hex");
  if (version === null) {
    writeNote(place, { port: 0, password, launcher: process.pid });
    await initialize({ binaries, folder: place, identity, password, durable });
  }
  const { port, child } = await startServer(
    { binaries, folder: place, identity, durable },
    kept?.port ?? null,
    password,
  );
  writeNote(place, { port, password, launcher: process.pid });
  await ensureDatabase(port, password);
  return { url: ownerUrl(port, password), stop: () => stopServer(binaries, place, identity, child) };
}

/** A server of this folder is already running: an earlier start was killed, or a second one stands beside us. */
async function adopt(folder: string, note: Note, identity: Identity): Promise<Embedded> {
  await ensureDatabase(note.port, note.password);
  const url = ownerUrl(note.port, note.password);
  if (note.launcher !== process.pid && isRunning(note.launcher)) return { url, stop: async () => {} };
  writeNote(folder, { ...note, launcher: process.pid });
  const binaries = findBinaries(identity, dirname(folder), clusterVersion(folder));
  return { url, stop: () => stopServer(binaries, folder, identity, null) };
}

async function startServer(
  start: { binaries: Binaries; folder: string; identity: Identity; durable: boolean },
  wishedPort: number | null,
  password: string,
): Promise<{ port: number; child: ChildProcess }> {
  const logFile = `${start.folder}.log`;
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(wishedPort === 0 ? null : wishedPort);
    const child = spawnServer({ ...start, port, logFile });
    child.unref();
    let failure: string | null = null;
    child.once("error", (error) => {
      failure = error.message;
    });
    const ready = await untilReady(port, password, () => failure !== null || child.exitCode !== null);
    if (ready) return { port, child };
    if (tries === TRIES)
      throw new Problem(
        "UNAVAILABLE",
        `PostgreSQL does not start: ${failure ?? lastWords(logFile)} (see ${logFile})`,
      );
    await pause(PAUSE_BETWEEN_TRIES_MS);
  }
}

async function stopServer(
  { pgCtl }: Binaries,
  folder: string,
  identity: Identity,
  child: ChildProcess | null,
): Promise<void> {
  if (child && child.exitCode !== null) return;
  spawnSync(pgCtl, ["stop", "-D", folder, "-m", "fast", "-w", "-t", String(STOP_WITHIN_S)], {
    ...identity,
    cwd: folder,
    stdio: "ignore",
  });
}
