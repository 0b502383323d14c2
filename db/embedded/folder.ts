import { createHash } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { Problem } from "../../lib/domain/errors";
import { canReach, type Identity } from "./identity";

/** What a run leaves for the next one: where the server listens, its password, and who started it. */
const Note = z.object({ port: z.number().int(), password: z.string().min(16), launcher: z.number().int() });
export type Note = z.infer<typeof Note>;

/** Root's home is closed to the account PostgreSQL runs as: data and programs then live here. */
const OUTSIDE = "/var/lib/plumbline";

/** The folder the cluster really lies in: the wished one, or one the account can reach, the same at every start. */
export function reachableFolder(wished: string, identity: Identity): string {
  if (identity === null || canReach(dirname(wished), identity)) return wished;
  return join(OUTSIDE, createHash("sha256").update(wished).digest("hex").slice(0, 12));
}

/** Makes the folder above the cluster, and says in one line when it cannot be written. */
export function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Problem(
      "UNAVAILABLE",
      `Cannot write to ${folder}: give yourself the right to, or run as its owner`,
      {},
      cause,
    );
  }
}

/** The major version of the cluster in `folder`, or null when there is none yet. A broken one is named, never mended. */
export function clusterVersion(folder: string): number | null {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return null;
  const marker = join(folder, "PG_VERSION");
  const version = existsSync(marker) ? Number(readFileSync(marker, "utf8").trim()) : Number.NaN;
  if (!Number.isInteger(version) || !existsSync(join(folder, "global", "pg_control")))
    throw new Problem(
      "UNAVAILABLE",
      `${folder} is not a whole PostgreSQL data folder: move it away (or delete it) and start again`,
    );
  return version;
}

/** A fresh folder beside the cluster's place, the account's own. An unfinished one of an earlier run is thrown away. */
export function stagingFolder(folder: string, identity: Identity): string {
  const [parent, prefix] = [dirname(folder), `${folder}.unfinished-`];
  for (const name of readdirSync(parent))
    if (join(parent, name).startsWith(prefix)) rmSync(join(parent, name), { recursive: true, force: true });
  const staging = mkdtempSync(prefix);
  if (identity) chownSync(staging, identity.uid, identity.gid);
  return staging;
}

export function readNote(folder: string): Note | null {
  const file = `${folder}.json`;
  if (!existsSync(file)) return null;
  try {
    return Note.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Problem(
      "UNAVAILABLE",
      `${file} holds the database's password but cannot be read here`,
      {},
      cause,
    );
  }
}

export function writeNote(folder: string, note: Note): void {
  writeFileSync(`${folder}.json`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
}
