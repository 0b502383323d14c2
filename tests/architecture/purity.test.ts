import { expect, test } from "vitest";
import { isIn } from "./law";
import { readSources, withoutComments } from "./sources";

const PURE = ["lib/stats", "lib/domain"];

/** What a pure room may not ask for: it is given the time, the chance and the settings as arguments. */
const IMPURE: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /\bDate\.now\(/, instead: "take the time as an argument" },
  { pattern: /\bnew Date\(\s*\)/, instead: "take the time as an argument" },
  { pattern: /\bperformance\.now\(/, instead: "take the time as an argument" },
  { pattern: /\bMath\.random\(/, instead: "take a source of chance as an argument" },
  { pattern: /\bcrypto\.(randomUUID|getRandomValues)\(/, instead: "take a source of chance as an argument" },
  { pattern: /\bprocess\.env\b/, instead: "read settings in lib/server/env and pass them in" },
  { pattern: /\bfetch\(/, instead: "ask in lib/client, decide here" },
  { pattern: /\bfrom "node:/, instead: "keep input and output out of a pure room" },
];

test.each(PURE)("%s is pure: no clock, chance, environment, input or output", (room) => {
  const files = readSources().filter(({ path }) => isIn(path, room) && !path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(0);
  const faults = files.flatMap(({ path, text }) =>
    IMPURE.filter(({ pattern }) => pattern.test(withoutComments(text))).map(
      ({ pattern, instead }) => `${path} uses ${pattern.source}: ${instead}`,
    ),
  );
  expect(faults).toEqual([]);
});

/** Statistics are of units and raters: whoever shows them says whom that means. */
const OF_A_PANEL = /interview|candidate/i;

test("lib/stats knows no interview: neither its names, nor its reasons, nor its comments speak of one", () => {
  const files = readSources().filter(({ path }) => isIn(path, "lib/stats") && !path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(80);
  const faults = files.filter(({ path, text }) => OF_A_PANEL.test(path) || OF_A_PANEL.test(text));
  expect(faults.map(({ path }) => path)).toEqual([]);
});
