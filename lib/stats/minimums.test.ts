import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as table from "./minimums";

const LIB = fileURLToPath(new URL("..", import.meta.url));
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;

test("every line of the table of minimums is read by what it rules, and not only spoken of", () => {
  const { MINIMUMS, ...others } = table;
  const code = readdirSync(LIB, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.endsWith("minimums.ts"))
    .map((name) => readFileSync(path.join(LIB, name), "utf8").replace(COMMENTS, ""))
    .filter((text) => text.includes("minimums"));
  const names = [...Object.keys(MINIMUMS), ...Object.keys(others)];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !code.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([]);
});
