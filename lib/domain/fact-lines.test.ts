import { expect, test } from "vitest";
import { factLines, tallyFacts } from "./fact-lines";

test("facts read as the form calls them, measures with their unit, untapped ones left out", () => {
  expect(factLines({ noticedBy: "self", timeToTell: { amount: 1, unit: "hours" } })).toEqual([
    { name: "Noticed by", answer: "self" },
    { name: "Time to tell", answer: "1 hour" },
  ]);
  expect(factLines({})).toEqual([]);
});

test("a tally keeps the form's order, so that candidates can be read line by line", () => {
  const tally = tallyFacts([
    { bridge: "yes", timeToTell: { amount: 2, unit: "days" } },
    { kind: "judgement" },
  ]);
  expect(tally.map(({ name }) => name)).toEqual(["Kind", "Bridge", "Time to tell"]);
});

test("several interviewers: the answer most gave comes first, and nobody's silence is counted", () => {
  expect(tallyFacts([{ voice: "we" }, { voice: "i" }, {}, { voice: "i" }])).toEqual([
    { name: "Voice", answer: "I ×2, we ×1" },
  ]);
});
