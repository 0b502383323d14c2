import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { ratingsOfTable } from "../ratings";
import { boundarySplits } from "./boundary-splits";

const LEVELS = [1, 2, 3, 4, 5];

describe("where raters part", () => {
  test("the worked example: a pair that crosses two lines halves itself", () => {
    const found = figureOf(
      boundarySplits(
        ratingsOfTable([
          [3, 4],
          [2, 4],
        ]),
        LEVELS,
      ),
    );
    expect(found.map(({ share }) => share)).toEqual([0, 0.25, 0.75, 0]);
    expect(found.map(({ parted }) => parted)).toEqual([0, 1, 2, 0]);
  });

  test("three raters of a unit are three pairs; who agrees parts nowhere", () => {
    const [first, second] = figureOf(
      boundarySplits(
        ratingsOfTable([
          [1, 2, 3],
          [2, 2],
        ]),
        LEVELS,
      ),
    );
    // Pairs 1-2, 2-3 and 1-3: two cross each line, and the last halves itself.
    expect(first).toMatchObject({ parted: 2, share: 0.5 });
    expect(second).toMatchObject({ parted: 2, share: 0.5 });
  });

  test("no pair, or no pair that differs, is a reason and not a zero", () => {
    expect(reasonOf(boundarySplits(ratingsOfTable([[3], [4]]), LEVELS))).toBe("no-pairs");
    expect(reasonOf(boundarySplits(ratingsOfTable([[3, 3]]), LEVELS))).toBe("no-variation");
  });

  test("shares add up to 1, and a pair counted one by one parts the same lines", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const found = boundarySplits(ratingsOfTable(table), LEVELS);
        if (!found.ok) return;
        expect(found.value.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { above, parted } of found.value) {
          const byHand = table.reduce((sum, row) => {
            const scores = row.filter((score) => score !== null);
            const low = scores.filter((score) => score < above).length;
            return sum + low * (scores.length - low);
          }, 0);
          expect(parted).toBe(byHand);
        }
      }),
    );
  });
});
