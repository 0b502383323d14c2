import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, ROOT } from "./sources";

const page = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

test("every file and command that SECURITY.md names is there, and the README leads to it", () => {
  const files = [...page.matchAll(/`((?:app|components|db|lib|tests)\/[\w./[\]-]+\.\w+)`/g)].map(
    ([, file]) => file ?? "",
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const [, script] of page.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty(script ?? "");
  expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain("(SECURITY.md)");
});

test("each of the fifty attacks stands in one row, and no file of attacks is left out", () => {
  const rows = page.slice(page.indexOf("## The fifty attacks"), page.indexOf("## OWASP")).split("\n");
  const numbers = rows.flatMap((row) => {
    const [, first = ""] = row.split("|");
    return [...first.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
    );
  });
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  const attacks = filesBelow("tests/access").filter((path) => path.endsWith(".test.ts"));
  expect(attacks.filter((path) => !page.includes(path) && !path.endsWith("own-figures.test.ts"))).toEqual([]);
});
