import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ComparedFacts,
  comparisonFinding,
  comparisonWarnings,
  median,
  scorecardsCounted,
  summarizeDimension,
} from "./comparison";
import type { DimensionCounts } from "./composite";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "./rubric";

const counted = (counts: DimensionCounts) => [{ counts, weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD }];

describe("median", () => {
  test("of nobody is no figure, not 0", () => expect(median([])).toBeNull());
  test("of 5, 4, 4 is 4; of 3, 4, 4, 3 lies between the levels", () => {
    expect(median([5, 4, 4])).toBe(4);
    expect(median([3, 4, 4, 3])).toBe(3.5);
  });
  test("as many marks lie below as above, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 5 }), { minLength: 1 }), (marks) => {
        const middle = median(marks) ?? Number.NaN;
        const below = marks.filter((mark) => mark < middle).length;
        const above = marks.filter((mark) => mark > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(marks.length / 2);
      }),
    );
  });
});

describe("one dimension of one candidate", () => {
  test("two deflect, one is calm: mean folded quality (1 + 1 + 5) / 3, no split", () => {
    const figures = summarizeDimension("calibration", counted({ calibration: { "-2": 2, "0": 1 } }));
    expect(figures).toMatchObject({ n: 3, split: false });
    expect(figures.quality).toBeCloseTo(7 / 3, 12);
  });
  test("one at -2 and one at +2 are a split and never cancel to calm", () => {
    const figures = summarizeDimension("calibration", counted({ calibration: { "-2": 1, "2": 1 } }));
    expect(figures).toMatchObject({ n: 2, split: true, quality: 1.25 });
  });
  test("nobody observed it: no quality, and not a low one", () => {
    expect(summarizeDimension("fix", counted({ fix: { "not-observed": 3 } }))).toMatchObject({
      n: 0,
      quality: null,
    });
  });
  test("levels 1 and 2 of ownership are never a split", () => {
    expect(summarizeDimension("ownership", counted({ ownership: { "1": 1, "2": 4 } })).split).toBe(false);
  });
});

test("each rating is folded by the version it was scored on, and counted once", () => {
  const kinder = { ...DEFAULT_FOLD, "2": 3 };
  const one = { counts: { calibration: { "2": 1 } }, weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD };
  const other = { ...one, counts: { calibration: { "2": 1, "0": 1 } }, fold: kinder };
  expect(summarizeDimension("calibration", [one, other])).toMatchObject({
    counts: { "2": 2, "0": 1 },
    n: 3,
    quality: (1.5 + 3 + 5) / 3,
  });
});

test("a scorecard counts once, whether it observed a dimension or not", () => {
  const counts = (counts: Record<string, number>) => ({ counts });
  expect(
    scorecardsCounted({
      ownership: counts({ "4": 2, "not-observed": 1 }),
      noticing: counts({ "4": 3 }),
      consequence: counts({}),
      fix: counts({ "2": 1 }),
      calibration: counts({ "0": 2 }),
    }),
  ).toBe(3);
});

const complete = (value: number) => ({ state: "complete", value, dimensions: 5 }) as const;
const incomplete = { state: "incomplete", dimensions: 3, needed: 4 } as const;
const plain: ComparedFacts = {
  applicationId: "a",
  panel: ["ada", "ben"],
  rubricVersionIds: ["r3", "r3"],
  seats: 2,
  submitted: 2,
  composite: complete(4),
  split: false,
  blind: false,
  linkedGroup: 0,
  sameDayRun: false,
};

describe("warnings of a comparison", () => {
  test("the same panel, in any order, on the same version: nothing to warn of", () => {
    expect(comparisonWarnings([plain, { ...plain, applicationId: "b", panel: ["ben", "ada"] }])).toEqual([]);
  });
  test("different people and versions are said of everybody who has scores", () => {
    const other = { ...plain, applicationId: "b", panel: ["ada", "cy"], rubricVersionIds: ["r2"] };
    const unseen = { ...plain, applicationId: "c", panel: [], rubricVersionIds: [], composite: incomplete };
    expect(comparisonWarnings([plain, other, unseen])).toEqual([
      { warning: "incomplete-composite", applicationIds: ["c"] },
      { warning: "different-panels", applicationIds: ["a", "b"] },
      { warning: "different-rubric-versions", applicationIds: ["a", "b"] },
    ]);
  });
  test("panels that no chain of candidates links, and a run of interviews on one day, are said", () => {
    const apart = { ...plain, applicationId: "b", panel: ["dan"], linkedGroup: 1, sameDayRun: true };
    expect(comparisonWarnings([plain, apart])).toEqual([
      { warning: "one-interviewer", applicationIds: ["b"] },
      { warning: "same-day-run", applicationIds: ["b"] },
      { warning: "different-panels", applicationIds: ["a", "b"] },
      { warning: "not-linked", applicationIds: ["a", "b"] },
    ]);
  });
  test("a candidate whose scorecards have no composite is in no group: that says nothing about their panel", () => {
    const without = { ...plain, applicationId: "b", composite: incomplete, linkedGroup: null };
    expect(comparisonWarnings([plain, without]).map(({ warning }) => warning)).toEqual([
      "incomplete-composite",
    ]);
  });
  test("a missing seat, a lone interviewer, a split and a blind seat each name whom they touch", () => {
    const thin = { ...plain, applicationId: "b", panel: ["ada"], submitted: 1, split: true, blind: true };
    expect(comparisonWarnings([thin]).map(({ warning }) => warning)).toEqual([
      "blind",
      "split",
      "missing-seats",
      "one-interviewer",
    ]);
  });
});

describe("what raw composites alone can say", () => {
  const of = (name: string, composite: ComparedFacts["composite"]) => ({ name, composite });
  test("first and next, whatever the order given", () => {
    const finding = comparisonFinding([of("Raman", complete(3.21)), of("Okafor", complete(4.39))]);
    expect(finding).toMatchObject({ kind: "first", first: { name: "Okafor" }, next: { name: "Raman" } });
  });
  test("a difference that vanishes at two decimals is level, in the order given", () => {
    const finding = comparisonFinding([
      of("A", complete(4.331)),
      of("B", complete(4.334)),
      of("C", complete(1)),
    ]);
    expect(finding).toMatchObject({ kind: "level", tied: [{ name: "A" }, { name: "B" }] });
  });
  test("incomplete composites take no part; alone or nobody is said so", () => {
    expect(comparisonFinding([of("A", incomplete), of("B", complete(2))])).toMatchObject({ kind: "only" });
    expect(comparisonFinding([of("A", incomplete)])).toEqual({ kind: "none" });
  });
});
