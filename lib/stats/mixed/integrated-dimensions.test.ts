import fc from "fast-check";
import { expect, test } from "vitest";
import { eliminate, product } from "../../../tests/support/elimination";
import { figureOf } from "../../../tests/support/tables";
import { randomNormal, seededRandom } from "../random";
import type { Ratings } from "../ratings";
import { fitIntegratedDimensions } from "./integrated-dimensions";
import { fitIntegrated } from "./integrated-fit";
import { walkLattice } from "./lattice";
import { Mixture } from "./mixture";
import { PairMixture } from "./pair-mixture";
import type { DimensionVariances } from "./several-dimensions";
import { sheetsOf } from "./sheets";

const VARIANCES: DimensionVariances = {
  unit: 0.4,
  rater: 0.2,
  unitDimension: 0.1,
  raterDimension: 0.15,
  unitRater: 0.1,
  residual: 0.3,
};

interface Panel {
  readonly ratings: Ratings;
  readonly dimension: Int32Array;
}

/** Sheets over two dimensions; each rating is missing with the given chance. */
function panel(units: number, raters: number, missing: number, seed: number): Panel {
  const next = seededRandom(seed);
  const draw = (n: number, sd: number) => Array.from({ length: n }, () => sd * randomNormal(next));
  const [unit, rater, own] = [draw(units, 0.7), draw(raters, 0.5), draw(units * 2, 0.3)];
  const rows = unit.flatMap((_, i) => rater.flatMap((_, j) => [0, 1].map((d) => ({ i, j, d }))));
  const kept = rows.filter(({ j, d }) => (j === 0 && d === 0) || next() >= missing);
  const score = kept.map(
    ({ i, j, d }) => 3 + (unit[i] ?? 0) + (rater[j] ?? 0) + (own[i * 2 + d] ?? 0) + 0.5 * randomNormal(next),
  );
  return {
    ratings: {
      unit: Int32Array.from(kept, ({ i }) => i),
      rater: Int32Array.from(kept, ({ j }) => j),
      score: Float64Array.from(score),
      units,
      raters,
    },
    dimension: Int32Array.from(kept, ({ d }) => d),
  };
}

/** Posterior mean and SD of one effect (plus the grand mean), straight from the n x n covariance at a point. */
function predicted(y: number[], x: number[][], v: number[][], cov: number[], own: number, withMean: boolean) {
  const { solved, logDeterminant } = eliminate(v, [...x, y, cov]);
  const px = solved.slice(0, x.length);
  const [py = [], pc = []] = solved.slice(x.length);
  const cross = x.map((column) => px.map((other) => product(column, other)));
  const target = x.map((column) => (withMean ? 1 / x.length : 0) - product(column, pc));
  const means = eliminate(cross, [x.map((column) => product(column, py)), target]);
  const [beta = [], spread = []] = means.solved;
  const rest = product(y, py) - beta.reduce((sum, b, k) => sum + b * product(x[k] ?? [], py), 0);
  const fitted = beta.reduce((sum, b, k) => sum + b * (target[k] ?? 0), 0);
  return {
    estimate: fitted + product(cov, py),
    variance: own - product(cov, pc) + product(target, spread),
    deviance: logDeterminant + means.logDeterminant + rest,
  };
}

/** The same posterior on a plain cube of log standard deviations, every covariance written out. */
function byDefinition({ ratings, dimension }: Panel) {
  const y = [...ratings.score];
  const x = [0, 1].map((d) => Array.from(dimension, (of) => (of === d ? 1 : 0)));
  const same = (of: Int32Array, a: number, b: number) => (of[a] === of[b] ? 1 : 0);
  const { unit: u, rater: r } = ratings;
  const fair = new Mixture(1);
  const severity = new Mixture(1);
  const axis = (from: number, to: number) =>
    Array.from({ length: 14 }, (_, k) => from + ((to - from) * k) / 13);
  for (const a of axis(-2.5, 1.2)) {
    for (const b of axis(-3, 1.2)) {
      for (const s of axis(-1.9, 0.5)) {
        const [c, rr, e] = [Math.exp(2 * a), Math.exp(2 * b), Math.exp(2 * s)];
        const { unitDimension, raterDimension, residual } = VARIANCES;
        const v = y.map((_, p) =>
          y.map((_, q) => {
            const d = same(dimension, p, q);
            return (
              same(u, p, q) * (c + unitDimension * (d - 0.5)) +
              same(r, p, q) * (rr + raterDimension * (d - 0.5)) +
              same(u, p, q) * same(r, p, q) * (e - residual / 2) +
              (p === q ? residual : 0)
            );
          }),
        );
        const general = Math.max(0, rr - raterDimension / 2);
        const ofUnit = predicted(
          y,
          x,
          v,
          Array.from(u, (i) => (i === 0 ? c : 0)),
          c,
          true,
        );
        const ofRater = predicted(
          y,
          x,
          v,
          Array.from(r, (j) => (j === 0 ? general : 0)),
          general,
          false,
        );
        const weight = Math.exp(-ofUnit.deviance / 2 + a + b - (c + rr) / 2);
        fair.add(
          weight,
          () => ofUnit.estimate,
          () => ofUnit.variance,
        );
        severity.add(
          weight,
          () => ofRater.estimate,
          () => ofRater.variance,
        );
      }
    }
  }
  return { fair: fair.posterior(), severity: severity.posterior() };
}

