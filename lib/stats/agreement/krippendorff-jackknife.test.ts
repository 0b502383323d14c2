import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { seededRandom } from "../random";
import { type RatingTable, ratingsOfTable } from "../ratings";
import { countByUnit } from "./counts";
import { METRICS } from "./disagreement";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { alphaBootstrap } from "./krippendorff-bootstrap";
import { alphaJackknife } from "./krippendorff-jackknife";

const counts = (table: RatingTable) => figureOf(countByUnit(ratingsOfTable(table)));

describe("alpha's jackknife", () => {
  testWithCases.each(METRICS)("Krippendorff's 4 x 12 table, %s", (metric) => {
    const reference = referenceCase("kripp_2011_4x12");
    const { standardError, interval } = figureOf(alphaJackknife(counts(reference.table()), metric));
    expect(standardError).toBeCloseTo(reference.number(`jackknife_se_${metric}`), 8);
    expect(interval[0]).toBeCloseTo(reference.numbers(`jackknife_ci_${metric}`)[0] ?? Number.NaN, 7);
    expect(interval[1]).toBe(1);
  });

  test("leaving a unit out by subtraction equals leaving it out of the table", () => {
    fc.assert(
      fc.property(sparseTables, fc.constantFrom(...METRICS), (table, metric) => {
        const pairable = table.filter((row) => row.filter((x) => x !== null).length > 1);
        if (pairable.length < 3) return;
        const left = pairable.map((_, out) =>
          krippendorffAlpha(counts(pairable.filter((_, u) => u !== out)), metric),
        );
        const spread = alphaJackknife(counts(pairable), metric);
        expect(spread.ok).toBe(left.every((one) => one.ok));
        if (!spread.ok) return;
        const each = left.map((one) => figureOf(one).estimate);
        const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
        const squares = each.reduce((sum, one) => sum + (one - mean) ** 2, 0);
        expect(spread.value.standardError).toBeCloseTo(
          Math.sqrt(((each.length - 1) / each.length) * squares),
          8,
        );
      }),
    );
  });

  test("one unit is too few, so are two, and a table that is constant but for one unit has no interval", () => {
    expect(reasonOf(krippendorffAlpha(counts([[1, 2]]), "ordinal"))).toBe("too-few-units");
    const two = counts([
      [1, 2],
      [3, 3],
    ]);
    expect(reasonOf(alphaJackknife(two, "ordinal"))).toBe("too-few-units");
    expect(
      reasonOf(
        alphaJackknife(
          counts([
            [1, 2],
            [3, 3],
            [3, 3],
          ]),
          "nominal",
        ),
      ),
    ).toBe("no-variation");
  });
});

describe("alpha's bootstrap", () => {
  testWithCases("agrees with 5,000 resamples of another program, and gives the same figure twice", () => {
    const reference = referenceCase("kripp_sparse_60x25");
    const table = counts(reference.table());
    const draw = () => figureOf(alphaBootstrap(table, "ordinal", seededRandom(1), { resamples: 4000 }));
    const [low = 0, high = 0] = reference.numbers("bootstrap_ci_ordinal");
    expect(Math.abs(draw().interval[0] - low)).toBeLessThan(0.02);
    expect(Math.abs(draw().interval[1] - high)).toBeLessThan(0.02);
    expect(draw()).toEqual(draw());
  });

  test("renaming raters or shifting an interval scale changes no draw; every unit twice narrows it", () => {
    const twenty = Array.from({ length: 24 }, (_, u) => [1 + (u % 4), 1 + ((u * 3) % 5), 2 + (u % 3)]);
    const draw = (table: RatingTable, seed: number) =>
      figureOf(alphaBootstrap(counts(table), "interval", seededRandom(seed), { resamples: 300 })).interval;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: -3, max: 9 }), (seed, by) => {
        const [low, high] = draw(twenty, seed);
        const renamed = draw(
          twenty.map((row) => row.slice().reverse()),
          seed,
        );
        const shifted = draw(
          twenty.map((row) => row.map((x) => x + by)),
          seed,
        );
        for (const [a, b] of [renamed, shifted]) {
          expect(a).toBeCloseTo(low, 9);
          expect(b).toBeCloseTo(high, 9);
        }
        const [from, to] = draw([...twenty, ...twenty, ...twenty], seed);
        expect(to - from).toBeLessThan(high - low);
      }),
      { numRuns: 5 },
    );
  });

  testWithCases("below twenty units it says how many are missing", () => {
    const twelve = counts(referenceCase("kripp_2011_4x12").table());
    expect(alphaBootstrap(twelve, "ordinal", seededRandom(1), { resamples: 10 })).toMatchObject({
      reason: "too-few-units",
      missing: 9,
    });
  });
});
