import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import {
  completeTables,
  figureOf,
  reasonOf,
  sparseTables,
  withAnotherOrder,
} from "../../../tests/support/tables";
import { completeTable } from "../agreement/complete-table";
import { icc } from "../agreement/icc";
import { twoWayAnova } from "../agreement/two-way-anova";
import { ratingsOfTable } from "../ratings";
import type { FactorialScores } from "./balanced-anova";
import { crossedDecision, crossedDesign } from "./crossed-design";
import { dStudy, haloShare } from "./d-study";
import { factorialReml } from "./factorial-reml";
import { panelReliability, singleRatingReliability } from "./panel-reliability";
import { ratersNeeded } from "./raters-needed";
import { ratersPerUnit } from "./raters-per-unit";
import { twoFacetDecision, twoFacetDesign } from "./two-facet-design";
import { studyOf } from "./variance-study";

/** The components of the sparse 60 x 25 x 5 panel, as another program fitted them. */
const COMPONENTS = {
  unit: 0.350291185538922,
  rater: 0.121224430528398,
  unitDimension: 0.0808921061172489,
  raterDimension: 0.0431411399531991,
  unitRater: 0.10779657887442,
  residual: 0.424908777951986,
};
const N = { units: 60, raters: 25, ratings: 900 };
const SPARSE = studyOf(COMPONENTS, N);
const components = fc.record({
  unit: fc.double({ min: 0.01, max: 2, noNaN: true }),
  rater: fc.double({ min: 0, max: 2, noNaN: true }),
  unitDimension: fc.double({ min: 0, max: 2, noNaN: true }),
  raterDimension: fc.double({ min: 0, max: 2, noNaN: true }),
  unitRater: fc.double({ min: 0, max: 2, noNaN: true }),
  residual: fc.double({ min: 0.01, max: 2, noNaN: true }),
});

describe("D-study", () => {
  test("the sparse panel: four raters for .80, as published by the other program", () => {
    const four = figureOf(dStudy(SPARSE, 5, 4, "fixed"));
    expect(four.n).toEqual(N);
    expect(four.absolute.estimate).toBeCloseTo(0.819609005482431, 9);
    expect(four.relative.estimate).toBeCloseTo(0.883774425825861, 9);
    expect(figureOf(dStudy(SPARSE, 5, 4, "random")).absolute.estimate).toBeCloseTo(0.78342597833763, 9);
    expect(figureOf(ratersNeeded(SPARSE, 5, 0.8, "fixed")).estimate).toBe(4);
    expect(figureOf(haloShare(SPARSE)).estimate).toBeCloseTo(0.202356851668657, 9);
  });

  test("more raters never hurt, and the number needed is the first that reaches it", () => {
    fc.assert(
      fc.property(
        components,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom("fixed", "random"),
        (c, d, are) => {
          const study = studyOf(c, N);
          const phi = (n: number) => figureOf(dStudy(study, d, n, are)).absolute.estimate;
          const curve = [1, 2, 3, 5, 9, 40].map(phi);
          expect([...curve].sort((a, b) => a - b)).toEqual(curve);
          const needed = ratersNeeded(study, d, 0.7, are);
          if (!needed.ok) return;
          expect(phi(needed.value.estimate)).toBeGreaterThanOrEqual(0.7 - 1e-9);
          if (needed.value.estimate > 1) expect(phi(needed.value.estimate - 1)).toBeLessThan(0.7);
        },
      ),
    );
  });

  test("no panel reaches it when units do not differ", () => {
    const flat = studyOf({ ...COMPONENTS, unit: 0, unitDimension: 0 }, N);
    expect(reasonOf(ratersNeeded(flat, 5, 0.8, "fixed"))).toBe("no-variation");
  });
});

describe("the panel as it was", () => {
  testWithCases("q and k of the sparse 40 x 12 panel, and its reliability", () => {
    const reference = referenceCase("lmm_sparse_40x12");
    const shape = figureOf(ratersPerUnit(reference.ratings()));
    expect(shape.q).toBeCloseTo(reference.number("putka_q"), 9);
    expect(shape.harmonicMean).toBeCloseTo(reference.number("putka_khat"), 9);
    const variance = { unit: 0.360777548498837, rater: 0.284431604397849, residual: 0.486104317781784 };
    const study = studyOf(variance, { units: 40, raters: 12, ratings: 116 });
    expect(figureOf(panelReliability(study, 1, shape)).estimate).toBeCloseTo(
      reference.number("putka_G_qk"),
      9,
    );
    const single = figureOf(singleRatingReliability(study, 1));
    expect(single.absolute.estimate).toBeCloseTo(reference.number("icc_single_absolute"), 9);
  });

  test("q is 0 when everybody saw everybody, 1/k when nobody shared a unit", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const shape = figureOf(ratersPerUnit(ratingsOfTable(table)));
        expect(shape.q).toBeCloseTo(0, 12);
        const nested = table.map((row, u) => table.flatMap((_, v) => row.map((x) => (u === v ? x : null))));
        const own = figureOf(ratersPerUnit(ratingsOfTable(nested)));
        expect(own.q).toBeCloseTo(1 / own.harmonicMean, 12);
      }),
    );
  });

  test("the order of units and raters changes nothing", () => {
    fc.assert(
      fc.property(withAnotherOrder(sparseTables), ({ table, shuffled }) => {
        const [one, other] = [ratersPerUnit(ratingsOfTable(table)), ratersPerUnit(ratingsOfTable(shuffled))];
        expect(other.ok).toBe(one.ok);
        if (one.ok && other.ok) expect(other.value.q).toBeCloseTo(one.value.q, 12);
      }),
    );
  });
});