test("with ratings missing, scores and severities are those of the posterior written out", () => {
  for (const [units, raters] of [
    [4, 3],
    [3, 4],
  ] as const) {
    const given = panel(units, raters, 0.25, 5);
    const expected = byDefinition(given);
    const found = figureOf(fitIntegratedDimensions(given.ratings, given.dimension, 2, VARIANCES));
    expect(Math.abs((found.fair.estimate[0] ?? 0) - (expected.fair.estimate[0] ?? 0))).toBeLessThan(0.01);
    expect(Math.abs((found.fair.se[0] ?? 0) - (expected.fair.se[0] ?? 0))).toBeLessThan(0.015);
    expect(Math.abs((found.rater.estimate[0] ?? 0) - (expected.severity.estimate[0] ?? 0))).toBeLessThan(
      0.01,
    );
    expect(Math.abs((found.rater.se[0] ?? 0) - (expected.severity.se[0] ?? 0))).toBeLessThan(0.015);
  }
});

test("on complete sheets it is the integrated fit of the sheets' means", () => {
  const { ratings, dimension } = panel(14, 5, 0, 8);
  const whole = figureOf(fitIntegratedDimensions(ratings, dimension, 2, VARIANCES));
  const { composite } = sheetsOf(ratings, dimension, 2);
  const means = figureOf(fitIntegrated(composite, 1, VARIANCES.raterDimension / 2));
  whole.fair.estimate.forEach((fair, i) => {
    expect(Math.abs(fair - (means.fair.estimate[i] ?? 0))).toBeLessThan(0.005);
    expect(Math.abs((whole.fair.se[i] ?? 0) - (means.fair.se[i] ?? 0))).toBeLessThan(0.005);
  });
  whole.rater.se.forEach((se, j) => {
    expect(Math.abs(se - (means.rater.se[j] ?? 0))).toBeLessThan(0.005);
  });
  expect(Math.abs((whole.better[1] ?? 0) - (means.better[1] ?? 0))).toBeLessThan(0.005);
  expect(Math.abs(whole.intercept.se - means.intercept.se)).toBeLessThan(0.005);
});

test("row order and names change nothing; a constant moves the scores and no error", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(-50, 2), (seed, by) => {
      const { ratings, dimension } = panel(6, 4, 0.2, seed);
      const one = figureOf(fitIntegratedDimensions(ratings, dimension, 2, VARIANCES));
      const other = figureOf(
        fitIntegratedDimensions(
          {
            ...ratings,
            unit: ratings.unit.slice().reverse(),
            rater: ratings.rater.map((j) => 3 - j).reverse(),
            score: ratings.score.map((x) => x + by).reverse(),
          },
          dimension.map((d) => 1 - d).reverse(),
          2,
          VARIANCES,
        ),
      );
      one.fair.estimate.forEach((fair, i) => {
        expect((other.fair.estimate[i] ?? 0) - by).toBeCloseTo(fair, 5);
        expect(other.fair.se[i]).toBeCloseTo(one.fair.se[i] ?? 0, 5);
        expect(one.fair.se[i]).toBeGreaterThan(0);
      });
      expect(other.rater.estimate[3]).toBeCloseTo(one.rater.estimate[0] ?? Number.NaN, 5);
    }),
    { numRuns: 6 },
  );
});

test("a lattice walked over a normal density adds up to it", () => {
  let total = 0;
  let square = 0;
  const sd = [0.5, 0.3, 0.4];
  walkLattice(
    (at) => ({ log: -at.reduce((sum, x, k) => sum + (x / (sd[k] ?? 1)) ** 2, 0) / 2, x: at[0] ?? 0 }),
    [1, 1, -1],
    ({ x }, weight) => {
      total += weight;
      square += weight * x * x;
    },
  );
  expect(Math.abs(square / total / 0.25 - 1)).toBeLessThan(0.03);
  walkLattice(
    () => null,
    [0],
    () => expect.unreachable(),
  );
});

test("mixtures: variances averaged plus the variance of means; equal halves ahead and behind are even", () => {
  const mixture = new Mixture(1);
  const pairs = new PairMixture(2);
  for (const mean of [0, 2]) {
    mixture.add(
      0.5,
      () => mean,
      () => 1,
    );
    pairs.add(1, Float64Array.of(mean, 1), Float64Array.of(0.5, 0, 0, 0.5), [{ sigma: 1, share: 1 }]);
  }
  expect(mixture.posterior(10).estimate[0]).toBeCloseTo(11, 12);
  expect(mixture.posterior().se[0]).toBeCloseTo(Math.SQRT2, 12);
  expect([...pairs.better()].map((p) => p.toFixed(9))).toEqual(new Array(4).fill("0.500000000"));
});
