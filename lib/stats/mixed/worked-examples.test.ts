import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { type Ratings, ratingsOfTable } from "../ratings";
import { fitCrossed } from "./crossed-fit";
import { fitDrift } from "./drift-fit";
import { sparsePanel } from "./example-tables";
import { fairScores } from "./fair-scores";
import { fitFixedRaters } from "./fixed-raters";
import { fitIntegrated } from "./integrated-fit";
import { jointUnitCovariance } from "./joint-covariance";
import { profileIntervals } from "./likelihood-interval";
import { reliabilities } from "./reliabilities";
import { fitDimensions } from "./several-dimensions";
import { severities } from "./severities";

/** Row means 2, 4, 7.5; column means 4 and 5: MSB 15.5, MSJ 1.5, MSE .5, all positive components. */
const THREE_BY_TWO = ratingsOfTable([
  [1, 3],
  [4, 4],
  [7, 8],
]);
const panels = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), units: fc.integer({ min: 10, max: 16 }) });
const panelOf = ({ seed, units }: { seed: number; units: number }) => sparsePanel(units, 5, 3, seed);

/** The same ratings with their rows turned round and raters named the other way. */
function turned(ratings: Ratings): Ratings {
  return {
    ...ratings,
    unit: ratings.unit.slice().reverse(),
    rater: ratings.rater.map((j) => ratings.raters - 1 - j).reverse(),
    score: ratings.score.slice().reverse(),
  };
}

describe("three units, two raters, worked by hand", () => {
  test("on a full table REML is mean squares: (15.5 - .5)/2, (1.5 - .5)/3, .5", () => {
    const fit = figureOf(fitCrossed(THREE_BY_TWO, "exact"));
    expect(fit.variance.unit).toBeCloseTo(7.5, 5);
    expect(fit.variance.rater).toBeCloseTo(1 / 3, 5);
    expect(fit.variance.residual).toBeCloseTo(0.5, 6);
    expect(fit.intercept.estimate).toBeCloseTo(4.5, 10);
    // Var of the grand mean: 7.5/3 + (1/3)/2 + .5/6.
    expect(fit.intercept.se).toBeCloseTo(Math.sqrt(2.5 + 1 / 6 + 1 / 12), 6);
    // Each mean's distance from 4.5 shrinks by var / (var + .5/n): 7.5/7.75 and (1/3)/(1/2).
    expect(fairScores(fit).estimate[0]).toBeCloseTo(4.5 - (2.5 * 7.5) / 7.75, 5);
    expect(severities(fit).estimate[0]).toBeCloseTo((0.5 * 2) / 3, 5);
  });

  test("fixed severities are the column means' distances, tested by MSJ / MSE", () => {
    const { leniency, equality } = figureOf(fitFixedRaters(THREE_BY_TWO));
    const [first, second] = leniency.map(figureOf);
    expect([first, second].map((it) => it?.estimate.toFixed(6))).toEqual(["-0.500000", "0.500000"]);
    // Var(difference) = 2 x .5 / 3, so a leniency of half of it has SE sqrt(1/12).
    expect(first?.se).toBeCloseTo(Math.sqrt(1 / 12), 6);
    expect(equality.statistic).toBeCloseTo(3, 5);
  });

  test("two panels that never met: severities are told within each, a mean of all is not", () => {
    const twice = {
      ...THREE_BY_TWO,
      unit: THREE_BY_TWO.unit.map((u) => u + 3),
      rater: THREE_BY_TWO.rater.map((r) => r + 2),
    };
    const fit = figureOf(
      fitFixedRaters({
        unit: Int32Array.from([...THREE_BY_TWO.unit, ...twice.unit, 6, 6]),
        rater: Int32Array.from([...THREE_BY_TWO.rater, ...twice.rater, 4, 4]),
        score: Float64Array.from([...THREE_BY_TWO.score, ...twice.score.map((x) => x + 2), 3, 4]),
        units: 7,
        raters: 5,
      }),
    );
    // Both panels hold the same differences, so each shows the distances of the one worked above.
    expect(fit.leniency.slice(0, 4).map((one) => figureOf(one).estimate.toFixed(6))).toEqual([
      "-0.500000",
      "0.500000",
      "-0.500000",
      "0.500000",
    ]);
    expect(fit.leniency[4]).toMatchObject({ ok: false, reason: "disconnected" });
    expect(fit.grandMean).toMatchObject({ ok: false, reason: "disconnected" });
    expect(fit.equality.freedom).toBe(2);
  });

  test("two units and two raters of opposite minds: nobody is ahead", () => {
    const fit = figureOf(
      fitIntegrated(
        ratingsOfTable([
          [1, 2],
          [2, 1],
        ]),
      ),
    );
    expect(fit.fair.estimate[0]).toBeCloseTo(1.5, 10);
    expect(fit.rater.estimate[0]).toBeCloseTo(0, 10);
    expect(fit.better[1]).toBeCloseTo(0.5, 10);
    expect(fit.fair.se[0]).toBeGreaterThan(0.3);
  });
});

