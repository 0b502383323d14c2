import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { fitCrossed } from "../mixed/crossed-fit";
import { sparsePanel } from "../mixed/example-tables";
import { defined, undefinedFor } from "../outcome";
import { balancedStudy, decision } from "./balanced-study";
import { dStudy } from "./d-study";
import { ratersNeeded } from "./raters-needed";
import { deviationOf, varianceShare } from "./variance-share";
import { studyOfCrossed } from "./variance-study";

/** Variances with independent errors. */
const known = (variances: readonly number[], errors: readonly number[]) => ({
  variances,
  covariance: defined(errors.map((se, k) => errors.map((_, l) => (k === l ? se * se : 0)))),
});

describe("a share of variances", () => {
  test("worked by hand: 1 +- .5 against 1 +- .5 is a log ratio of 0 +- .7071, so .2 to .8", () => {
    const found = figureOf(varianceShare(known([1, 1], [0.5, 0.5]), [1, 0], [0, 1]));
    const end = 1 / (1 + Math.exp(1.959964 * Math.SQRT1_2));
    expect(found.estimate).toBe(0.5);
    expect(figureOf(found.interval)[0]).toBeCloseTo(end, 6);
    expect(figureOf(found.interval)[1]).toBeCloseTo(1 - end, 6);
  });

  test("the root of 4 +- 1: half the logarithm's error, 2 x exp(+- 1.96 / 8)", () => {
    const { estimate, interval } = deviationOf(known([4], [1]), [1]);
    expect(estimate).toBe(2);
    expect(figureOf(interval)[0]).toBeCloseTo(2 * Math.exp(-1.959964 / 8), 6);
    expect(figureOf(interval)[1]).toBeCloseTo(2 * Math.exp(1.959964 / 8), 6);
  });

  test("no truth, no error, nothing at all, and errors nobody knows have reasons", () => {
    const reasonAt = (variances: number[]) =>
      reasonOf(figureOf(varianceShare(known(variances, [0.1, 0.1]), [1, 0], [0, 1])).interval);
    expect(reasonAt([0, 1])).toBe("no-variation");
    expect(reasonAt([1, 0])).toBe("no-variation");
    expect(reasonAt([1, -0.2])).toBe("no-variation");
    expect(reasonOf(varianceShare(known([0, 0], [1, 1]), [1, 0], [0, 1]))).toBe("no-variation");
    const untold = { variances: [1, 1], covariance: undefinedFor("incomplete-table", "holes") };
    expect(reasonOf(figureOf(varianceShare(untold, [1, 0], [0, 1])).interval)).toBe("incomplete-table");
    expect(reasonOf(figureOf(varianceShare(known([1, 1], [99, 99]), [1, 0], [0, 1])).interval)).toBe(
      "not-converged",
    );
  });

  test("it stays between 0 and 1, holds the estimate, and does not care for the unit of the scores", () => {
    const part = fc.double({ min: 0.01, max: 5, noNaN: true });
    fc.assert(
      fc.property(part, part, part, part, fc.constantFrom(0.01, 7), (a, b, seA, seB, by) => {
        const one = figureOf(varianceShare(known([a, b], [seA, seB]), [1, 0], [0, 1]));
        const other = figureOf(varianceShare(known([by * a, by * b], [by * seA, by * seB]), [1, 0], [0, 1]));
        expect(other.estimate).toBeCloseTo(one.estimate, 9);
        if (!one.interval.ok) return;
        const [lower, upper] = one.interval.value;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(one.estimate);
        expect(upper).toBeGreaterThanOrEqual(one.estimate);
        expect(figureOf(other.interval)[0]).toBeCloseTo(lower, 9);
      }),
    );
  });
});

describe("of a fitted panel", () => {
  const ratings = sparsePanel(60, 15, 4, 5);
  const study = studyOfCrossed(figureOf(fitCrossed(ratings)), ratings);

  test("every figure carries what it rests on: units, raters and ratings", () => {
    expect(study.n).toEqual({ units: 60, raters: 15, ratings: 240 });
    expect(figureOf(dStudy(study, 1, 4, "fixed")).n).toEqual(study.n);
  });

  test("the number needed lies between the numbers at which either end of Phi reaches it", () => {
    const { estimate, interval } = figureOf(ratersNeeded(study, 1, 0.8, "fixed"));
    const [fewest, most] = figureOf(interval);
    const ends = (raters: number) => figureOf(figureOf(dStudy(study, 1, raters, "fixed")).absolute.interval);
    expect(fewest).toBeLessThanOrEqual(estimate);
    expect(most).toBeGreaterThanOrEqual(estimate);
    expect(ends(fewest)[1]).toBeGreaterThanOrEqual(0.8);
    expect(ends(fewest - 1)[1]).toBeLessThan(0.8);
    expect(ends(most)[0]).toBeGreaterThanOrEqual(0.8);
    expect(ends(most - 1)[0]).toBeLessThan(0.8);
  });
});

test("a balanced design's errors by hand: (MS1 - MS2) / 2 of 4 and 2 on 8 degrees of freedom has variance 1.25", () => {
  const study = balancedStudy(
    ["a", "e"],
    { a: 4, e: 2 },
    { a: 8, e: 8 },
    (ms) => ({ a: (ms.a - ms.e) / 2, e: ms.e }),
    [9, 2],
  );
  expect(study.components).toEqual({ a: 1, e: 2 });
  // Var(MS) is 2 x 16 / 8 = 4 and 2 x 4 / 8 = 1.
  expect(figureOf(study.errors)).toEqual([
    [1.25, -0.5],
    [-0.5, 1],
  ]);
  const found = figureOf(decision(study, { a: 1 }, { e: 1 / 2 }, {}));
  expect(found.relative.estimate).toBe(0.5);
  expect(figureOf(found.relative.interval)[0]).toBeCloseTo(
    1 / (1 + Math.exp(1.959964 * Math.sqrt(1.25 + 0.25 + 0.5))),
    6,
  );
});
