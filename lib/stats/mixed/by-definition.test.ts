import { expect, test } from "vitest";
import { eliminate, product } from "../../../tests/support/elimination";
import { figureOf } from "../../../tests/support/tables";
import { randomNormal, seededRandom } from "../random";
import type { Ratings } from "../ratings";
import { fitCrossed } from "./crossed-fit";
import { fitDrift } from "./drift-fit";
import { profileIntervals } from "./likelihood-interval";
import { minimise } from "./minimise";
import { fitDimensions } from "./several-dimensions";

/** One variance component: which observations share a level, and what multiplies it (1 unless a slope). */
interface Component {
  level: number[];
  weight?: number[];
}

/** Minus twice the log-likelihood straight from its definition, with the n x n covariance written out. */
function criterion(y: number[], x: number[][], components: Component[], variances: number[], reml: boolean) {
  const at = (k: number) => variances[k] ?? 0;
  const v = y.map((_, a) =>
    y.map((_, b) =>
      components.reduce(
        (sum, { level, weight }, k) =>
          level[a] === level[b] ? sum + at(k) * (weight?.[a] ?? 1) * (weight?.[b] ?? 1) : sum,
        a === b ? at(components.length) : 0,
      ),
    ),
  );
  const { solved, logDeterminant } = eliminate(v, [...x, y]);
  const px = solved.slice(0, x.length);
  const py = solved[x.length] ?? [];
  const cross = x.map((column) => px.map((other) => product(column, other)));
  const means = eliminate(cross, [x.map((column) => product(column, py))]);
  const fitted = x.reduce((sum, column, k) => sum + (means.solved[0]?.[k] ?? 0) * product(column, py), 0);
  const rest = product(y, py) - fitted;
  const n = reml ? y.length - x.length : y.length;
  return logDeterminant + (reml ? means.logDeterminant : 0) + rest + n * Math.log(2 * Math.PI);
}

/** Eight units, four raters and as many dimensions as asked for, every cell rated, with effects of every kind. */
function balanced(dimensions: number) {
  const normal = seededRandom(7);
  const draw = (n: number) => Array.from({ length: n }, () => randomNormal(normal));
  const [units, raters] = [8, 4];
  const unit = draw(units);
  const rater = draw(raters);
  const cells = unit.flatMap((_, i) =>
    rater.flatMap((_, j) => Array.from({ length: dimensions }, (_, d) => ({ i, j, d }))),
  );
  const own = draw(units * dimensions);
  const view = draw(raters * dimensions);
  const halo = draw(units * raters);
  const score = cells.map(
    ({ i, j, d }) =>
      3 +
      (unit[i] ?? 0) +
      0.7 * (rater[j] ?? 0) +
      0.6 * (own[i * dimensions + d] ?? 0) +
      0.5 * (view[j * dimensions + d] ?? 0) +
      0.6 * (halo[i * raters + j] ?? 0) +
      0.5 * randomNormal(normal),
  );
  const ratings: Ratings = {
    unit: Int32Array.from(cells, ({ i }) => i),
    rater: Int32Array.from(cells, ({ j }) => j),
    score: Float64Array.from(score),
    units,
    raters,
  };
  return { cells, ratings, score };
}

/** The criterion is the definition's, and no variance a little larger or smaller lowers it. */
function expectOptimum(found: number, variances: number[], at: (variances: number[]) => number) {
  expect(at(variances)).toBeCloseTo(found, 6);
  variances.forEach((value, k) => {
    for (const share of [0.9, 1.1]) {
      const moved = variances.map((other, m) => (m === k ? share * value + (value === 0 ? 0.01 : 0) : other));
      expect(at(moved), `variance ${k} times ${share}`).toBeGreaterThan(found);
    }
  });
}

test("several dimensions: the six variances are where the likelihood, written out, has its top", () => {
  const { cells, ratings, score } = balanced(2);
  const fit = figureOf(
    fitDimensions(
      ratings,
      Int32Array.from(cells, ({ d }) => d),
      2,
    ),
  );
  const { unit, rater, unitDimension, raterDimension, unitRater, residual } = fit.variance;
  const components = [
    { level: cells.map(({ i }) => i) },
    { level: cells.map(({ j }) => j) },
    { level: cells.map(({ i, d }) => i * 2 + d) },
    { level: cells.map(({ j, d }) => j * 2 + d) },
    { level: cells.map(({ i, j }) => i * 4 + j) },
  ];
  // Sum-to-zero coding of the two dimensions.
  const x = [cells.map(() => 1), cells.map(({ d }) => (d === 0 ? 1 : -1))];
  expectOptimum(
    fit.remlCriterion,
    [unit, rater, unitDimension, raterDimension, unitRater, residual],
    (variances) => criterion(score, x, components, variances, true),
  );
});

test("drift: the four variances are where the likelihood, written out, has its top", () => {
  const { cells, ratings, score } = balanced(1);
  const time = cells.map(({ i }) => i / 7);
  const slope = [1.5, -1.2, 0.4, -0.8];
  const drifting = score.map((y, a) => y + (slope[cells[a]?.j ?? 0] ?? 0) * (time[a] ?? 0));
  const fit = figureOf(fitDrift({ ...ratings, score: Float64Array.from(drifting) }, Float64Array.from(time)));
  const rater = cells.map(({ j }) => j);
  const components = [{ level: cells.map(({ i }) => i) }, { level: rater }, { level: rater, weight: time }];
  const { variance } = fit;
  expectOptimum(
    fit.remlCriterion,
    [variance.unit, variance.rater, variance.slope, variance.residual],
    (variances) => criterion(drifting, [cells.map(() => 1), time], components, variances, true),
  );
});

test("profile interval: at its ends the deviance, the others fitted anew, is 3.841 above its lowest", () => {
  const { cells, ratings, score } = balanced(1);
  const intervals = figureOf(profileIntervals(figureOf(fitCrossed(ratings, "exact"))));
  const components = [{ level: cells.map(({ i }) => i) }, { level: cells.map(({ j }) => j) }];
  const deviance = (logs: readonly number[]) =>
    criterion(
      score,
      [cells.map(() => 1)],
      components,
      logs.map((log) => Math.exp(2 * log)),
      false,
    );
  const lowest = minimise(deviance, [0, 0, 0]).value;
  for (const end of intervals.unit) {
    const others = minimise(
      ([rater = 0, residual = 0]) => deviance([Math.log(end), rater, residual]),
      [0, 0],
    );
    expect(others.value - lowest).toBeCloseTo(3.8415, 2);
  }
  expect(intervals.unit).toHaveLength(2);
});
