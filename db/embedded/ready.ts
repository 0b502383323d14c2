import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { Problem } from "../../lib/domain/errors";
import { sqlState } from "../driver/sql-state";
import { OWNER } from "./initialize";
import { answers, LOOPBACK } from "./port";

/** After a crash the log is replayed first; that takes seconds, never minutes. */
const READY_WITHIN_MS = 60_000;
const POLL_MS = 20;
/** "The database system is starting up." */
const STARTING_UP = "57P03";

export const DATABASE = "plumbline";

export function ownerUrl(port: number, password: string, database = DATABASE): string {
  return `postgres://${OWNER}:${password}@${LOOPBACK}:${port}/${database}`;
}

/** Whether the server on that port is this very cluster: another program may have taken the port meanwhile. */
export async function isThisCluster(port: number, password: string, folder: string): Promise<boolean> {
  if (!(await answers(port))) return false;
  const found = await ask(port, password).catch(() => null);
  return found === folder;
}

/** Waits until the server takes queries. `ended` says that its process is gone, and waiting is vain. */
export async function untilReady(port: number, password: string, ended: () => boolean): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && !ended()) {
    if (await answers(port)) {
      try {
        await ask(port, password);
        return true;
      } catch (error) {
        if (sqlState(error) !== STARTING_UP && sqlState(error) !== "ECONNREFUSED") throw error;
      }
    }
    await pause(POLL_MS);
  }
  return false;
}

/** Makes the app's database the first time. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const sql = postgres(ownerUrl(port, password, "postgres"), { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!row) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end();
  }
}

/** The last words of the server's log that tell what went wrong. */
export function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? "").replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "");
}

async function ask(port: number, password: string): Promise<string> {
  const sql = postgres(ownerUrl(port, password, "postgres"), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    if (!row) throw new Problem("UNAVAILABLE", "PostgreSQL gave no answer");
    return row.folder;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
