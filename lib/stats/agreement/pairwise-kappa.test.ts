import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { ratingsOfTable } from "../ratings";
import { pairwiseKappas } from "./pairwise-kappa";

const SCALE = [1, 2, 3, 4, 5];

test("only pairs with enough in common have a kappa; the others say how much is missing", () => {
  const [pair, ...others] = pairwiseKappas(
    ratingsOfTable([
      [1, 1],
      [2, 2],
      [2, 1],
    ]),
    [1, 2],
    "unweighted",
  );
  expect(others).toHaveLength(0);
  expect(pair?.kappa).toMatchObject({ reason: "too-few-units", missing: 17 });
});

test("by hand: two of three units agreed, on two categories", () => {
  const [pair] = pairwiseKappas(
    ratingsOfTable([
      [1, 1],
      [2, 2],
      [2, 1],
    ]),
    [1, 2],
    "unweighted",
    3,
  );
  if (!pair) throw new Error("the two met");
  expect(figureOf(pair.kappa).estimate).toBeCloseTo(0.4, 12);
});

testWithCases("SexualFun, laid out as rows, gives vcd's kappa", () => {
  const reference = referenceCase("kappa_sexualfun");
  const table = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  const rows = table.flatMap((row, a) =>
    row.flatMap((n, b) => Array.from({ length: n }, () => [a + 1, b + 1])),
  );
  const [pair] = pairwiseKappas(ratingsOfTable(rows), [1, 2, 3, 4], "linear");
  if (!pair) throw new Error("the two met");
  expect(figureOf(pair.kappa).estimate).toBeCloseTo(reference.number("kappa_linear"), 9);
  expect(figureOf(pair.kappa).standardError).toBeCloseTo(reference.number("kappa_linear_ase"), 9);
});

test("the order of units changes nothing, and a rater who never varies leaves a hole", () => {
  fc.assert(
    fc.property(sparseTables, (table) => {
      const one = pairwiseKappas(ratingsOfTable(table), SCALE, "quadratic", 1);
      const other = pairwiseKappas(ratingsOfTable([...table].reverse()), SCALE, "quadratic", 1);
      expect(other.map((pair) => [pair.first, pair.second, pair.units])).toEqual(
        one.map((pair) => [pair.first, pair.second, pair.units]),
      );
      one.forEach((pair, at) => {
        const same = other[at]?.kappa;
        if (pair.kappa.ok && same?.ok) expect(same.value.estimate).toBeCloseTo(pair.kappa.value.estimate, 9);
        expect(same?.ok).toBe(pair.kappa.ok);
      });
    }),
  );
  const [pair] = pairwiseKappas(
    ratingsOfTable([
      [3, 1],
      [3, 2],
    ]),
    SCALE,
    "linear",
    2,
  );
  if (!pair) throw new Error("the two met");
  expect(reasonOf(pair.kappa)).toBe("no-variation");
});
