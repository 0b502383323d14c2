import fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "@/tests/bench/stats/generate";
import type { Outcome } from "../outcome";
import { seededRandom } from "../random";
import { type Ratings, ratingsOfTable } from "../ratings";
import { conditionalDeviations } from "./conditional-variance";
import { fitCrossed } from "./crossed-fit";
import { varianceErrors } from "./crossed-projection";
import { penicillin, sparsePanel } from "./example-tables";
import { fairScores } from "./fair-scores";
import { formedUnitCovariance, jointCovarianceAmong, jointUnitCovariance } from "./joint-covariance";
import { profileIntervals } from "./likelihood-interval";
import { reliabilities } from "./reliabilities";
import { remlCriterion } from "./reml-criterion";

function required<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.value;
}
const fitted = (ratings: Ratings) => required(fitCrossed(ratings, "exact"));

test("Penicillin gives what lme4 prints: .84671, 1.93157, .54992, criterion 330.860589, mean 22.972", () => {
  const fit = fitted(penicillin());
  expect(Math.sqrt(fit.variance.unit)).toBeCloseTo(0.84671, 4);
  expect(Math.sqrt(fit.variance.rater)).toBeCloseTo(1.93157, 4);
  expect(Math.sqrt(fit.variance.residual)).toBeCloseTo(0.54992, 4);
  expect(fit.remlCriterion).toBeCloseTo(330.860588991, 7);
  expect(fit.intercept.estimate).toBeCloseTo(22.9722222, 6);
  expect(fit.intercept.se).toBeCloseTo(0.808573391, 6);
});

test("Penicillin's effects and errors agree with the full mixed model equations", () => {
  const fit = fitted(penicillin());
  expect(fit.unit.effect[0]).toBeCloseTo(0.804547044, 6);
  expect(fit.rater.effect[0]).toBeCloseTo(2.187057967, 6);
  expect(Math.sqrt(fit.unit.variance[0] ?? 0)).toBeCloseTo(0.273862713, 6);
  expect(Math.sqrt(fit.rater.variance[0] ?? 0)).toBeCloseTo(0.795163403, 6);
  expect(required(conditionalDeviations(fit)).unit[0]).toBeCloseTo(0.271359533, 6);
  expect(required(conditionalDeviations(fit)).rater[0]).toBeCloseTo(0.202170806, 6);
  expect(fairScores(fit).estimate[0]).toBeCloseTo(23.776769267, 6);
  expect(fairScores(fit).se[0]).toBeCloseTo(0.817954377, 6);
  expect(required(reliabilities(fit.unit, fit.variance.unit))[0]).toBeCloseTo(0.895383001, 6);
});

test("the variances carry errors and profile intervals", () => {
  const fit = fitted(penicillin());
  const errors = required(varianceErrors(fit));
  expect(errors.unit).toBeCloseTo(0.226365217, 6);
  expect(errors.rater).toBeCloseTo(2.367609579, 6);
  expect(errors.residual).toBeCloseTo(0.03988137, 6);
  const profile = required(profileIntervals(fit));
  expect(profile.unit[0]).toBeCloseTo(0.6336, 2);
  expect(profile.unit[1]).toBeCloseTo(1.1821, 2);
  expect(profile.rater[1]).toBeCloseTo(3.5563, 2);
});

test("what cannot be told is said with its reason", () => {
  const reason = (table: (number | null)[][]) => {
    const fit = fitCrossed(ratingsOfTable(table));
    return fit.ok ? "fitted" : fit.reason;
  };
  expect(reason([])).toBe("no-ratings");
  expect(reason([[3], [4], [5]])).toBe("one-rater");
  expect(reason([[3, 4, 5]])).toBe("too-few-units");
  expect(
    reason([
      [3, null],
      [null, 4],
      [2, null],
    ]),
  ).toBe("no-pairs");
  expect(
    reason([
      [3, 3],
      [3, 3],
    ]),
  ).toBe("no-variation");
  expect(
    reason([
      [1, 2],
      [2, 3],
      [3, 4],
    ]),
  ).toBe("not-converged");
  expect(
    reason([
      [1, 2, 2],
      [4, 3, 5],
      [2, 3, 1],
      [5, 4, 4],
    ]),
  ).toBe("fitted");
});

test("joint covariances hold the variances, and two units sharing a rater share an error", () => {
  const fit = fitted(sparsePanel(30, 8, 3, 5));
  const joint = required(jointUnitCovariance(fit));
  for (let i = 0; i < 30; i++) expect(joint[i * 31]).toBeCloseTo(fit.unit.variance[i] ?? Number.NaN, 12);
  expect(joint[1]).toBeCloseTo(joint[30] ?? Number.NaN, 14);
});

test("the covariance among some units is that part of the whole table's, in the order asked for", () => {
  for (const [units, raters] of [
    [30, 8],
    [6, 14],
  ] as const) {
    const fit = fitted(sparsePanel(units, raters, 3, 5));
    const whole = required(jointUnitCovariance(fit));
    const chosen = [4, 0, 3];
    const among = required(jointCovarianceAmong(fit, chosen));
    for (const [i, a] of chosen.entries()) {
      for (const [j, b] of chosen.entries())
        expect(among[i * chosen.length + j]).toBeCloseTo(whole[a * units + b] ?? Number.NaN, 12);
    }
  }
});

