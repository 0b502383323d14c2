import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { answers, freePort } from "@/db/embedded/port";
import { openRuntimeLogin } from "@/db/login";
import { migrate } from "@/db/migrate";

/** A migrated PostgreSQL with real durability, to be killed and brought back on the same port. */
export interface CrashingPostgres {
  dataDir: string;
  ownerUrl: string;
  runtimeUrl: string;
  /** kill -9 of the postmaster and every process it has started; resolves when nobody answers any more. */
  kill(): Promise<void>;
  /** Starts it on what the crash has left. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startCrashingPostgres(): Promise<CrashingPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-faults-"));
  chmodSync(folder, 0o755); // Root's tests run PostgreSQL as another account, which must pass through.
  const dataDir = join(folder, "postgres");
  const server = await startEmbedded({ dataDir });
  await migrate(server.url);
  return crashing(dataDir, server, await openRuntimeLogin(server.url));
}

function crashing(dataDir: string, started: Embedded, runtimeUrl: string): CrashingPostgres {
  let server = started;
  const ownerUrl = server.url;
  return {
    dataDir,
    ownerUrl,
    runtimeUrl,
    kill: async () => {
      for (const pid of await processes(ownerUrl)) kill(pid);
      while (await answers(Number(new URL(ownerUrl).port))) await new Promise(setImmediate);
    },
    start: async () => {
      server = await startEmbedded({ dataDir });
      if (server.url !== ownerUrl)
        throw new Error(`PostgreSQL came back elsewhere: ${new URL(server.url).host}`);
    },
    remove: async () => {
      await server.stop();
      rmSync(dirname(dataDir), { recursive: true, force: true });
    },
  };
}

/**
 * An asynchronous replica beside its first: a copy of the running data folder that follows by streaming.
 * @param through the port at which it reaches the first: what is cut there never arrives
 */
export async function startReplica(first: CrashingPostgres, through: number): Promise<CrashingPostgres> {
  const dataDir = `${first.dataDir}-replica`;
  const owner = postgres(first.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`select pg_backup_start('replica', true)`;
    spawnSync("cp", ["-a", first.dataDir, dataDir]);
    const [stopped] = await owner<{ labelfile: string }[]>`select labelfile from pg_backup_stop()`;
    rmSync(join(dataDir, "postmaster.pid"), { force: true });
    leave(dataDir, "backup_label", stopped?.labelfile ?? "");
  } finally {
    await owner.end();
  }
  const { username, password } = new URL(first.ownerUrl);
  leave(dataDir, "standby.signal", "");
  const way = `host=127.0.0.1 port=${through} user=${username} password=${password}`;
  appendFileSync(join(dataDir, "postgresql.auto.conf"), `\nprimary_conninfo = '${way}'\n`);
  const note = JSON.parse(readFileSync(`${first.dataDir}.json`, "utf8")) as object;
  writeFileSync(`${dataDir}.json`, JSON.stringify({ ...note, port: await freePort(null) }), { mode: 0o600 });
  const server = await startEmbedded({ dataDir });
  const runtimeUrl = new URL(first.runtimeUrl);
  runtimeUrl.port = new URL(server.url).port;
  return crashing(dataDir, server, runtimeUrl.toString());
}

/** A file for the account that PostgreSQL runs as. */
function leave(folder: string, name: string, text: string): void {
  const { uid, gid } = statSync(folder);
  writeFileSync(join(folder, name), text);
  chownSync(join(folder, name), uid, gid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself between the look and the axe.
  }
}

/** The postmaster first, so that it can tidy nothing up; then its workers and everybody's backends. */
async function processes(ownerUrl: string): Promise<number[]> {
  const owner = postgres(ownerUrl, { max: 1 });
  try {
    const [first] = await owner<{ pid: number }[]>`
      select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`;
    const rest = await owner<{ pid: number }[]>`
      select pid from pg_stat_activity where pid <> pg_backend_pid()`;
    if (!first) throw new Error("PostgreSQL does not say which process it is");
    return [first, ...rest].map(({ pid }) => pid);
  } finally {
    await owner.end();
  }
}
