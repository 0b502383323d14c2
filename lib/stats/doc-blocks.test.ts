import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PARTS = ["/**", "Unit", "Range", "Minimum n", "Undefined", "Source:", "@example"];
/** Where the source is found: an address that lasts, or the number of a book or a journal. */
const FOUND = /https:\/\/doi\.org\/|ISBN|ISSN/;

test("every file says what it computes: unit, range, minimum, when undefined, source and a worked example", () => {
  const files = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const lacking = files.flatMap((name) => {
    const text = readFileSync(path.join(HERE, name), "utf8");
    const parts = PARTS.filter((part) => !text.includes(part));
    return [...parts, ...(FOUND.test(text) ? [] : ["DOI"])].map((part) => `${name}: ${part}`);
  });
  expect(files.length).toBeGreaterThan(80);
  expect(lacking).toEqual([]);
});
