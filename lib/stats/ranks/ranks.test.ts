import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import { normalCdf } from "../distributions";
import { seededRandom } from "../random";
import { betterProbabilities, type JointEstimates } from "./better-probability";
import { comparisonMultiplier } from "./comparison-multiplier";
import { expectedPercentiles, expectedRanks } from "./expected-rank";
import { expectedRanksOfMany } from "./expected-rank-large";
import { fastNormalCdf } from "./normal-table";
import { rankIntervals } from "./rank-interval";
import { orderOf, tieGroups } from "./tie-groups";
import { topProbabilities } from "./top-probability";

const estimates = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 12 });

/** Independent errors of the same size. */
function apart(values: readonly number[], se: number): JointEstimates {
  const n = values.length;
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) covariance[i * (n + 1)] = se * se;
  return { estimate: Float64Array.from(values), covariance };
}

test("two units one standard error of the difference apart: P .841", () => {
  const joint = apart([Math.SQRT2, 0], 1);
  expect(betterProbabilities(joint)[1]).toBeCloseTo(0.8413447, 6);
  // Errors the two share cancel: the same difference becomes certain.
  const shared = { estimate: joint.estimate, covariance: Float64Array.of(1, 0.999, 0.999, 1) };
  expect(betterProbabilities(shared)[1]).toBeGreaterThan(0.99999);
});

test("the table of the normal distribution is right to nine places", () => {
  fc.assert(
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (z) => {
      expect(Math.abs(fastNormalCdf(z) - normalCdf(z))).toBeLessThan(1e-9);
    }),
  );
});

test("expected ranks add up to 1 + 2 + ... + n and follow the estimates", () => {
  fc.assert(
    fc.property(estimates, (values) => {
      const joint = apart(values, 0.5);
      const ranks = expectedRanks(betterProbabilities(joint), values.length);
      const n = values.length;
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((n * (n + 1)) / 2, 6);
      const order = orderOf(joint.estimate);
      expect(ranks[order[0] ?? 0]).toBeLessThanOrEqual(ranks[order[n - 1] ?? 0] ?? 0);
    }),
  );
  expect([...expectedPercentiles(Float64Array.of(1, 2))]).toEqual([75, 25]);
});

test("ranks by bins agree with ranks by pairs", () => {
  const next = seededRandom(4);
  const values = Array.from({ length: 400 }, () => 4 * next());
  const exact = expectedRanks(betterProbabilities(apart(values, 0.3)), 400);
  const binned = expectedRanksOfMany(Float64Array.from(values), new Float64Array(400).fill(0.3));
  exact.forEach((rank, i) => {
    expect(Math.abs(rank - (binned[i] ?? 0))).toBeLessThan(0.1);
  });
  expect([...expectedRanksOfMany(Float64Array.of(3, 1), Float64Array.of(0.1, 0.1))]).toEqual([1, 2]);
});

test("a simultaneous interval is never narrower than a marginal one, and clear orders are certain", () => {
  fc.assert(
    fc.property(estimates, (values) => {
      const joint = apart(values, 0.4);
      const one = rankIntervals(joint, "marginal");
      const all = rankIntervals(joint, "simultaneous");
      values.forEach((_, i) => {
        expect(all.best[i]).toBeLessThanOrEqual(one.best[i] ?? 0);
        expect(all.worst[i]).toBeGreaterThanOrEqual(one.worst[i] ?? 0);
      });
    }),
  );
  expect(rankIntervals(apart([9, 5, 1], 0.1), "simultaneous")).toEqual({
    best: Int32Array.of(1, 2, 3),
    worst: Int32Array.of(1, 2, 3),
  });
});

test("tie groups: a new one starts where the leader is clearly better", () => {
  const joint = apart([5, 4.9, 1, 0.9], 0.3);
  const better = betterProbabilities(joint);
  expect([...tieGroups(joint.estimate, (a, b) => better[a * 4 + b] ?? 0)]).toEqual([1, 1, 2, 2]);
});

test("chances of making a shortlist add up to its length; bars of 1.386 errors suit equal ones", () => {
  const joint = apart([1, 0.5, 0, -0.5], 0.5);
  const top = figureOf(topProbabilities(joint, 2, 20_000, seededRandom(1)));
  expect(top.reduce((sum, p) => sum + p, 0)).toBeCloseTo(2, 10);
  expect(top[0]).toBeGreaterThan(top[3] ?? 1);
  expect(figureOf(comparisonMultiplier(apart([1, 2], 1)))).toBeCloseTo(1.3859038, 6);
  expect(comparisonMultiplier(apart([1], 1))).toMatchObject({ reason: "too-few-units", missing: 1 });
});
