import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import { fitCrossed } from "../mixed/crossed-fit";
import { sparsePanel } from "../mixed/example-tables";
import { ewmaSeries } from "./ewma";
import { residualSeries } from "./residual-series";

test("worked by hand: mu 3, units .5 and 1, rater .25; scores 4 and 5 leave .25 and .75, oldest first", () => {
  const ratings = {
    unit: Int32Array.of(1, 0),
    rater: Int32Array.of(0, 0),
    score: Float64Array.of(5, 4),
    units: 2,
    raters: 2,
  };
  const fit = {
    intercept: { estimate: 3, se: 0 },
    variance: { unit: 1, rater: 1, residual: 0.25 },
    unit: { effect: Float64Array.of(0.5, 1) },
    rater: { effect: Float64Array.of(0.25, 0) },
  };
  const [first, second] = residualSeries(ratings, fit, [20, 10]);
  expect(first).toEqual({
    ok: true,
    value: { residuals: Float64Array.of(0.25, 0.75), standardDeviation: 0.5, rows: [1, 0] },
  });
  expect(second).toMatchObject({ ok: false, reason: "no-ratings" });
});

test("a constant on all scores leaves the residuals, rows turned round keep each rater's series", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(-3, 10), (seed, by) => {
      const panel = sparsePanel(30, 5, 3, seed);
      const time = Float64Array.from(panel.unit, (u, row) => u * 100 + row);
      const one = residualSeries(panel, figureOf(fitCrossed(panel, "exact")), time).map(figureOf);
      const other = {
        ...panel,
        unit: panel.unit.slice().reverse(),
        rater: panel.rater.slice().reverse(),
        score: panel.score.map((x) => x + by).reverse(),
      };
      const fit = figureOf(fitCrossed(other, "exact"));
      const again = residualSeries(other, fit, time.slice().reverse()).map(figureOf);
      one.forEach(({ residuals }, j) => {
        residuals.forEach((residual, k) => {
          expect(again[j]?.residuals[k]).toBeCloseTo(residual, 4);
        });
      });
    }),
    { numRuns: 10 },
  );
});

test("a rater who turns harsher half way leaves the limits of the chart; one who does not stays within", () => {
  const panel = sparsePanel(200, 5, 3, 7);
  const score = panel.score.map(
    (x, row) => x - ((panel.rater[row] ?? 0) === 0 && (panel.unit[row] ?? 0) > 100 ? 2 : 0),
  );
  const ratings = { ...panel, score };
  const series = residualSeries(ratings, figureOf(fitCrossed(ratings, "exact")), panel.unit).map(figureOf);
  const outside = series.map(({ residuals, standardDeviation }) =>
    figureOf(ewmaSeries(residuals, standardDeviation)).some((point) => point.outside),
  );
  expect(outside[0]).toBe(true);
  expect(outside.filter(Boolean).length).toBeLessThan(4);
});
