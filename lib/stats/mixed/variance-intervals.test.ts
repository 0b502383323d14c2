import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import { type Ratings, ratingsOfTable } from "../ratings";
import { blockedVarianceErrors } from "./blocked/variance-errors";
import { fitCrossed } from "./crossed-fit";
import { varianceErrors } from "./crossed-projection";
import { fitDimensionsBySheet } from "./dimensions-by-sheet";
import { crossedErrorCovariance, dimensionErrorCovariance, errorsFrom } from "./error-covariance";
import { penicillin, sparsePanel } from "./example-tables";
import { informationCovariance } from "./information-covariance";
import { logScaleInterval } from "./log-scale-interval";
import { fitDimensions } from "./several-dimensions";
import { intervalsFrom, varianceIntervals } from "./variance-intervals";

const NAMES = ["unit", "rater", "residual"] as const;

describe("an interval of a variance", () => {
  test("worked by hand: .717 with error .2264 is .717 x exp(+- 1.96 x .3158)", () => {
    const [lower, upper] = figureOf(logScaleInterval(0.717, 0.2264));
    expect(lower).toBeCloseTo(0.3861, 3);
    expect(upper).toBeCloseTo(1.3313, 3);
  });

  test("a variance smaller than its error cannot be told from 0, and gets no interval of its logarithm", () => {
    for (const [variance, se] of [
      [0, 0.1],
      [0.1, 0.11],
    ] as const)
      expect(logScaleInterval(variance, se)).toMatchObject({ ok: false, reason: "no-variation" });
    expect(logScaleInterval(1, undefined)).toMatchObject({ ok: false, reason: "not-converged" });
  });

  test("errors of the average information: a variance at 0 is left out of it", () => {
    const information = [
      [4, 1, 0],
      [1, 9, 1],
      [0, 1, 16],
    ];
    expect(informationCovariance([1, 0, 2], information)).toEqual([
      [0.25, 0, 0],
      [0, 0, 0],
      [0, 0, 0.0625],
    ]);
    const one = [
      [1, 1],
      [1, 1],
    ];
    expect(informationCovariance([1, 1], one)).toBeNull();
  });

  test("on a full table average and expected information are one: Penicillin's .2264, 2.3676, .0399", () => {
    const fit = figureOf(fitCrossed(penicillin(), "exact"));
    const errors = errorsFrom(crossedErrorCovariance(fit));
    for (const name of NAMES) expect(errors[name]).toBeCloseTo(figureOf(varianceErrors(fit))[name], 5);
  });

  test("small tables by profile, squared; a variance of 0 has no logarithm, and that is said", () => {
    const intervals = varianceIntervals(figureOf(fitCrossed(penicillin(), "exact")));
    expect(figureOf(intervals.unit)[0]).toBeCloseTo(0.6336 ** 2, 2);
    expect(figureOf(intervals.unit)[1]).toBeCloseTo(1.1821 ** 2, 2);
    const level = ratingsOfTable([
      [1, 2],
      [2, 1],
      [1, 2],
      [2, 1],
    ]);
    const flat = varianceIntervals(figureOf(fitCrossed(level, "exact")), "log-scale");
    expect(flat.unit).toMatchObject({ ok: false, reason: "no-variation" });
    expect(flat.residual.ok).toBe(true);
  });

  test("the iterative route has the exact one's errors", () => {
    const panel = sparsePanel(3000, 300, 4, 5);
    const exact = errorsFrom(crossedErrorCovariance(figureOf(fitCrossed(panel, "exact"))));
    const iterative = errorsFrom(crossedErrorCovariance(figureOf(fitCrossed(panel, "iterative"))));
    for (const name of NAMES) expect((iterative[name] ?? 0) / (exact[name] ?? 1)).toBeCloseTo(1, 2);
  });

  test("it holds the variance, turns with the scale of the scores, and cares for no row order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.1, 3, 40), (seed, by) => {
        const panel = sparsePanel(40, 6, 3, seed);
        const fit = figureOf(fitCrossed(panel, "exact"));
        const one = varianceIntervals(fit, "log-scale");
        const scaled = varianceIntervals(
          figureOf(
            fitCrossed({ ...turned(panel), score: turned(panel).score.map((x) => 5 + by * x) }, "exact"),
          ),
          "log-scale",
        );
        for (const name of NAMES) {
          const [here, there] = [one[name], scaled[name]];
          if (!here.ok || !there.ok) continue;
          expect(here.value[0]).toBeLessThan(fit.variance[name]);
          expect(here.value[1]).toBeGreaterThan(fit.variance[name]);
          here.value.forEach((end, at) => {
            expect((there.value[at] ?? 0) / (by * by * end)).toBeCloseTo(1, 2);
          });
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("several dimensions", () => {
  test("by sheet and all at once give the same intervals where both can be had", () => {
    const { ratings, dimension } = onDimensions(sparsePanel(150, 12, 4, 3), 3);
    const whole = figureOf(fitDimensions(ratings, dimension, 3));
    const together = intervalsFrom(whole.variance, errorsFrom(dimensionErrorCovariance(whole)));
    const split = figureOf(fitDimensionsBySheet(ratings, dimension, 3));
    const bySheet = intervalsFrom(figureOf(split.variance), errorsFrom(split.errors));
    for (const name of ["unit", "unitDimension", "unitRater", "residual"] as const) {
      const here = figureOf(together[name]);
      const there = figureOf(bySheet[name]);
      expect(here[0]).toBeLessThan(whole.variance[name]);
      expect(here[1]).toBeGreaterThan(whole.variance[name]);
      expect(there[0] / here[0]).toBeCloseTo(1, 1);
      expect(there[1] / here[1]).toBeCloseTo(1, 1);
    }
    // What is a dimension's own is taken from the composite: the two err in opposite ways, on either road.
    const [one, other] = [figureOf(dimensionErrorCovariance(whole)), figureOf(split.errors)];
    const between = (errors: typeof one) =>
      (errors[4]?.[5] ?? 0) / Math.sqrt((errors[4]?.[4] ?? 0) * (errors[5]?.[5] ?? 0));
    expect(between(one)).toBeLessThan(0);
    expect(between(other)).toBeCloseTo(between(one), 1);
  });

  test("the expected information says nearly the same: both are right about the same curvature", () => {
    const { ratings, dimension } = onDimensions(sparsePanel(60, 8, 4, 3), 3);
    const { layout, optimum } = figureOf(fitDimensions(ratings, dimension, 3)).solved;
    const expected = figureOf(blockedVarianceErrors(layout, optimum));
    const average = (informationCovariance(optimum.variances, optimum.information) ?? []).map((row, k) =>
      Math.sqrt(row[k] ?? 0),
    );
    average.forEach((se, k) => {
      if (se > 0) expect(Math.abs(se / (expected[k] ?? 0) - 1)).toBeLessThan(0.25);
    });
    expect(average.filter((se) => se > 0).length).toBeGreaterThan(3);
    expect(blockedVarianceErrors(layout, optimum, 10)).toMatchObject({ reason: "too-many-ratings" });
  });
});

function turned(ratings: Ratings): Ratings {
  return {
    ...ratings,
    unit: ratings.unit.slice().reverse(),
    rater: ratings.rater.slice().reverse(),
    score: ratings.score.slice().reverse(),
  };
}

/** Every rating once a dimension, each moved by what unit, rater and cell have of their own there. */
function onDimensions(panel: Ratings, dimensions: number) {
  const cells = Array.from(panel.score, (_, at) => at).flatMap((at) =>
    Array.from({ length: dimensions }, (_, d) => ({ at, d })),
  );
  const own = (a: number, d: number) => Math.sin(12.9898 * (a + 1) + 78.233 * (d + 1));
  return {
    dimension: Int32Array.from(cells, ({ d }) => d),
    ratings: {
      ...panel,
      unit: Int32Array.from(cells, ({ at }) => panel.unit[at] ?? 0),
      rater: Int32Array.from(cells, ({ at }) => panel.rater[at] ?? 0),
      score: Float64Array.from(
        cells,
        ({ at, d }) =>
          (panel.score[at] ?? 0) +
          0.5 * own(panel.unit[at] ?? 0, d) +
          0.3 * own(500 + (panel.rater[at] ?? 0), d) +
          0.7 * own(1000 + at, d),
      ),
    },
  };
}
