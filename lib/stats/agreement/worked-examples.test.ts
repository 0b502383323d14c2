import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completeTables,
  figureOf,
  reasonOf,
  sparseTables,
  withAnotherOrder,
} from "../../../tests/support/tables";
import { seededRandom } from "../random";
import { ratingsOfTable } from "../ratings";
import { alphaGwet } from "./alpha-gwet";
import { awg } from "./awg";
import { categorise } from "./categories";
import { completeTable } from "./complete-table";
import { countByUnit } from "./counts";
import { finn } from "./finn";
import { fleissClassic } from "./fleiss-classic";
import { agreementMeanInterval, ICC_FORMS, icc } from "./icc";
import { alphaBootstrap } from "./krippendorff-bootstrap";
import { alphaJackknife } from "./krippendorff-jackknife";
import { agreementProfile } from "./profile";
import { twoWayAnova } from "./two-way-anova";
import { WEIGHTINGS, weightTable } from "./weights";
import { withinGroupAgreement } from "./within-group";

/** Two people, three units, one disagreement. */
const ONE_OFF = [
  [1, 1],
  [2, 2],
  [1, 2],
];
/** Row means 2, 4, 7.5; column means 4 and 5; grand mean 4.5; residuals -.5 .5 .5 -.5 0 0. */
const THREE_BY_TWO = [
  [1, 3],
  [4, 4],
  [7, 8],
];
const anovaOf = (table: number[][]) => twoWayAnova(figureOf(completeTable(table)));

describe("alpha of three units, worked by hand", () => {
  test("jackknife: leaving out each unit gives 0, 0 and 1", () => {
    // All: Do = 1/3, De = 2 x 3 x 3 / (6 x 5) = .6. Without (1,1) or (2,2): Do = De = .5. Without (1,2): Do = 0.
    const counts = figureOf(countByUnit(ratingsOfTable(ONE_OFF)));
    const { standardError, interval } = figureOf(alphaJackknife(counts, "nominal"));
    // Mean 1/3, squares 1/9 + 1/9 + 4/9; SE = sqrt(2/3 x 6/9) = 2/3; t with 2 degrees is 4.30265.
    expect(standardError).toBeCloseTo(2 / 3, 12);
    expect(interval[0]).toBeCloseTo(4 / 9 - (4.302652729911275 * 2) / 3, 9);
    expect(interval[1]).toBe(1);
  });

  test("Gwet's form is the same 4/9", () => {
    const counts = figureOf(countByUnit(ratingsOfTable(ONE_OFF)));
    const profile = figureOf(agreementProfile(counts, [1, 2], weightTable([1, 2], "unweighted")));
    expect(figureOf(alphaGwet(profile)).estimate).toBeCloseTo(4 / 9, 12);
  });

  test("bootstrap: twenty units alike are alike in every draw, so both ends are alpha itself, -.95", () => {
    // Twenty pairs (1, 2): Do = 1, De = 2 x 20 x 20 / (40 x 39), alpha = 1 - 1560 / 800.
    const alike = countByUnit(ratingsOfTable(Array.from({ length: 20 }, () => [1, 2])));
    const { interval } = figureOf(
      alphaBootstrap(figureOf(alike), "nominal", seededRandom(3), { resamples: 50 }),
    );
    expect(interval[0]).toBeCloseTo(-0.95, 12);
    expect(interval[1]).toBeCloseTo(-0.95, 12);
  });

  test("the bootstrap interval is an interval, of the same units in any order", () => {
    const twenty = Array.from({ length: 20 }, (_, u) => [1 + (u % 4), 1 + ((u * 3) % 5)]);
    const draw = (table: number[][], seed: number) =>
      figureOf(
        alphaBootstrap(figureOf(countByUnit(ratingsOfTable(table))), "ordinal", seededRandom(seed), {
          resamples: 200,
        }),
      ).interval;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const [low, high] = draw(twenty, seed);
        expect(low).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(1);
        expect(draw(twenty, seed)).toEqual([low, high]);
      }),
      { numRuns: 5 },
    );
  });
});

describe("weights", () => {
  test("three levels by hand", () => {
    expect([...weightTable([1, 2, 3], "linear").credit]).toEqual([1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1]);
    expect([...weightTable([1, 2, 3], "quadratic").credit]).toEqual([1, 0.75, 0, 0.75, 1, 0.75, 0, 0.75, 1]);
    // Pairs of ranks from 1 to 2: one of three; from 1 to 3: all three.
    expect(weightTable([1, 2, 3], "ordinal").credit[1]).toBeCloseTo(2 / 3, 12);
    expect(weightTable([1, 2, 3], "ordinal").credit[2]).toBe(0);
  });

  test("symmetric, within 0 and 1, full on the diagonal, blind to the scale's zero and unit", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 7 }),
        fc.constantFrom(...WEIGHTINGS),
        (levels, weighting) => {
          const values = levels.sort((a, b) => a - b);
          const { credit, q } = weightTable(values, weighting);
          const moved = weightTable(
            values.map((x) => 3 * x + 7),
            weighting,
          );
          credit.forEach((one, at) => {
            const [a, b] = [Math.floor(at / q), at % q];
            expect(one).toBeGreaterThanOrEqual(0);
            expect(one).toBeLessThanOrEqual(1);
            expect(credit[b * q + a]).toBe(one);
            if (a === b) expect(one).toBe(1);
            expect(moved.credit[at]).toBeCloseTo(one, 12);
          });
        },
      ),
    );
  });
});

