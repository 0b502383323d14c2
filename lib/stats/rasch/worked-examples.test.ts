import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { type RatingTable, ratingsOfTable } from "../ratings";
import { withoutExtremes } from "./extremes";
import { facetSummary } from "./facet-summary";
import { fairAverages } from "./fair-average";
import { fitStatistics } from "./fit-statistics";
import { fitJmle } from "./jmle";
import { fitMml } from "./mml";
import { raschTable } from "./rating-table";

function tableOf(table: RatingTable) {
  const { unit, rater, score, units, raters } = ratingsOfTable(table);
  const item = new Int32Array(unit.length);
  return raschTable({ person: unit, rater, item, score, persons: units, raters, items: 1 });
}

/** Three people liked by the second rater only, one by the first only. */
const THREE_TO_ONE = tableOf([
  [1, 2],
  [1, 2],
  [1, 2],
  [2, 1],
]);

describe("worked by hand", () => {
  test("two raters, odds of three to one: severities are + and - log 3, everybody is equally able", () => {
    // Each person has one 1 and one 2: ability 0. The first rater's odds of a 2 are 1 : 3.
    const fit = figureOf(fitJmle(THREE_TO_ONE));
    const [first, second] = fit.elements.rater.map(figureOf);
    expect(first?.measure).toBeCloseTo(Math.log(3), 8);
    expect(second?.measure).toBeCloseTo(-Math.log(3), 8);
    for (const person of fit.elements.person) expect(figureOf(person).measure).toBeCloseTo(0, 8);
    // Eight ratings, six with probability 3/4 and two with 1/4.
    expect(fit.logLikelihood).toBeCloseTo(6 * Math.log(0.75) + 2 * Math.log(0.25), 8);
    // Each rating carries 3/16; four of them: SE = 1 / sqrt(3/4).
    expect(first?.modelError).toBeCloseTo(1 / Math.sqrt(0.75), 8);
    // The fair average of the harsh rater: 1 + P(2) = 1.25.
    expect(fairAverages(fit).rater.map(figureOf)[0]).toBeCloseTo(1.25, 8);
  });

  test("fit: expected squares over seen ones are 1, as every odd of three to one comes out", () => {
    // Residuals: three times -1/4, once 3/4. Squares 3/16 + 9/16 = 12/16; variances 4 x 3/16 = 12/16.
    const { solved, extremes } = figureOf(fitJmle(THREE_TO_ONE));
    const [first, , nobody] = fitStatistics(extremes.table, solved.measures, extremes.table.rater, 3);
    expect(first).toMatchObject({ ok: true, value: { ratings: 4 } });
    expect(first?.ok && first.value.infit).toBeCloseTo(1, 8);
    expect(first?.ok && first.value.outfit).toBeCloseTo(1, 8);
    expect(nobody).toMatchObject({ ok: false, reason: "no-ratings" });
  });

  test("two elements at -1 and 1 with errors .5", () => {
    const found = figureOf(facetSummary([-1, 1], [0.5, 0.5]));
    // Sample variance 2, population 1, error .25; chi-square 4 + 4.
    expect(found.reliabilitySample).toBeCloseTo(1.75 / 2, 12);
    expect(found.reliabilityPopulation).toBeCloseTo(0.75, 12);
    expect(found.separationPopulation).toBeCloseTo(Math.sqrt(3), 12);
    expect(found.strata).toBeCloseTo((4 * Math.sqrt(3) + 1) / 3, 12);
    expect(found).toMatchObject({ chiSquare: 8, freedom: 1 });
  });

  test("who got only the top is left out; whoever that makes extreme goes too", () => {
    const found = withoutExtremes(
      tableOf([
        [3, 3, 3],
        [1, 2, 3],
        [2, 1, 3],
        [3, 2, 1],
      ]),
    );
    expect(found.persons).toEqual([0]);
    expect(found.raters).toEqual([]);
    const cascade = withoutExtremes(
      tableOf([
        [1, 1],
        [2, 2],
        [1, 2],
      ]),
    );
    // Without the first two, each rater of the third has a single end category.
    expect(cascade.persons).toEqual([0, 1, 2].slice(0, cascade.persons.length));
    expect(cascade.raters).toEqual([0, 1]);
    expect(cascade.table.category).toHaveLength(0);
  });
});