describe("G-study", () => {
  test("two persons, two raters, two items: worked by hand", () => {
    // Only persons differ, by 2: MS p = 8, all others 0; component p = 8 / 4.
    const study = figureOf(
      crossedDesign(
        factorial(
          [
            [1, 1],
            [1, 1],
          ],
          [
            [3, 3],
            [3, 3],
          ],
        ),
      ),
    );
    expect(study.meanSquares.p).toBe(8);
    expect(study.components.p).toBe(2);
    expect(figureOf(crossedDecision(study, 1, 1)).absolute.estimate).toBe(1);
  });

  test("REML equals mean squares on a balanced table while all are positive: the crossed ICC", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const complete = completeTable(table);
        if (!complete.ok) return;
        const anova = twoWayAnova(complete.value);
        const { n, k, msb, msj, mse } = anova;
        if (!(mse > 0.01 && msb > 1.2 * mse && msj > 1.2 * mse)) return;
        const scores: FactorialScores = {
          score: Float64Array.from(table.flat()),
          factors: [
            Int32Array.from(table.flatMap((row, u) => row.map(() => u))),
            Int32Array.from(table.flatMap((row) => row.map((_, r) => r))),
          ],
          levels: [n, k],
        };
        const [unit = 0, rater = 0, residual = 0] = figureOf(factorialReml(scores, [[0], [1]]));
        expect(unit).toBeCloseTo((msb - mse) / k, 6);
        expect(rater).toBeCloseTo((msj - mse) / n, 6);
        expect(residual).toBeCloseTo(mse, 6);
        expect(unit / (unit + rater + residual)).toBeCloseTo(figureOf(icc(anova, "ICC2")).estimate, 6);
      }),
    );
  });

  test("a hole leaves mean squares without a figure; equal scores leave REML without one", () => {
    const whole = factorial(
      [
        [1, 2],
        [2, 3],
      ],
      [
        [3, 1],
        [2, 2],
      ],
    );
    const hole = { ...whole, score: whole.score.slice(1), factors: whole.factors.map((f) => f.slice(1)) };
    expect(reasonOf(crossedDesign(hole))).toBe("incomplete-table");
    const equal = { ...whole, score: whole.score.map(() => 3) };
    expect(reasonOf(factorialReml(equal, [[0], [1], [2]]))).toBe("no-variation");
  });
});

/** Persons x raters x items from one raters x items table a person. */
function factorial(...persons: number[][][]): FactorialScores {
  const cells = persons.flatMap((p, i) =>
    p.flatMap((row, r) => row.map((score, d) => ({ score, at: [i, r, d] }))),
  );
  return {
    score: Float64Array.from(cells, (cell) => cell.score),
    factors: [0, 1, 2].map((f) => Int32Array.from(cells, (cell) => cell.at[f] ?? 0)),
    levels: [persons.length, persons[0]?.length ?? 0, persons[0]?.[0]?.length ?? 0],
  };
}

describe("persons x raters alone", () => {
  const factorialOf = (table: readonly (readonly number[])[]): FactorialScores => {
    const raters = table[0]?.length ?? 0;
    return {
      score: Float64Array.from(table.flat()),
      factors: [
        Int32Array.from(table.flat(), (_, k) => Math.floor(k / raters)),
        Int32Array.from(table.flat(), (_, k) => k % raters),
      ],
      levels: [table.length, raters],
    };
  };

  test("its reliabilities are the intraclass correlations of the same complete table", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const study = twoFacetDesign(factorialOf(table));
        const complete = completeTable(table);
        if (!study.ok || !complete.ok) return;
        const anova = twoWayAnova(complete.value);
        expect(study.value.meanSquares.p).toBeCloseTo(anova.msb, 8);
        expect(study.value.meanSquares.pr).toBeCloseTo(anova.mse, 8);
        const { p, r, pr } = study.value.components;
        const single = icc(anova, "ICC3");
        // A negative component counts as 0 in a D-study and not in an intraclass correlation.
        if (!single.ok || p < 0 || r < 0 || !(p + pr > 1e-9)) return;
        expect(figureOf(twoFacetDecision(study.value, 1)).relative.estimate).toBeCloseTo(
          single.value.estimate,
          6,
        );
      }),
    );
  });

  test("a table of one rater, or with a hole, has no components", () => {
    expect(reasonOf(twoFacetDesign(factorialOf([[1], [2], [3]])))).toBe("too-few-units");
    const { score, factors, levels } = factorialOf([
      [1, 2],
      [3, 3],
    ]);
    const holed = { score: score.slice(1), factors: factors.map((f) => f.slice(1)), levels };
    expect(reasonOf(twoFacetDesign(holed))).toBe("incomplete-table");
  });
});
