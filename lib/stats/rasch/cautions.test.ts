import fc from "fast-check";
import { expect, test } from "vitest";
import { MINIMUMS } from "../minimums";
import { raschCautions } from "./cautions";
import { raschTable } from "./rating-table";

const of = (score: readonly number[], rater: readonly number[]) =>
  raschTable({
    person: Int32Array.from(score.keys()),
    rater: Int32Array.from(rater),
    item: new Int32Array(score.length),
    score: Float64Array.from(score),
    persons: score.length,
    raters: 3,
    items: 1,
  });

test("worked by hand: 30 ratings by the first, 2 by the second, none by the third; a top given twice", () => {
  const score = Array.from({ length: 32 }, (_, at) => (at < 30 ? 1 + (at % 2) : 3));
  const table = of(
    score,
    score.map((_, at) => (at < 30 ? 0 : 1)),
  );
  const found = raschCautions(table, Float64Array.of(-1, 0.5, 0.2));
  expect(found).toEqual({ thinRaters: [1], thinCategories: [2], disordered: [2] });
  expect(raschCautions(table, Float64Array.of(-1, 0, 1)).disordered).toEqual([]);
});

test("row order changes nothing, and thirty times the data leaves nothing thin", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, (list) => {
      const tau = Float64Array.of(0, 1);
      const table = (from: typeof list) =>
        of(
          from.map(([score]) => score),
          from.map(([, rater]) => rater),
        );
      expect(raschCautions(table([...list].reverse()), tau)).toEqual(raschCautions(table(list), tau));
      const many = Array.from({ length: MINIMUMS.raschRatingsPerRater }, () => list).flat();
      expect(raschCautions(table(many), tau)).toEqual({ thinRaters: [], thinCategories: [], disordered: [] });
    }),
  );
});