describe("no measure is no number", () => {
  test("an extreme person has a reason, a neighbour has a measure, and nobody is 0 by accident", () => {
    const fit = figureOf(
      fitJmle(
        tableOf([
          [1, 1, 1],
          [2, 2, 3],
          [3, 2, 1],
          [2, 3, 3],
          [null, null, null],
        ]),
      ),
    );
    const { person, item } = fit.elements;
    expect(person[0]).toMatchObject({ ok: false, reason: "all-extreme" });
    expect(person[1]).toMatchObject({ ok: true });
    expect(person[4]).toMatchObject({ ok: false, reason: "no-ratings" });
    expect(item[0]).toMatchObject({ ok: false, reason: "one-rater" });
    const fair = fairAverages(fit);
    expect(fair.person[0]).toMatchObject({ ok: false, reason: "all-extreme" });
    expect(fair.person[1]).toMatchObject({ ok: true });
    // The only item is the average one, so what it would get is told.
    expect(fair.item[0]).toMatchObject({ ok: true });
  });

  test("likelihoods without a top are not answered with where the steps stopped", () => {
    const perfect = tableOf([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(reasonOf(fitJmle(perfect))).toBe("not-converged");
    expect(reasonOf(fitMml(perfect))).toBe("not-converged");
    const lone = tableOf([
      [1, 1, 3],
      [2, 2, 3],
      [1, 2, 3],
    ]);
    expect(reasonOf(fitMml(lone))).toBe("all-extreme");
    expect(reasonOf(fitMml(THREE_TO_ONE))).toBe("no-variation");
  });

  test("panels that never met are not compared, and one rater has no severity error", () => {
    const apart = tableOf([
      [1, 2, null, null],
      [2, 2, null, null],
      [3, 2, null, null],
      [null, null, 3, 2],
      [null, null, 1, 2],
      [null, null, 2, 3],
    ]);
    expect(reasonOf(fitJmle(apart))).toBe("disconnected");
    // Linked, but whoever is able got every point: the likelihood has no top.
    const steps = tableOf([
      [1, 1],
      [2, 2],
      [4, 4],
      [5, 5],
      [3, 3],
    ]);
    expect(reasonOf(fitJmle(steps))).toBe("not-converged");
    const alone = fitMml(tableOf([[1], [2], [3], [2]]));
    expect(figureOf(alone).rater).toMatchObject([
      { ok: true, value: { standardError: { reason: "one-rater" } } },
    ]);
    expect(reasonOf(facetSummary([1, Number.NaN], [1, 1]))).toBe("all-extreme");
    expect(reasonOf(facetSummary([1, 2], [0, 0]))).toBe("all-extreme");
    expect(reasonOf(facetSummary([1], [1]))).toBe("too-few-units");
  });

  test("whatever the table, a measure shown is finite and has an error", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const joint = fitJmle(tableOf(table));
        if (joint.ok) {
          for (const found of joint.value.elements.person) {
            if (!found.ok) continue;
            expect(Math.abs(found.value.measure)).toBeLessThan(20);
            expect(found.value.standardError).toBeGreaterThan(0);
          }
        }
        const marginal = fitMml(tableOf(table));
        if (!marginal.ok) return;
        marginal.value.rater.forEach((one, j) => {
          if (one.ok) expect(Math.abs(one.value.severity)).toBeLessThan(20);
          else expect(one.reason === "all-extreme").toBe(marginal.value.extremeRaters.includes(j));
        });
        for (const x of marginal.value.tau) expect(Math.abs(x)).toBeLessThan(20);
        for (const sd of marginal.value.abilitySd) expect(sd).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });
});

test("row order changes no measure, and a scale turned over turns every sign", () => {
  fc.assert(
    fc.property(sparseTables, (rows) => {
      const table = tableOf(rows);
      const fit = fitJmle(table);
      if (!fit.ok) return;
      const back = figureOf(fitJmle(tableOf(rows.map((row) => row.map((x) => (x === null ? null : 6 - x))))));
      const again = figureOf(
        fitJmle({
          ...table,
          person: table.person.slice().reverse(),
          rater: table.rater.slice().reverse(),
          category: table.category.slice().reverse(),
        }),
      );
      fit.value.elements.rater.forEach((one, j) => {
        const [there, same] = [back.elements.rater[j], again.elements.rater[j]];
        if (!one.ok || !there?.ok || !same?.ok) {
          expect([there?.ok, same?.ok]).toEqual([one.ok, one.ok]);
          return;
        }
        expect(there.value.measure).toBeCloseTo(-one.value.measure, 3);
        expect(same.value.measure).toBeCloseTo(one.value.measure, 3);
      });
    }),
    { numRuns: 40 },
  );
});
