import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables, withAnotherOrder } from "../../../tests/support/tables";
import { type RatingTable, ratingsOfTable } from "../ratings";
import { countByUnit } from "./counts";
import { METRICS, type Metric } from "./disagreement";
import { krippendorffAlpha } from "./krippendorff-alpha";

const alpha = (table: RatingTable, metric: Metric) => {
  const counts = countByUnit(ratingsOfTable(table));
  return counts.ok ? krippendorffAlpha(counts.value, metric) : counts;
};

describe("Krippendorff's alpha", () => {
  test("two raters who agree on one unit of two: worked by hand", () => {
    // Coincidences: 2 at (1,1), 1 at (1,2), 1 at (2,1); n = 4, margins 3 and 1.
    expect(
      figureOf(
        alpha(
          [
            [1, 1],
            [1, 2],
          ],
          "nominal",
        ),
      ).estimate,
    ).toBeCloseTo(1 - (3 * 2) / 6, 12);
  });

  testWithCases.each(METRICS)("Krippendorff's 4 x 12 table, %s", (metric) => {
    const reference = referenceCase("kripp_2011_4x12");
    const found = figureOf(alpha(reference.table(), metric));
    expect(found.estimate).toBeCloseTo(reference.number(`alpha_${metric}`), 9);
    expect(found.observed).toBeCloseTo(reference.number(`Do_${metric}`), 9);
    expect(found.expected).toBeCloseTo(reference.number(`De_${metric}`), 9);
    expect(found.units).toBe(reference.number("n_pairable_units"));
  });

  test("no variation, no pairs and no ratings are reasons, not 0 or 1", () => {
    expect(
      reasonOf(
        alpha(
          [
            [3, 3],
            [3, 3],
          ],
          "ordinal",
        ),
      ),
    ).toBe("no-variation");
    expect(
      reasonOf(
        alpha(
          [
            [3, null],
            [null, 4],
          ],
          "ordinal",
        ),
      ),
    ).toBe("no-pairs");
    expect(reasonOf(alpha([[null, null]], "ordinal"))).toBe("no-ratings");
    expect(
      reasonOf(
        alpha(
          [
            [0, 1],
            [1, 1],
          ],
          "ratio",
        ),
      ),
    ).toBe("invalid-scale");
  });

  test("the order of units and raters changes nothing", () => {
    fc.assert(
      fc.property(
        withAnotherOrder(sparseTables),
        fc.constantFrom(...METRICS),
        ({ table, shuffled }, metric) => {
          const [one, other] = [alpha(table, metric), alpha(shuffled, metric)];
          expect(other.ok).toBe(one.ok);
          if (one.ok && other.ok) expect(other.value.estimate).toBeCloseTo(one.value.estimate, 9);
        },
      ),
    );
  });

  test("adding a constant changes nothing; on an ordinal scale neither does squaring", () => {
    fc.assert(
      fc.property(sparseTables, fc.constantFrom("nominal", "ordinal", "interval"), (table, metric) => {
        const moved = table.map((row) => row.map((x) => (x === null ? null : x + 10)));
        const [one, other] = [alpha(table, metric), alpha(moved, metric)];
        if (one.ok && other.ok) expect(other.value.estimate).toBeCloseTo(one.value.estimate, 9);
        const squared = table.map((row) => row.map((x) => (x === null ? null : x * x)));
        const ordinal = [alpha(table, "ordinal"), alpha(squared, "ordinal")];
        if (ordinal[0]?.ok && ordinal[1]?.ok) {
          expect(ordinal[1].value.estimate).toBeCloseTo(ordinal[0].value.estimate, 9);
        }
      }),
    );
  });

  test("a wide scale, read another way, gives the figure of a narrow one", () => {
    fc.assert(
      fc.property(sparseTables, fc.constantFrom(...METRICS), (table, metric) => {
        // A unit nobody else rated adds a hundred values and no pair: the wide route must see no difference.
        const extra = Array.from({ length: 100 }, (_, k) => [
          k + 6,
          ...new Array<null>((table[0]?.length ?? 1) - 1),
        ]);
        const [one, other] = [alpha(table, metric), alpha([...table, ...extra], metric)];
        expect(other.ok).toBe(one.ok);
        if (one.ok && other.ok) expect(other.value.estimate).toBeCloseTo(one.value.estimate, 9);
      }),
    );
  });
});
