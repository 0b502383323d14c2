import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { sqlState } from "../../db/driver/sql-state";
import { type Embedded, startEmbedded } from "../../db/embedded";
import { Problem } from "../domain/errors";

/** The checkout; commands run from its top, wherever they were called. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Where the embedded database, the secret and the logs are kept across runs. */
export function dataFolder(): string {
  const folder = resolve(ROOT, process.env.PLUMBLINE_DATA ?? ".data");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Problem(
      "UNAVAILABLE",
      `Cannot write to ${folder}: give yourself the right to, or run as its owner`,
      {},
      cause,
    );
  }
  return folder;
}

/** The database of this checkout as its owner: the server DATABASE_URL names, else the embedded one. */
export async function openDatabase(): Promise<Embedded> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  return startEmbedded({ dataDir: join(dataFolder(), "postgres") });
}

/** Runs a command and turns what goes wrong into one line and exit code 1; only the unexpected shows its stack. */
export async function runCommand(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    const line = inOneLine(error);
    console.error(line ?? error);
    process.exitCode = 1;
  }
}

function inOneLine(error: unknown): string | null {
  if (error instanceof Problem) return error.message;
  const state = sqlState(error);
  const reason = state === null ? undefined : UNREACHABLE[state];
  return reason ? `Cannot use the database at ${serverName()}: ${reason}. Check DATABASE_URL` : null;
}

/** How drivers and servers say that nobody can be reached, or that one may not come in. */
const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: "nothing answers there",
  CONNECT_TIMEOUT: "nothing answers there",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "its host name cannot be looked up",
  EHOSTUNREACH: "no way to that host",
  ECONNRESET: "it closed the connection",
  CONNECTION_CLOSED: "it closed the connection",
  ERR_INVALID_URL: "that is not a URL",
  "28P01": "wrong user or password",
  "28000": "it does not let this user in",
  "3D000": "no such database",
  "42501": "this user may not do that; migrations need the owner",
};

/** Host and port only: the URL holds a password. */
function serverName(): string {
  const given = process.env.DATABASE_URL ?? "";
  return URL.canParse(given) ? new URL(given).host : "that address";
}
