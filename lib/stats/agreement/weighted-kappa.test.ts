import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { crossTable, weightedKappa } from "./weighted-kappa";
import { WEIGHTINGS, weightTable } from "./weights";

const SEXUAL_FUN = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

describe("weighted kappa", () => {
  test("two people, two categories: worked by hand", () => {
    // po = .7; margins .6 and .5: pe = .3 + .2 = .5
    const kappa = figureOf(
      weightedKappa(
        [
          [4, 2],
          [1, 3],
        ],
        weightTable([1, 2], "unweighted"),
      ),
    );
    expect(kappa.estimate).toBeCloseTo(0.4, 12);
  });

  test("SexualFun as vcd computes it", () => {
    const kappa = figureOf(weightedKappa(SEXUAL_FUN, weightTable([1, 2, 3, 4], "quadratic")));
    expect(kappa.estimate).toBeCloseTo(0.332045586246861, 9);
    expect(kappa.standardError).toBeCloseTo(0.0972975219586046, 9);
    expect(kappa.nullError).toBeCloseTo(0.104349375073476, 9);
    expect(kappa.interval[0]).toBeCloseTo(0.141345947423001, 8);
  });

  test("exchanging the two people changes nothing; doubling every count halves the variance", () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(tables, fc.constantFrom(...WEIGHTINGS), (table, weighting) => {
        const weights = weightTable([1, 2, 3], weighting);
        const turned = [0, 1, 2].map((a) => table.map((row) => row[a] ?? 0));
        const [one, other] = [weightedKappa(table, weights), weightedKappa(turned, weights)];
        expect(other.ok).toBe(one.ok);
        if (!one.ok || !other.ok) return;
        expect(other.value.estimate).toBeCloseTo(one.value.estimate, 10);
        const doubled = figureOf(
          weightedKappa(
            table.map((row) => row.map((n) => 2 * n)),
            weights,
          ),
        );
        expect(doubled.standardError * Math.SQRT2).toBeCloseTo(one.value.standardError, 10);
      }),
    );
  });

  test("no common unit and a single category are reasons", () => {
    const weights = weightTable([1, 2], "linear");
    expect(
      reasonOf(
        weightedKappa(
          [
            [0, 0],
            [0, 0],
          ],
          weights,
        ),
      ),
    ).toBe("no-pairs");
    const oneNeverVaries = [
      [5, 3],
      [0, 0],
    ];
    expect(reasonOf(weightedKappa(oneNeverVaries, weights))).toBe("no-variation");
    expect(
      reasonOf(
        weightedKappa(
          [
            [9, 0],
            [0, 0],
          ],
          weights,
        ),
      ),
    ).toBe("no-variation");
  });

  test("pairs are counted into the square table", () => {
    expect(
      crossTable(
        [
          [1, 2],
          [1, 1],
          [2, 2],
        ],
        [1, 2],
      ),
    ).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});