describe("complete tables", () => {
  test("mean squares and the six intraclass correlations of three units by two raters", () => {
    const anova = anovaOf(THREE_BY_TWO);
    // MSB = 2 (2.5^2 + .5^2 + 3^2) / 2; MSJ = 3 (.5^2 + .5^2) / 1; MSE = 4 x .5^2 / 2; MSW = (1 + 1.5) / 3.
    expect(anova).toMatchObject({ msb: 15.5, msj: 1.5, mse: 0.5 });
    expect(anova.msw).toBeCloseTo(2.5 / 3, 12);
    const single = 15.5 - 2.5 / 3;
    const byHand = {
      ICC1: single / (15.5 + 2.5 / 3),
      ICC2: 15 / (15.5 + 0.5 + (2 * (1.5 - 0.5)) / 3),
      ICC3: 15 / 16,
      ICC1k: single / 15.5,
      ICC2k: 15 / (15.5 + (1.5 - 0.5) / 3),
      ICC3k: 15 / 15.5,
    };
    for (const form of ICC_FORMS) expect(figureOf(icc(anova, form)).estimate).toBeCloseTo(byHand[form], 12);
    const [low, high] = figureOf(agreementMeanInterval(anova));
    expect(low).toBeLessThan(byHand.ICC2k);
    expect(high).toBeGreaterThan(byHand.ICC2k);
  });

  test("no intraclass correlation passes 1, and units that do not differ have no interval", () => {
    fc.assert(
      fc.property(completeTables, fc.constantFrom(...ICC_FORMS), (table, form) => {
        const found = icc(anovaOf(table), form);
        if (!found.ok) return;
        expect(found.value.estimate).toBeLessThanOrEqual(1);
        if (!found.value.test.ok) return;
        const [low, high] = found.value.test.value.interval;
        expect(low).toBeLessThan(high);
      }),
    );
    // Two raters of opposite minds: ICC2k's formula gives 4, which is no share of anything.
    const opposite = anovaOf([
      [1, 5],
      [5, 1],
      [1, 5],
    ]);
    expect(reasonOf(icc(opposite, "ICC2k"))).toBe("no-variation");
    expect(reasonOf(figureOf(icc(opposite, "ICC3")).test)).toBe("no-variation");
  });

  test("equal decimals are equal: .1 added three times is not a difference", () => {
    const equal = anovaOf([
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
    ]);
    for (const form of ICC_FORMS) expect(reasonOf(icc(equal, form))).toBe("no-variation");
  });

  test("Fleiss' kappa of three units: two of three agree, even chance; Conger's knows who rated", () => {
    // Fleiss: (2/3 - 1/2) / (1 - 1/2). Conger for two raters is Cohen: pe = 2/3 x 1/3 + 1/3 x 2/3.
    const found = figureOf(fleissClassic(figureOf(completeTable(ONE_OFF)), [1, 2]));
    expect(found.kappa).toBeCloseTo(1 / 3, 12);
    expect(found.conger).toBeCloseTo((2 / 3 - 4 / 9) / (1 - 4 / 9), 12);
  });

  test("the order of rows and columns does not change which rows are complete", () => {
    fc.assert(
      fc.property(withAnotherOrder(sparseTables), ({ table, shuffled }) => {
        const [one, other] = [completeTable(table), completeTable(shuffled)];
        expect(other.ok).toBe(one.ok);
        if (one.ok && other.ok) expect([other.value.n, other.value.k]).toEqual([one.value.n, one.value.k]);
      }),
    );
  });
});

describe("one unit", () => {
  test("turning the scale over changes neither rwg nor awg", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 }), (scores) => {
        const turned = scores.map((x) => 6 - x);
        expect(figureOf(withinGroupAgreement(turned, 5)).estimate).toBeCloseTo(
          figureOf(withinGroupAgreement(scores, 5)).estimate,
          12,
        );
        const [one, other] = [awg(scores, [1, 5]), awg(turned, [1, 5])];
        expect(other.ok).toBe(one.ok);
        if (!one.ok || !other.ok) return;
        expect(other.value.estimate).toBeCloseTo(one.value.estimate, 10);
        expect(Math.abs(one.value.estimate)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("Finn of the pooled variance is the mean of the units' rwg, where none is cut", () => {
    const close = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom(-1, 0, 1));
    fc.assert(
      fc.property(fc.array(close, { minLength: 1, maxLength: 9 }), (pairs) => {
        const units = pairs.map(([x, step]) => [x, x + step]);
        // The variance of two ratings a step apart is 1/2, of two equal ones 0.
        const pooled = pairs.reduce((sum, [, step]) => sum + (step * step) / 2, 0) / pairs.length;
        const mean = units.reduce((sum, unit) => sum + figureOf(withinGroupAgreement(unit, 5)).estimate, 0);
        const anova = { n: units.length, k: 2, msb: 1, msj: 1, mse: 1, msw: pooled };
        const found = figureOf(finn(anova, "one-way", 5));
        expect(found.estimate).toBeCloseTo(mean / units.length, 12);
        if (!found.interval.ok) return;
        const [lower, upper] = found.interval.value;
        expect(lower).toBeLessThan(found.estimate);
        expect(upper).toBeGreaterThan(found.estimate);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
    const two = { n: 2, k: 2, msb: 1, msj: 1, mse: 0.5, msw: 0.5 };
    expect(reasonOf(finn(two, "one-way", 1))).toBe("invalid-scale");
  });
});

test("categories keep every score: value of category is the score itself", () => {
  const scores = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0.1, 2.5, 1e6)));
  fc.assert(
    fc.property(scores, (list) => {
      const { values, category } = categorise(Float64Array.from(list));
      expect(Array.from(category, (c) => values[c])).toEqual(list);
      expect([...values]).toEqual([...new Set(list)].sort((a, b) => a - b));
    }),
  );
});
