import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import { seededRandom } from "../random";
import { betterProbabilities, type JointEstimates } from "./better-probability";
import { comparisonMultiplier } from "./comparison-multiplier";
import { expectedPercentiles, expectedRanks } from "./expected-rank";
import { expectedRanksOfMany } from "./expected-rank-large";
import { rankIntervals, rankIntervalsFrom } from "./rank-interval";
import { tieGroups } from "./tie-groups";
import { topProbabilities } from "./top-probability";

const lists = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 9 });

/** Errors of size `se` of which the share `shared` is common to all. */
function joint(values: readonly number[], se: number, shared = 0): JointEstimates {
  const n = values.length;
  const covariance = Float64Array.from({ length: n * n }, (_, at) =>
    at % (n + 1) === 0 ? se * se : shared * se * se,
  );
  return { estimate: Float64Array.from(values), covariance };
}

function groupsOf(given: JointEstimates): number[] {
  const n = given.estimate.length;
  const better = betterProbabilities(given);
  return [...tieGroups(given.estimate, (a, b) => better[a * n + b] ?? 0)];
}

describe("worked by hand", () => {
  test("three people, errors 1: who may stand where", () => {
    // Differences 3, 3 and 6 over sqrt 2: 2.12 passes 1.96 but not 2.39 (three pairs); 4.24 passes both.
    const three = joint([6, 3, 0], 1);
    expect(rankIntervals(three, "marginal")).toEqual({
      best: Int32Array.of(1, 2, 3),
      worst: Int32Array.of(1, 2, 3),
    });
    expect(rankIntervals(three, "simultaneous")).toEqual({
      best: Int32Array.of(1, 1, 2),
      worst: Int32Array.of(2, 3, 3),
    });
    expect(groupsOf(three)).toEqual([1, 2, 3]);
  });

  test("ranks of two with P = .9: 1.1 and 1.9, percentiles 70 and 30", () => {
    const ranks = expectedRanks(Float64Array.of(0.5, 0.9, 0.1, 0.5), 2);
    expect(ranks[0]).toBeCloseTo(1.1, 12);
    expect(ranks[1]).toBeCloseTo(1.9, 12);
    expect([...expectedPercentiles(ranks)].map(Math.round)).toEqual([70, 30]);
  });

  test("three equal people without error share two places, and one below never gets in", () => {
    const found = figureOf(topProbabilities(joint([1, 1, 1, 0], 0), 2, 50, seededRandom(1)));
    found.slice(0, 3).forEach((p) => {
      expect(p).toBeCloseTo(2 / 3, 10);
    });
    expect(found[3]).toBe(0);
  });

  test("bars shrink with what errors have in common: half shared, 1.386 x sqrt(1/2)", () => {
    expect(figureOf(comparisonMultiplier(joint([1, 2], 1, 0.5)))).toBeCloseTo(1.3859038243 * Math.SQRT1_2, 8);
    expect(comparisonMultiplier(joint([1, 2], 0))).toMatchObject({ reason: "no-variation" });
  });
});

describe("whatever the estimates", () => {
  test("names do not matter: the list turned round gives the same ranks, places and chances", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 9 }),
        (values) => {
          const [one, other] = [joint(values, 2), joint([...values].reverse(), 2)];
          const n = values.length;
          const ranks = expectedRanks(betterProbabilities(one), n);
          const back = expectedRanks(betterProbabilities(other), n).reverse();
          const [places, turned] = [rankIntervals(one, "marginal"), rankIntervals(other, "marginal")];
          ranks.forEach((rank, i) => {
            expect(back[i]).toBeCloseTo(rank, 9);
          });
          expect([...turned.best].reverse()).toEqual([...places.best]);
          expect(groupsOf(other).reverse()).toEqual(groupsOf(one));
        },
      ),
    );
  });

  test("a constant or another unit changes no rank and no group; equal people are 1/2 and one group", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const one = betterProbabilities(joint(values, 2));
        const other = betterProbabilities(
          joint(
            values.map((x) => 4 * x + 100),
            8,
          ),
        );
        one.forEach((p, at) => {
          expect(other[at]).toBeCloseTo(p, 9);
        });
        const equal = values.map(() => 3);
        expect(groupsOf(joint(equal, 0))).toEqual(equal.map(() => 1));
        for (const p of betterProbabilities(joint(equal, 0))) expect(p).toBe(0.5);
      }),
    );
  });

  test("errors all share cancel: ranks as sure as without them", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const own = rankIntervals(joint(values, 1), "marginal");
        const n = values.length;
        const covariance = joint(values, 1).covariance.map((v) => v + 50);
        expect(rankIntervals({ estimate: Float64Array.from(values), covariance }, "marginal")).toEqual(own);
        expect(own.best).toHaveLength(n);
      }),
    );
  });

  test("chances of a shortlist add up to its length, ties or none; ranks of many stay within 1 and n", () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 1), (values, top, se) => {
        const found = figureOf(topProbabilities(joint(values, se), top, 40, seededRandom(3)));
        const places = Math.min(top, values.length);
        expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(places, 9);
        const ranks = expectedRanksOfMany(
          Float64Array.from(values),
          new Float64Array(values.length).fill(se),
        );
        for (const rank of ranks) {
          expect(rank).toBeGreaterThanOrEqual(1 - 1e-6);
          expect(rank).toBeLessThanOrEqual(values.length + 1e-6);
        }
        const n = values.length;
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((n * (n + 1)) / 2, 2);
      }),
      { numRuns: 30 },
    );
  });
});

test("places from pair probabilities are the marginal ones of the same joint errors", () => {
  fc.assert(
    fc.property(lists, fc.double({ min: 0.2, max: 6, noNaN: true }), (values, se) => {
      const given = joint(values, se, 0.3);
      const found = rankIntervalsFrom(betterProbabilities(given), values.length);
      expect(found).toEqual(rankIntervals(given, "marginal"));
    }),
  );
});
