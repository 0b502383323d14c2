import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { randomNormal, seededRandom } from "../random";
import type { Ratings } from "../ratings";
import { fitCrossed } from "./crossed-fit";
import { fitDimensionsBySheet } from "./dimensions-by-sheet";
import { fitDrift } from "./drift-fit";
import { penicillin, sparsePanel } from "./example-tables";
import { fitFixedRaters } from "./fixed-raters";
import { fitDimensions } from "./several-dimensions";

/** Sheets over four dimensions with every component of the model in them. */
function sheets(
  units: number,
  raters: number,
  each: number,
  seed = 3,
): { ratings: Ratings; dimension: Int32Array } {
  const next = seededRandom(11);
  const base = sparsePanel(units, raters, each, seed);
  const own = Array.from({ length: units * 4 }, () => 0.3 * randomNormal(next));
  const rows = Array.from({ length: base.score.length * 4 }, (_, at) => ({
    at: Math.floor(at / 4),
    d: at % 4,
  }));
  return {
    ratings: {
      ...base,
      unit: Int32Array.from(rows, ({ at }) => base.unit[at] ?? 0),
      rater: Int32Array.from(rows, ({ at }) => base.rater[at] ?? 0),
      score: Float64Array.from(
        rows,
        ({ at, d }) =>
          (base.score[at] ?? 0) +
          (own[(base.unit[at] ?? 0) * 4 + d] ?? 0) +
          0.2 * d +
          0.5 * randomNormal(next),
      ),
    },
    dimension: Int32Array.from(rows, ({ d }) => d),
  };
}

test("on complete sheets the whole model and the sheet-by-sheet one agree", () => {
  const { ratings, dimension } = sheets(120, 20, 3);
  const whole = fitDimensions(ratings, dimension, 4);
  const bySheet = fitDimensionsBySheet(ratings, dimension, 4);
  if (!whole.ok || !bySheet.ok) throw new Error("both fit");
  const byContrasts = figureOf(bySheet.value.variance);
  for (const part of ["unit", "rater", "unitDimension", "unitRater", "residual"] as const) {
    expect(Math.abs(whole.value.variance[part] - byContrasts[part])).toBeLessThan(0.02);
  }
  const { composite } = bySheet.value;
  const fair = composite.intercept.estimate + (composite.unit.effect[0] ?? 0);
  expect(whole.value.composite.fair.estimate[0]).toBeCloseTo(fair, 2);
  expect(Math.abs((bySheet.value.remlCriterion?.value ?? 0) - whole.value.remlCriterion)).toBeLessThan(1);
  // Severity means the same on both routes: the general rater effect.
  whole.value.rater.effect.forEach((effect, j) => {
    expect(bySheet.value.rater.effect[j]).toBeCloseTo(effect, 2);
    expect(bySheet.value.rater.variance[j]).toBeCloseTo(whole.value.rater.variance[j] ?? 0, 2);
  });
});

const PARTS = ["unit", "rater", "unitDimension", "raterDimension", "unitRater", "residual"] as const;

/** The same panel with one dimension of every sheet, or of every third, never observed. */
function holed(every: number) {
  const { ratings, dimension } = sheets(120, 20, 3);
  const sheetOf = ratings.unit.map((u, at) => u * 7 + (ratings.rater[at] ?? 0) * 3);
  const kept = (_: unknown, at: number) =>
    (sheetOf[at] ?? 0) % every !== 0 || dimension[at] !== (sheetOf[at] ?? 0) % 4;
  return {
    ratings: {
      ...ratings,
      unit: ratings.unit.filter(kept),
      rater: ratings.rater.filter(kept),
      score: ratings.score.filter(kept),
    },
    dimension: dimension.filter(kept),
  };
}

test("sheets with holes: pairs of dimensions come near the optimum, and a climb from there ends in it", () => {
  for (const every of [1, 3]) {
    const { ratings, dimension } = holed(every);
    const bySheet = figureOf(fitDimensionsBySheet(ratings, dimension, 4, 1));
    const near = figureOf(bySheet.variance);
    const cold = figureOf(fitDimensions(ratings, dimension, 4));
    const warm = figureOf(fitDimensions(ratings, dimension, 4, near));
    expect(warm.solved.optimum.steps).toBeLessThanOrEqual(cold.solved.optimum.steps);
    for (const part of PARTS) {
      expect(Math.abs(near[part] - cold.variance[part])).toBeLessThan(0.02);
      expect(warm.variance[part]).toBeCloseTo(cold.variance[part], 6);
    }
    bySheet.composite.unit.effect.forEach((effect, i) => {
      expect(Math.abs(effect - (cold.composite.scores.effect[i] ?? 0))).toBeLessThan(0.15);
    });
  }
});

test("sheets of one dimension each leave scores and no variances by dimension", () => {
  const { ratings, dimension } = sheets(40, 8, 3);
  const kept = (_: unknown, at: number) =>
    dimension[at] === ((ratings.unit[at] ?? 0) + (ratings.rater[at] ?? 0)) % 4;
  const alone = {
    ...ratings,
    unit: ratings.unit.filter(kept),
    rater: ratings.rater.filter(kept),
    score: ratings.score.filter(kept),
  };
  const fit = figureOf(fitDimensionsBySheet(alone, dimension.filter(kept), 4, 1));
  expect(reasonOf(fit.variance)).toBe("incomplete-table");
  expect(fit.composite.unit.effect).toHaveLength(40);
  expect(fit.rater.effect).toEqual(fit.composite.rater.effect);
});

