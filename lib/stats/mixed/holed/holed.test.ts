import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../../tests/support/tables";
import { factor, inverse } from "../../linalg/dense";
import { randomNormal, seededRandom } from "../../random";
import type { Ratings } from "../../ratings";
import { fitDimensionsBySheet } from "../dimensions-by-sheet";
import { COMPONENTS, dimensionErrorCovariance, errorsFrom } from "../error-covariance";
import { sparsePanel } from "../example-tables";
import { fitDimensions } from "../several-dimensions";
import { sheetsOf } from "../sheets";
import { componentProducts, groupSums, layOutHoled, spread } from "./layout";
import { holedOperator } from "./operator";
import { maximiseHoled } from "./reml";
import { componentTraces } from "./traces";
import { holedVariances } from "./variances";

/** Rated on several dimensions, a share of the cells missing at random; every sheet keeps one. */
function holed(panel: Ratings, dimensions: number, missing: number, seed: number) {
  const next = seededRandom(seed);
  const effects = (n: number, deviation: number) =>
    Float64Array.from({ length: n }, () => deviation * randomNormal(next));
  const ofUnit = effects(panel.units * dimensions, 0.3);
  const ofRater = effects(panel.raters * dimensions, 0.25);
  const rows = Array.from(panel.score, (score, at) => {
    const kept = Math.floor(next() * dimensions);
    return Array.from({ length: dimensions }, (_, d) => d)
      .filter((d) => next() >= missing || d === kept)
      .map((d) => {
        const [unit, rater] = [panel.unit[at] ?? 0, panel.rater[at] ?? 0];
        const own = (ofUnit[unit * dimensions + d] ?? 0) + (ofRater[rater * dimensions + d] ?? 0);
        return { unit, rater, d, score: score + own + 0.6 * randomNormal(next) };
      });
  }).flat();
  return {
    dimension: Int32Array.from(rows, ({ d }) => d),
    ratings: {
      ...panel,
      unit: Int32Array.from(rows, ({ unit }) => unit),
      rater: Int32Array.from(rows, ({ rater }) => rater),
      score: Float64Array.from(rows, ({ score }) => score),
    },
  };
}

const START = {
  unit: 0.3,
  rater: 0.3,
  unitDimension: 0.3,
  raterDimension: 0.3,
  unitRater: 0.3,
  residual: 0.3,
};

describe("traces by definition", () => {
  test("over every possible probe their mean is the trace, which a dense inverse gives", () => {
    for (const [units, raters] of [
      [5, 2],
      [2, 5],
    ] as const) {
      const { ratings, dimension } = holed(sparsePanel(units, raters, 2, 3), 2, 0.3, 4);
      const layout = layOutHoled(sheetsOf(ratings, dimension, 2), 2);
      const of = { eliminated: [0.7, 0.2], kept: [0.4, 0.3], sheet: 0.5 } as const;
      const ratios = [0.7, 0.2, 0.4, 0.3, 0.5];
      const places = Array.from(layout.mask.keys()).filter((at) => layout.mask[at] === 1);
      const n = places.length;
      const cell = (at: number) => layout.mask.map((_, place) => Number(place === at));
      const shared = ratios.map((_, c) => places.map((at) => spread(layout, groupSums(layout, cell(at)), c)));
      const v = new Float64Array(n * n);
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          v[a * n + b] = ratios.reduce(
            (sum, ratio, c) => sum + ratio * (shared[c]?.[a]?.[places[b] ?? 0] ?? 0),
            Number(a === b),
          );
        }
      }
      factor(v, n);
      const whole = inverse(v, n);
      const expected = ratios.map((_, c) =>
        places.reduce((sum, _at, a) => {
          const row = shared[c]?.[a] ?? new Float64Array();
          return sum + places.reduce((inner, b, k) => inner + (whole[a * n + k] ?? 0) * (row[b] ?? 0), 0);
        }, 0),
      );
      const size = layout.kept * 2;
      const every = Array.from({ length: 2 ** size }, (_, bits) => ({
        signs: Float64Array.from({ length: size }, (_, k) => ((bits >> k) & 1 ? 1 : -1)),
        solution: new Float64Array(size),
      }));
      const found = componentTraces(holedOperator(layout, of), every, 1e-10);
      found.forEach((trace, c) => {
        expect(trace).toBeCloseTo(expected[c] ?? Number.NaN, 8);
      });
    }
  });

  test("a sum over groups taken twice is the product with its spread", () => {
    const { ratings, dimension } = holed(sparsePanel(12, 4, 3, 3), 3, 0.3, 4);
    const layout = layOutHoled(sheetsOf(ratings, dimension, 3), 3);
    const sums = groupSums(layout, layout.score);
    const products = componentProducts(layout, sums, sums);
    for (let c = 0; c < 5; c++) {
      const again = spread(layout, sums, c).reduce((sum, x, at) => sum + x * (layout.score[at] ?? 0), 0);
      expect(again).toBeCloseTo(products[c] ?? Number.NaN, 8);
    }
  });
});

