import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOMS } from "./law";
import { filesBelow, ROOT } from "./sources";

/** A README longer than this is not read. */
const README_LINES = 30;

test.each(ROOMS.map(({ path }) => path))("%s has a README that fits a screen", (room) => {
  const file = join(ROOT, room, "README.md");
  expect(
    existsSync(file),
    `${room}/README.md is missing: say what lives here, what never does, where to start`,
  ).toBe(true);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
  expect(lines, `${room}/README.md has ${lines} lines`).toBeLessThanOrEqual(README_LINES);
});

test("no mock of our own code and no sleep in any test", () => {
  const banned = /\b(vi|jest)\.mock\(|\bwaitForTimeout\(|getByTestId\(|data-testid/;
  const faults = ["app", "components", "db", "lib", "tests"]
    .flatMap(filesBelow)
    .filter((path) => /\.(ts|tsx)$/.test(path) && !path.startsWith("tests/architecture/"))
    .filter((path) => banned.test(readFileSync(join(ROOT, path), "utf8")));
  expect(faults).toEqual([]);
});

test("no silenced lint rule or type error goes without its reason", () => {
  const faults = ["app", "components", "db", "lib", "tests"]
    .flatMap(filesBelow)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith("tests/architecture/"))
    .flatMap((path) =>
      readFileSync(join(ROOT, path), "utf8")
        .split("\n")
        .filter((line) => /@ts-ignore|@ts-nocheck|biome-ignore [^:]*:\s*$|@ts-expect-error\s*$/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(faults).toEqual([]);
});
