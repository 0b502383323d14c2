import { expect, test } from "vitest";
import { comparisonTable, packetTable, type TabledComparison } from "./comparison-table";
import { DEFAULT_FOLD } from "./rubric";
import { DIMENSIONS, type Dimension } from "./scale";

const weights = { ownership: 25, noticing: 30, consequence: 10, fix: 20, calibration: 15 };
const none = { n: 0, quality: null, median: null, split: false, dots: [] };

function candidate(id: string, over: Partial<TabledComparison["candidates"][number]> = {}) {
  return {
    applicationId: id,
    candidate: { name: id },
    composite: { state: "incomplete", dimensions: 1, needed: 4 } as const,
    counted: 1,
    fair: { state: "not-enough", reason: "Too few." } as const,
    dimensions: { ownership: none, noticing: none, consequence: none, fix: none, calibration: none },
    cards: [],
    ...over,
  };
}

const comparison = (...candidates: TabledComparison["candidates"]): TabledComparison => ({
  rubric: {
    content: {
      dimensions: Object.fromEntries(DIMENSIONS.map((name) => [name, { name }])) as Record<
        Dimension,
        { name: string }
      >,
    },
  },
  rubrics: [{ id: "r1", number: 1, weights, fold: DEFAULT_FOLD }],
  candidates,
  pairs: [],
});

test("what each row of plots says stands in the table: medians, calibration as quality with its n and its split", () => {
  const dots = [
    {
      scorecardId: "s",
      member: { name: "Ada" },
      value: { state: "observed", mark: -2 },
      evidence: [],
    } as const,
    {
      scorecardId: "t",
      member: { name: "Ben" },
      value: { state: "observed", mark: 2 },
      evidence: [{ text: "Spiralled", atMs: 42_000 }],
    } as const,
  ];
  const split = candidate("Vidal", {
    dimensions: {
      ...candidate("").dimensions,
      fix: { ...none, n: 2, quality: 3.5, median: 3.5 },
      calibration: { n: 2, quality: 1.25, median: 0, split: true, dots },
    },
  });
  const { rows } = comparisonTable(comparison(split));
  expect(rows).toContainEqual(["fix, median", "Vidal", "n 2", 3.5, null, null]);
  expect(rows).toContainEqual(["calibration, quality", "Vidal", "n 2, split", 1.25, null, null]);
  expect(
    packetTable(comparison(split))
      .rows.slice(0, 3)
      .map((row) => row.at(-1)),
  ).toEqual([null, "0:42 Spiralled", null]);
  // Never a middle of signed marks.
  expect(rows.some(([title]) => title === "calibration, median")).toBe(false);
  expect(rows.some(([title]) => title === "ownership, median")).toBe(false);
});

test("every pair with a figure has its chance, told apart or not; without one there is no row", () => {
  const { rows } = comparisonTable({
    ...comparison(candidate("Okafor"), candidate("Raman"), candidate("Vidal")),
    pairs: [
      { state: "known", a: "Okafor", b: "Raman", probability: 0.584, toldApart: false },
      { state: "known", a: "Okafor", b: "Vidal", probability: 0.9999, toldApart: true },
      { state: "not-enough", a: "Raman", b: "Vidal" },
    ],
  });
  expect(rows.filter(([title]) => title === "Chance of being better, %")).toEqual([
    ["Chance of being better, %", "Okafor", "than Raman, cannot be told apart", 58, null, null],
    ["Chance of being better, %", "Okafor", "than Vidal, told apart", 99, null, null],
  ]);
});

test("seconds a beat stand per interviewer; a timer that never ran has no row", () => {
  const event = (at: number, kind: "beat" | "end", beat: "situation" | null) => ({
    id: `${at}`,
    kind,
    beat,
    at,
  });
  const card = (name: string, timer: ReturnType<typeof event>[]) => ({
    scorecardId: name,
    member: { name },
    rubricVersionId: "r1",
    submittedAt: "2026-11-01T11:00:00.000Z",
    timer,
  });
  const timed = candidate("Vidal", {
    cards: [card("Ada", [event(0, "beat", "situation"), event(12_000, "end", null)]), card("Ben", [])],
  });
  const rows = comparisonTable(comparison(timed)).rows.filter(([title]) => String(title).endsWith("seconds"));
  expect(rows[0]).toEqual(["Situation, seconds", "Vidal", "Ada", 12, null, null]);
  expect(rows.at(-1)).toEqual(["Whole answer, seconds", "Vidal", "Ada", 12, null, null]);
  expect(rows.some((row) => row[2] === "Ben")).toBe(false);
});

test("what calibration folds to stands there per version, so that a composite can be worked out from the file alone", () => {
  const { rows } = comparisonTable(comparison(candidate("Vidal")));
  expect(rows.slice(-5)).toEqual([
    ["calibration −2 folds to", null, null, 1, null, 1],
    ["calibration −1 folds to", null, null, 2.5, null, 1],
    ["calibration 0 folds to", null, null, 5, null, 1],
    ["calibration +1 folds to", null, null, 3, null, 1],
    ["calibration +2 folds to", null, null, 1.5, null, 1],
  ]);
});
