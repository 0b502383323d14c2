import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../command";

/** All that goes into a production build. Tests and commands do not. */
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
];
const SETTINGS = ["next.config.js", "package-lock.json", "postcss.config.mjs", "tsconfig.json"];
const NOT_BUILT = /\.test\.tsx?$|\.md$|^(db\/(testing|seed)|lib\/commands)$/;

/** One hash of everything a build depends on: the same hash, the same build. */
export function sourceFingerprint(): string {
  const hash = createHash("sha256").update(`node ${process.versions.node.split(".")[0]}\n`);
  for (const path of [...SOURCES, ...SETTINGS].flatMap(filesBelow)) {
    hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  const full = join(ROOT, path);
  if (NOT_BUILT.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