describe("the variances of sheets with holes", () => {
  test("lie within .2 % of the exact optimum, errors within some percent, whichever side is larger", () => {
    for (const [units, raters, each] of [
      [300, 24, 4],
      [24, 90, 25],
    ] as const) {
      const { ratings, dimension } = holed(sparsePanel(units, raters, each, 5), 4, 0.2, 6);
      const exact = figureOf(fitDimensions(ratings, dimension, 4));
      const found = figureOf(fitDimensionsBySheet(ratings, dimension, 4, 1));
      const variance = figureOf(found.variance);
      expect(found.variancesBy).toBe("reml");
      const errors = errorsFrom(found.errors);
      const exactErrors = errorsFrom(dimensionErrorCovariance(exact));
      for (const name of COMPONENTS) {
        expect(Math.abs(variance[name] / exact.variance[name] - 1)).toBeLessThan(0.002);
        expect((errors[name] ?? 0) / (exactErrors[name] ?? 1)).toBeCloseTo(1, 1);
      }
    }
  });

  test("the same seed gives the same figures; another unit of score only scales them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.1, 30), (seed, by) => {
        const { ratings, dimension } = holed(sparsePanel(40, 8, 3, seed), 3, 0.2, seed);
        const of = (scores: Float64Array, scale: number) =>
          holedVariances(
            sheetsOf({ ...ratings, score: scores }, dimension, 3),
            3,
            { ...START, ...Object.fromEntries(COMPONENTS.map((name) => [name, scale * START[name]])) },
            1,
          );
        const one = of(ratings.score, 1);
        if (one === null) return;
        expect(of(ratings.score, 1)).toEqual(one);
        const scaled = of(
          ratings.score.map((x) => 2 + by * x),
          by * by,
        );
        for (const name of COMPONENTS)
          expect((scaled?.variance[name] ?? 0) / by / by).toBeCloseTo(one.variance[name], 4);
      }),
      { numRuns: 3 },
    );
  });

  test("two sheets of one person on one unit have none; by pairs they stand, and say so", () => {
    const { ratings, dimension } = holed(sparsePanel(60, 8, 4, 3), 3, 0.2, 4);
    const twice = {
      ...ratings,
      unit: Int32Array.from([...ratings.unit, ratings.unit[0] ?? 0]),
      rater: Int32Array.from([...ratings.rater, ratings.rater[0] ?? 0]),
      score: Float64Array.from([...ratings.score, 3]),
    };
    const again = Int32Array.from([...dimension, dimension[0] ?? 0]);
    const layout = layOutHoled(sheetsOf(twice, again, 3), 3);
    expect(maximiseHoled(layout, [1, 1, 1, 1, 1, 1], 1)).toBeNull();
    const found = figureOf(fitDimensionsBySheet(twice, again, 3, 1));
    expect(found.variancesBy).toBe("pairs");
    expect(found.variance.ok).toBe(true);
    expect(reasonOf(found.errors)).toBe("incomplete-table");
  });
});