const panels = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), units: fc.integer({ min: 12, max: 40 }) });
const make = ({ seed, units }: { seed: number; units: number }) => sparsePanel(units, 7, 3, seed);

test("neither the order of rows nor the names of raters change a figure", () => {
  fc.assert(
    fc.property(panels, (given) => {
      const ratings = make(given);
      const order = Int32Array.from(ratings.score.keys()).reverse();
      const renamed = (j: number) => (j * 3 + 2) % 7;
      const other = fitted({
        ...ratings,
        unit: order.map((at) => ratings.unit[at] ?? 0),
        rater: order.map((at) => renamed(ratings.rater[at] ?? 0)),
        score: Float64Array.from(order, (at) => ratings.score[at] ?? 0),
      });
      const fit = fitted(ratings);
      expect(other.remlCriterion).toBeCloseTo(fit.remlCriterion ?? Number.NaN, 6);
      expect(other.rater.effect[renamed(4)]).toBeCloseTo(fit.rater.effect[4] ?? Number.NaN, 4);
      expect(other.unit.effect[3]).toBeCloseTo(fit.unit.effect[3] ?? Number.NaN, 4);
    }),
    { numRuns: 25 },
  );
});

test("scores moved or stretched move and stretch the figures, and nothing else", () => {
  fc.assert(
    fc.property(
      panels,
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (given, by, times) => {
        const ratings = make(given);
        const fit = fitted(ratings);
        const other = fitted({ ...ratings, score: ratings.score.map((y) => by + times * y) });
        expect(other.variance.residual / times ** 2).toBeCloseTo(fit.variance.residual, 5);
        expect((other.intercept.estimate - by) / times).toBeCloseTo(fit.intercept.estimate, 5);
        expect((other.unit.effect[0] ?? 0) / times).toBeCloseTo(fit.unit.effect[0] ?? Number.NaN, 4);
      },
    ),
    { numRuns: 25 },
  );
});

test("raters and units are the two sides of one model", () => {
  fc.assert(
    fc.property(panels, (given) => {
      const ratings = make(given);
      const fit = fitted(ratings);
      const turned = fitted({
        ...ratings,
        unit: ratings.rater,
        rater: ratings.unit,
        units: ratings.raters,
        raters: ratings.units,
      });
      expect(turned.variance.rater).toBeCloseTo(fit.variance.unit, 6);
      expect(turned.rater.variance[2]).toBeCloseTo(fit.unit.variance[2] ?? Number.NaN, 5);
    }),
    { numRuns: 15 },
  );
});

test("the iterative route agrees with the exact one within .2 % and never flickers", () => {
  const ratings = sparsePanel(3000, 300, 5, 9);
  const exact = fitted(ratings);
  const iterative = required(fitCrossed(ratings, "iterative"));
  for (const part of ["unit", "rater", "residual"] as const) {
    expect(Math.abs(iterative.variance[part] / exact.variance[part] - 1)).toBeLessThan(0.002);
  }
  expect(iterative.intercept.estimate).toBeCloseTo(exact.intercept.estimate, 4);
  expect(required(remlCriterion(iterative)).value).toBeCloseTo(exact.remlCriterion ?? Number.NaN, 2);
  const ratio = iterative.rater.variance.map((v, j) => Math.sqrt(v / (exact.rater.variance[j] ?? 1)));
  expect(Math.max(...ratio.map((x) => Math.abs(x - 1)))).toBeLessThan(0.05);
  expect(required(fitCrossed(ratings, "iterative")).variance).toEqual(iterative.variance);
});

test("after iteration the joint errors can be formed once: those of the exact route, nothing above the limit", () => {
  const ratings = sparsePanel(300, 60, 4, 5);
  const iterative = required(fitCrossed(ratings, "iterative"));
  expect(jointUnitCovariance(iterative)).toMatchObject({ ok: false, reason: "too-many-raters" });
  expect(formedUnitCovariance(iterative, 59)).toMatchObject({ ok: false, reason: "too-many-raters" });
  const formed = required(formedUnitCovariance(iterative, 60));
  const exact = required(jointUnitCovariance(fitted(ratings)));
  expect(formed).toHaveLength(300 * 300);
  expect(exact.every((value, at) => Math.abs(value - (formed[at] ?? 9)) < 0.003)).toBe(true);
});

test("rounding at the optimum of a large table is not taken for a table without residual", () => {
  for (const seed of [20240502, 1, 2, 3]) {
    const table = generate({ shape: "departments", ratings: 20_000, units: 400, raters: 1000, seed });
    const fit = fitCrossed(table, "exact");
    expect(fit.ok, `seed ${seed}`).toBe(true);
  }
});

test("the iterative route finds a variance of 0: raters who do not differ in a large table", () => {
  const next = seededRandom(3);
  const n = 20_000;
  const noise = {
    unit: Int32Array.from({ length: n }, (_, at) => at % 5000),
    rater: Int32Array.from({ length: n }, () => Math.floor(900 * next())),
    score: Float64Array.from({ length: n }, () => 1 + Math.floor(5 * next())),
    units: 5000,
    raters: 900,
  };
  for (const score of [noise.score, noise.score.map((x, at) => x + 0.3 * (((at % 5000) * 7919) % 5))]) {
    const fit = fitCrossed({ ...noise, score }, "iterative");
    if (!fit.ok) throw new Error(fit.detail);
    expect(fit.value.variance.rater).toBe(0);
    expect(fit.value.variance.residual).toBeCloseTo(2, 1);
  }
});
