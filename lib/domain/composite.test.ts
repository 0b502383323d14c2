import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compositeOf, type DimensionCounts, isSplit, qualityOf, qualitySummary } from "./composite";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "./rubric";
import { DIMENSIONS, type MarkKey, marksOf } from "./scale";

const compose = (counts: DimensionCounts) => compositeOf(counts, DEFAULT_WEIGHTS, DEFAULT_FOLD);

describe("the composite, worked by hand", () => {
  test("one scorecard with four observed dimensions: (25·4 + 30·5 + 20·3 + 15·5) / 90 = 4.28", () => {
    const composite = compose({
      ownership: { "4": 1 },
      noticing: { "5": 1 },
      consequence: { "not-observed": 1 },
      fix: { "3": 1 },
      calibration: { "0": 1 },
    });
    expect(composite).toMatchObject({ state: "complete", dimensions: 4 });
    expect(composite.state === "complete" && composite.value).toBeCloseTo(385 / 90, 12);
  });

  test("a panel of three: means 4, 3, 2, 4 and (1 + 5 + 3) / 3 = 3, so 100 + 90 + 20 + 80 + 45 = 335 percent", () => {
    const composite = compose({
      ownership: { "3": 1, "4": 1, "5": 1 },
      noticing: { "3": 3 },
      consequence: { "1": 1, "3": 1, "not-observed": 1 },
      fix: { "4": 2, "not-observed": 1 },
      calibration: { "-2": 1, "0": 1, "1": 1 },
    });
    expect(composite.state === "complete" && composite.value).toBeCloseTo(3.35, 12);
  });

  test("three observed dimensions are incomplete, never a number", () => {
    expect(compose({ ownership: { "5": 1 }, noticing: { "5": 1 }, fix: { "5": 1 } })).toEqual({
      state: "incomplete",
      dimensions: 3,
      needed: 4,
    });
    expect(compose({})).toEqual({ state: "incomplete", dimensions: 0, needed: 4 });
  });

  test("nothing that weighs anything was observed: incomplete as well", () => {
    const onlyConsequence = { ownership: 0, noticing: 0, consequence: 100, fix: 0, calibration: 0 };
    const counts: DimensionCounts = {
      ownership: { "4": 1 },
      noticing: { "4": 1 },
      fix: { "4": 1 },
      calibration: { "0": 1 },
    };
    expect(compositeOf(counts, onlyConsequence, DEFAULT_FOLD).state).toBe("incomplete");
  });
});

describe("calibration", () => {
  test("is folded before any mean: -2 and +2 make 1.25, not the 5 of a calm candidate", () => {
    expect(qualitySummary("calibration", { "-2": 1, "2": 1 }, DEFAULT_FOLD)).toEqual({ mean: 1.25, n: 2 });
    expect(qualitySummary("calibration", { "0": 2 }, DEFAULT_FOLD)).toEqual({ mean: 5, n: 2 });
  });

  test("is best in the middle, and deflecting is a little worse than spiralling", () => {
    const [deflects, leansAway, calm, leansIn, spirals] = marksOf("calibration").map((position) =>
      qualityOf("calibration", position, DEFAULT_FOLD),
    );
    expect([deflects, leansAway, calm, leansIn, spirals]).toEqual([1, 2.5, 5, 3, 1.5]);
  });

  test("is split when both sides were heard, however far, and only then", () => {
    expect(isSplit({ "-1": 1, "1": 1 })).toBe(true);
    expect(isSplit({ "-2": 3, "2": 1, "0": 2 })).toBe(true);
    expect(isSplit({ "-2": 2, "-1": 1, "0": 4 })).toBe(false);
    expect(isSplit({ "1": 0, "-1": 2, "not-observed": 1 })).toBe(false);
  });
});

test("not observed is no low mark: it changes neither mean nor n", () => {
  expect(qualitySummary("fix", { "4": 2, "not-observed": 3 }, DEFAULT_FOLD)).toEqual({ mean: 4, n: 2 });
  expect(qualitySummary("fix", { "not-observed": 3 }, DEFAULT_FOLD)).toBeNull();
});

const counts = fc
  .tuple(
    ...DIMENSIONS.map((dimension) =>
      fc.array(fc.nat({ max: 6 }), { minLength: 6, maxLength: 6 }).map((numbers) => {
        const keys: MarkKey[] = [...marksOf(dimension).map((mark): MarkKey => `${mark}`), "not-observed"];
        return Object.fromEntries(keys.map((key, n) => [key, numbers[n] ?? 0]));
      }),
    ),
  )
  .map((each): DimensionCounts => Object.fromEntries(DIMENSIONS.map((dimension, n) => [dimension, each[n]])));

test("whatever was counted, a composite lies between 1 and 5 and a panel doubled keeps it", () => {
  fc.assert(
    fc.property(counts, (panel) => {
      const composite = compose(panel);
      const doubled = compose(
        Object.fromEntries(
          DIMENSIONS.map((dimension) => [
            dimension,
            Object.fromEntries(
              Object.entries(panel[dimension] ?? {}).map(([key, count]) => [key, 2 * count]),
            ),
          ]),
        ),
      );
      if (composite.state === "incomplete") return expect(doubled).toEqual(composite);
      expect(composite.value).toBeGreaterThanOrEqual(1);
      expect(composite.value).toBeLessThanOrEqual(5);
      expect(doubled.state === "complete" && doubled.value).toBeCloseTo(composite.value, 10);
    }),
  );
});
