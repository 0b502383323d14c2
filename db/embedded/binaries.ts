import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../lib/domain/errors";
import type { Identity } from "./identity";
import { packagedBin } from "./package";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  major: number;
}

const SUFFIX = process.platform === "win32" ? ".exe" : "";

/**
 * PostgreSQL's programs: out of the npm package for this platform, else the system's own. PLUMBLINE_POSTGRES_BIN names
 * a folder of programs to use instead; the gate tries the system's version with it.
 * @param cacheDir a folder the identity can reach; takes a copy where the package cannot be used in place
 * @param major only this major version will do: an existing data folder belongs to one
 */
export function findBinaries(identity: Identity, cacheDir: string, major: number | null): Binaries {
  const here: number[] = [];
  const chosen = process.env.PLUMBLINE_POSTGRES_BIN;
  for (const bin of chosen ? [chosen] : [packagedBin(identity, cacheDir), ...systemBins()]) {
    const binaries = bin === null ? null : tryBinaries(bin, identity);
    if (binaries === null) continue;
    if (major === null || binaries.major === major) return binaries;
    here.push(binaries.major);
  }
  throw new Problem(
    "UNAVAILABLE",
    major !== null && here.length > 0
      ? `The data folder was made by PostgreSQL ${major}, but only ${here.join(" and ")} is on this machine`
      : `No PostgreSQL runs on this machine (${process.platform} ${process.arch}): install it (Debian: apt-get install postgresql) or set DATABASE_URL`,
  );
}

function tryBinaries(bin: string, identity: Identity): Binaries | null {
  const program = (name: string) => join(bin, name + SUFFIX);
  const asked = spawnSync(program("postgres"), ["--version"], { ...identity, cwd: "/", encoding: "utf8" });
  const major = /PostgreSQL\) (\d+)/.exec(asked.stdout ?? "")?.[1];
  if (!major || !existsSync(program("initdb"))) return null;
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: Number(major),
  };
}

/** Where Debian, Homebrew and the makers' own packages put PostgreSQL, newest version first. */
export function systemBins(): string[] {
  const roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/Library/PostgreSQL"];
  const versioned = roots.filter(existsSync).flatMap((root) =>
    readdirSync(root)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, "bin")),
  );
  const homebrew = ["/opt/homebrew", "/usr/local"].flatMap((root) =>
    [18, 17, 16, 15].map((version) => join(root, "opt", `postgresql@${version}`, "bin")),
  );
  return [
    ...versioned,
    ...homebrew.filter(existsSync),
    ...(existsSync("/usr/bin/initdb") ? ["/usr/bin"] : []),
  ];
}