test("by sheet: row order and names change nothing, a constant moves the scores alone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(-20, 4), (seed, by) => {
      const { ratings, dimension } = sheets(20, 6, 3, seed);
      const one = fitDimensionsBySheet(ratings, dimension, 4);
      const other = fitDimensionsBySheet(
        {
          ...ratings,
          unit: ratings.unit.slice().reverse(),
          rater: ratings.rater.map((j) => 5 - j).reverse(),
          score: ratings.score.map((x) => x + by).reverse(),
        },
        dimension.slice().reverse(),
        4,
      );
      if (!one.ok || !other.ok) throw new Error("both fit");
      for (const part of [
        "unit",
        "rater",
        "unitDimension",
        "raterDimension",
        "unitRater",
        "residual",
      ] as const)
        expect(figureOf(other.value.variance)[part]).toBeCloseTo(figureOf(one.value.variance)[part], 6);
      const { composite: a, rater } = one.value;
      const { composite: b } = other.value;
      expect(b.intercept.estimate - by).toBeCloseTo(a.intercept.estimate, 6);
      a.unit.effect.forEach((effect, i) => {
        expect(b.unit.effect[i]).toBeCloseTo(effect, 6);
        expect(b.unit.variance[i]).toBeCloseTo(a.unit.variance[i] ?? 0, 6);
      });
      rater.effect.forEach((effect, j) => {
        expect(other.value.rater.effect[5 - j]).toBeCloseTo(effect, 6);
      });
    }),
    { numRuns: 6 },
  );
});

test("by sheet, worked by hand: two dimensions that are copies of each other leave no contrast", () => {
  const { ratings } = sheets(12, 4, 3);
  const twice = {
    ...ratings,
    unit: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2),
    rater: Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1),
    score: Float64Array.of(1, 1, 3, 3, 4, 4, 4, 4, 7, 7, 8, 8),
    units: 3,
    raters: 2,
  };
  const dimension = Int32Array.from(twice.score, (_, at) => at % 2);
  expect(fitDimensionsBySheet(twice, dimension, 2)).toMatchObject({ ok: false, reason: "no-variation" });
  // Sheets' means (1.5, 3 | 4, 4.5 | 7, 8.5) and differences (1, 0 | 0, 1 | 0, 1) / sqrt 2, both crossed by hand:
  const apart = { ...twice, score: Float64Array.of(1, 2, 3, 3, 4, 4, 4, 5, 7, 7, 8, 9) };
  const fit = fitDimensionsBySheet(apart, dimension, 2);
  if (!fit.ok) throw new Error(fit.detail);
  // Means: rows 2.25, 4.25, 7.75; columns 25/6, 16/3; MSB = 2 x var(rows) = 15.5, MSE = 1/6.
  expect(fit.value.composite.variance.residual).toBeCloseTo(1 / 6, 5);
  expect(fit.value.composite.variance.unit).toBeCloseTo((15.5 - 1 / 6) / 2, 5);
});

test("one dimension is not several", () => {
  const ratings = penicillin();
  const fit = fitDimensions(ratings, new Int32Array(ratings.score.length), 1);
  expect(fit).toMatchObject({ ok: false, reason: "too-few-dimensions" });
});

test("drift: a rater who turns harsher over time is found, and steady ones are not accused", () => {
  const base = sparsePanel(80, 8, 3, 21);
  const time = base.score.map((_, at) => (base.unit[at] ?? 0) / 79 - 0.5);
  const drifting = base.score.map((y, at) => y - (base.rater[at] === 2 ? 3 : 0) * (time[at] ?? 0));
  const fit = fitDrift({ ...base, score: drifting }, time);
  if (!fit.ok) throw new Error(fit.detail);
  expect(fit.value.slopeTest.p).toBeLessThan(0.01);
  const slopes = [...fit.value.slope.effect];
  expect(slopes.indexOf(Math.min(...slopes))).toBe(2);
  const steady = fitDrift(base, time);
  expect(steady.ok && steady.value.slopeTest.p).toBeGreaterThan(0.05);
  expect(
    fitDrift(
      base,
      base.score.map((_, at) => at % 2),
    ),
  ).toMatchObject({ ok: false, reason: "too-few-times", missing: 1 });
});

test("fixed severities sum to zero and show the same order as shrunken ones", () => {
  const ratings = sparsePanel(60, 8, 3, 2);
  const fixed = fitFixedRaters(ratings);
  const random = fitCrossed(ratings);
  if (!fixed.ok || !random.ok) throw new Error("both fit");
  const { equality } = fixed.value;
  const leniency = Float64Array.from(fixed.value.leniency, (one) =>
    one.ok ? one.value.estimate : Number.NaN,
  );
  expect(leniency.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 10);
  expect(equality.freedom).toBe(7);
  const harshest = (values: Float64Array) => values.indexOf(Math.min(...values));
  expect(harshest(leniency)).toBe(harshest(random.value.rater.effect));
});
