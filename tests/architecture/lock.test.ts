import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { ROOT } from "./sources";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));

test("the lock file has no holes: every optional package of every platform is in it", () => {
  const holes = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(path, name))
      .map((name) => `${path || "package.json"} names ${name}`),
  );
  expect(holes, "make the lock afresh in an empty folder: npm install --package-lock-only").toEqual([]);
});

test("the lock file names no registry, so that npm ci works with any", () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith("http"));
  expect(named.map(([path]) => path)).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const sections = z.record(z.string(), z.string());
  const manifest = z
    .object({ dependencies: sections, devDependencies: sections, optionalDependencies: sections })
    .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const loose = Object.values(manifest)
    .flatMap((section) => Object.entries(section))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

/** Node looks beside the package first, then one folder up, and so on. */
function resolves(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules") - 1))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}
