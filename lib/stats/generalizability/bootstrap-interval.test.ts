import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { fitCrossed } from "../mixed/crossed-fit";
import { sparsePanel } from "../mixed/example-tables";
import { defined } from "../outcome";
import { seededRandom } from "../random";
import { ratingsOfTable } from "../ratings";
import { bootstrapInterval } from "./bootstrap-interval";
import { panelReliability } from "./panel-reliability";
import { ratersPerUnit } from "./raters-per-unit";
import { studyOfCrossed, type VarianceStudy } from "./variance-study";

const residual = ({ variance }: VarianceStudy) => defined({ estimate: variance.residual });
const VARIANCE = { unit: 0.360777548498837, rater: 0.284431604397849, residual: 0.486104317781784 };

testWithCases("the reliability of the sparse 40 x 12 panel lies inside its interval, the same twice", () => {
  const reference = referenceCase("lmm_sparse_40x12");
  const ratings = reference.ratings();
  const shape = figureOf(ratersPerUnit(ratings));
  const draw = () =>
    figureOf(
      bootstrapInterval(
        ratings,
        VARIANCE,
        (drawn) => panelReliability(drawn, 1, shape),
        seededRandom(1),
        100,
      ),
    );
  const { interval } = draw();
  const estimate = reference.number("putka_G_qk");
  expect(interval[0]).toBeLessThan(estimate);
  expect(interval[1]).toBeGreaterThan(estimate);
  expect(interval[1] - interval[0]).toBeLessThan(0.6);
  expect(draw()).toEqual(draw());
});

testWithCases("residual variance in the drawn panels is centred on the one they were drawn from", () => {
  const ratings = referenceCase("lmm_sparse_40x12").ratings();
  const { interval } = figureOf(bootstrapInterval(ratings, VARIANCE, residual, seededRandom(2), 200, 0.02));
  expect(Math.abs((interval[0] + interval[1]) / 2 - VARIANCE.residual)).toBeLessThan(0.04);
});

test("by redrawing and from the errors of the variances: two roads to about the same interval", () => {
  const ratings = sparsePanel(60, 15, 4, 5);
  const study = studyOfCrossed(figureOf(fitCrossed(ratings)), ratings);
  const shape = figureOf(ratersPerUnit(ratings));
  const now = (drawn: VarianceStudy) => panelReliability(drawn, 1, shape);
  const redrawn = figureOf(bootstrapInterval(ratings, study.variance, now, seededRandom(1))).interval;
  const found = figureOf(now(study));
  const byErrors = figureOf(found.interval);
  expect(byErrors[0]).toBeLessThan(found.estimate);
  expect(byErrors[1]).toBeGreaterThan(found.estimate);
  byErrors.forEach((end, at) => {
    expect(Math.abs(end - (redrawn[at] ?? 0))).toBeLessThan(0.08);
  });
});

test("worked by hand: two drawn panels, whose ends are their own two figures", () => {
  const panel = sparsePanel(12, 4, 3, 5);
  const seen: number[] = [];
  const noted = (drawn: VarianceStudy) => {
    seen.push(drawn.variance.residual);
    return residual(drawn);
  };
  const found = figureOf(bootstrapInterval(panel, VARIANCE, noted, seededRandom(3), 2, 1));
  expect(seen).toHaveLength(2);
  expect(found).toEqual({ interval: [Math.min(...seen), Math.max(...seen)], panels: 2, dropped: 0 });
});

test("the same seed the same ends; scores are drawn, so those given do not matter; variances scaled scale the ends", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.25, 9), (seed, by) => {
      const panel = sparsePanel(12, 4, 3, seed);
      const of = (ratings: typeof panel, variance: typeof VARIANCE) =>
        figureOf(bootstrapInterval(ratings, variance, residual, seededRandom(seed), 20)).interval;
      const one = of(panel, VARIANCE);
      expect(of({ ...panel, score: panel.score.map((x) => 7 - x) }, VARIANCE)).toEqual(one);
      expect(one[0]).toBeLessThanOrEqual(one[1]);
      const scaled = of(panel, {
        unit: by * VARIANCE.unit,
        rater: by * VARIANCE.rater,
        residual: by * VARIANCE.residual,
      });
      one.forEach((end, at) => {
        expect((scaled[at] ?? 0) / (by * end)).toBeCloseTo(1, 3);
      });
    }),
    { numRuns: 8 },
  );
});

test("no ratings, and a design that never carries the model, have reasons", () => {
  const shape = { harmonicMean: 1, q: 0, units: 2 };
  const of = (drawn: VarianceStudy) => panelReliability(drawn, 1, shape);
  expect(reasonOf(bootstrapInterval(ratingsOfTable([]), VARIANCE, of, seededRandom(1), 5))).toBe(
    "no-ratings",
  );
  const alone = ratingsOfTable([[3], [4]]);
  expect(reasonOf(bootstrapInterval(alone, VARIANCE, of, seededRandom(1), 5))).toBe("no-variation");
});