describe("integrated fit", () => {
  test("row order and names change nothing; a constant moves the scores and no error", () => {
    fc.assert(
      fc.property(panels, fc.constantFrom(-100, 3, 1e7), (given, by) => {
        const ratings = panelOf(given);
        const one = figureOf(fitIntegrated(ratings));
        const other = figureOf(fitIntegrated(turned(ratings)));
        const moved = figureOf(fitIntegrated({ ...ratings, score: ratings.score.map((x) => x + by) }));
        one.fair.se.forEach((se, i) => {
          expect(other.fair.se[i]).toBeCloseTo(se, 6);
          expect(moved.fair.se[i]).toBeCloseTo(se, 4);
          expect((moved.fair.estimate[i] ?? 0) - by).toBeCloseTo(one.fair.estimate[i] ?? 0, 4);
        });
        expect(other.rater.estimate[4]).toBeCloseTo(one.rater.estimate[0] ?? Number.NaN, 6);
      }),
      { numRuns: 8 },
    );
  });

  test("no score without error, no certainty without data", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const fit = fitIntegrated(ratingsOfTable(table));
        if (!fit.ok) return;
        const { fair, rater, better, intercept } = fit.value;
        for (const se of [...fair.se, ...rater.se, intercept.se]) expect(se).toBeGreaterThan(0);
        for (const x of [...fair.estimate, ...rater.estimate]) expect(Number.isFinite(x)).toBe(true);
        for (const p of better) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThan(1);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("what hangs on the crossed fit", () => {
  test("reliabilities are shares, profile intervals hold their estimates, covariances are symmetric", () => {
    fc.assert(
      fc.property(panels, (given) => {
        const fit = figureOf(fitCrossed(panelOf(given), "exact"));
        for (const r of figureOf(reliabilities(fit.unit, fit.variance.unit))) {
          expect(r).toBeGreaterThanOrEqual(-1e-9);
          expect(r).toBeLessThanOrEqual(1);
        }
        const profile = figureOf(profileIntervals(fit));
        for (const part of ["unit", "rater", "residual"] as const) {
          const [low, high] = profile[part];
          // The ends are standard deviations.
          expect(low).toBeLessThanOrEqual(Math.sqrt(fit.variance[part]) + 1e-6);
          expect(high).toBeGreaterThanOrEqual(Math.sqrt(fit.variance[part]) - 1e-6);
        }
        const joint = figureOf(jointUnitCovariance(fit));
        const n = fit.unit.effect.length;
        for (let i = 0; i < n; i++) expect(joint[i * n]).toBeCloseTo(joint[i] ?? Number.NaN, 12);
      }),
      { numRuns: 6 },
    );
  });
});

describe("drift", () => {
  const timed = (ratings: Ratings) => Float64Array.from(ratings.unit, (u) => u / 10);

  test("row order and names change nothing; time turned round turns the slopes' signs", () => {
    fc.assert(
      fc.property(panels, (given) => {
        const ratings = panelOf(given);
        const one = figureOf(fitDrift(ratings, timed(ratings)));
        const again = turned(ratings);
        const other = figureOf(fitDrift(again, timed(again)));
        expect(other.remlCriterion).toBeCloseTo(one.remlCriterion, 5);
        expect(other.commonSlope.estimate).toBeCloseTo(one.commonSlope.estimate, 4);
        const back = figureOf(
          fitDrift(
            ratings,
            timed(ratings).map((t) => -t),
          ),
        );
        expect(back.commonSlope.estimate).toBeCloseTo(-one.commonSlope.estimate, 4);
        expect(back.slopeTest.p).toBeCloseTo(one.slopeTest.p, 3);
        expect(one.slopeTest.p).toBeGreaterThan(0);
      }),
      { numRuns: 6 },
    );
  });

  test("no time, two times, one rater and equal scores have reasons", () => {
    const ratings = panelOf({ seed: 3, units: 12 });
    expect(reasonOf(fitDrift(ratings, timed(ratings).fill(Number.NaN, 0, 2)))).toBe("too-few-times");
    expect(reasonOf(fitDrift(ratings, timed(ratings).fill(1)))).toBe("too-few-times");
    expect(reasonOf(fitDrift(ratingsOfTable([[1], [2], [3]]), Float64Array.of(1, 2, 3)))).toBe("one-rater");
    const equal = { ...ratings, score: ratings.score.map(() => 3) };
    expect(reasonOf(fitDrift(equal, timed(equal)))).toBe("no-variation");
  });
});

test("several dimensions: row order changes nothing, a constant moves the scores and no variance", () => {
  fc.assert(
    fc.property(panels, (given) => {
      const { base, dimension } = twoDimensions(panelOf(given));
      const one = figureOf(fitDimensions(base, dimension, 2));
      const back = figureOf(fitDimensions(turned(base), dimension.slice().reverse(), 2));
      const moved = figureOf(fitDimensions({ ...base, score: base.score.map((x) => x + 7) }, dimension, 2));
      for (const other of [back, moved]) {
        expect(other.remlCriterion).toBeCloseTo(one.remlCriterion, 4);
        expect(other.variance.residual).toBeCloseTo(one.variance.residual, 2);
      }
      expect(moved.intercept.estimate - 7).toBeCloseTo(one.intercept.estimate, 3);
    }),
    { numRuns: 6 },
  );
});

/** Each rating as a sheet of two dimensions, the second in between the first and its neighbour's. */
function twoDimensions(ratings: Ratings): { base: Ratings; dimension: Int32Array } {
  const rows = Array.from({ length: 2 * ratings.score.length }, (_, k) => k >> 1);
  const of = (at: number) => ratings.score[at % ratings.score.length] ?? 0;
  return {
    base: {
      ...ratings,
      unit: Int32Array.from(rows, (at) => ratings.unit[at] ?? 0),
      rater: Int32Array.from(rows, (at) => ratings.rater[at] ?? 0),
      score: Float64Array.from(rows, (at, k) => (k % 2 === 0 ? of(at) : (2 * of(at) + of(at + 5)) / 3)),
    },
    dimension: Int32Array.from(rows, (_, k) => k % 2),
  };
}
