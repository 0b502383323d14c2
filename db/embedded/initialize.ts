import { spawn } from "node:child_process";
import { chownSync, existsSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../lib/domain/errors";
import type { Binaries } from "./binaries";
import { stagingFolder } from "./folder";
import type { Identity } from "./identity";

export const OWNER = "plumbline_owner";

/** The built-in provider knows Unicode's cases and sorts by code point, alike on every system; 15 and 16 lack it. */
const BUILTIN_LOCALE_SINCE = 17;

interface NewCluster {
  binaries: Binaries;
  folder: string;
  identity: Identity;
  password: string;
  durable: boolean;
}

/** Makes a cluster beside its place and moves it there whole, so that a half-made one is never met later. */
export async function initialize({
  binaries,
  folder,
  identity,
  password,
  durable,
}: NewCluster): Promise<void> {
  const staging = stagingFolder(folder, identity);
  const data = join(staging, "data");
  const passwordFile = join(staging, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity) chownSync(passwordFile, identity.uid, identity.gid);
  const locale =
    binaries.major >= BUILTIN_LOCALE_SINCE
      ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
      : ["--locale=C"];
  try {
    await run(binaries.initdb, identity, [
      `--pgdata=${data}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--data-checksums",
      ...locale,
      ...(durable ? [] : ["--no-sync"]),
    ]);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(data, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function run(program: string, identity: Identity, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...identity, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    const fail = (reason: string) =>
      reject(new Problem("UNAVAILABLE", `PostgreSQL could not make its data folder: ${reason}`));
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) =>
      code === 0 ? resolve() : fail(said.trim().split("\n")[0] ?? `exit ${code}`),
    );
  });
}
