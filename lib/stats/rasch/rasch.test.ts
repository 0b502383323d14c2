import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import { randomNormal, seededRandom } from "../random";
import { CategoryCurve } from "./category-curve";
import { facetSummary } from "./facet-summary";
import { fairAverages } from "./fair-average";
import { fitStatistics } from "./fit-statistics";
import { fitJmle } from "./jmle";
import { fitMml } from "./mml";
import { raschTable } from "./rating-table";

/** Persons x raters x items from the model itself, thresholds -1.5, 0, 1.5. */
function drawn(persons: number, raters: number, items: number, seed: number) {
  const next = seededRandom(seed);
  const curve = new CategoryCurve(Float64Array.of(-1.5, 0, 1.5));
  const ability = Array.from({ length: persons }, () => randomNormal(next));
  const rows = Array.from({ length: persons * raters * items }, (_, at) => {
    const n = Math.floor(at / (raters * items));
    const j = Math.floor(at / items) % raters;
    const d = at % items;
    const { probability } = curve.at(
      (ability[n] ?? 0) - (j - (raters - 1) / 2) * 0.6 - (d - (items - 1) / 2) * 0.4,
    );
    let left = next();
    let x = 0;
    while (x < 3 && left > (probability[x] ?? 0)) left -= probability[x++] ?? 0;
    return { n, j, d, x: x + 1 };
  });
  return raschTable({
    person: Int32Array.from(rows, (row) => row.n),
    rater: Int32Array.from(rows, (row) => row.j),
    item: Int32Array.from(rows, (row) => row.d),
    score: Float64Array.from(rows, (row) => row.x),
    persons,
    raters,
    items,
  });
}

test("symmetric thresholds put location 0 in the middle, and probabilities add up to one", () => {
  const curve = new CategoryCurve(Float64Array.of(-1, 0, 1));
  expect(curve.at(0).expected).toBeCloseTo(1.5, 14);
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (location) => {
      const { probability, expected, variance } = curve.at(location);
      expect(probability.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThanOrEqual(3);
      expect(variance).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test("the joint fit finds the order of severities, and at its optimum expected totals equal observed ones", () => {
  const table = drawn(60, 3, 4, 2);
  const fit = fitJmle(table);
  if (!fit.ok) throw new Error(fit.detail);
  const { rater, tau } = fit.value.solved.measures;
  expect(rater[0]).toBeLessThan(rater[1] ?? 0);
  expect(rater[1]).toBeLessThan(rater[2] ?? 0);
  expect(rater.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 10);
  expect(tau.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 10);
  const statistics = fitStatistics(
    fit.value.extremes.table,
    fit.value.solved.measures,
    fit.value.extremes.table.rater,
    3,
  );
  for (const one of statistics) expect(Math.abs(figureOf(one).infit - 1)).toBeLessThan(0.3);
  const fair = fairAverages(fit.value).rater.map(figureOf);
  expect(fair[0]).toBeGreaterThan(fair[2] ?? 0);
  expect(figureOf(facetSummary(rater, fit.value.solved.modelError.rater)).reliabilitySample).toBeGreaterThan(
    0.8,
  );
});

test("joint measures spread wider than marginal ones, which also place extreme persons", () => {
  const table = drawn(40, 2, 2, 7);
  const joint = fitJmle(table);
  const marginal = fitMml(table);
  if (!joint.ok || !marginal.ok) throw new Error("both fit");
  const [jointFirst, jointSecond] = joint.value.elements.rater.map((one) => figureOf(one).measure);
  const [first, second] = marginal.value.rater.map((one) => figureOf(one).severity);
  expect((jointSecond ?? 0) - (jointFirst ?? 0)).toBeGreaterThan((second ?? 0) - (first ?? 0));
  expect([...marginal.value.ability].every(Number.isFinite)).toBe(true);
});

test("a rater who gave only the top is listed; the others' measures are those without the rater", () => {
  const table = drawn(40, 3, 2, 11);
  const extra = Array.from({ length: 8 }, (_, n) => n);
  const without = fitMml(table);
  const fit = fitMml({
    ...table,
    person: Int32Array.from([...table.person, ...extra]),
    rater: Int32Array.from([...table.rater, ...extra.map(() => 3)]),
    item: Int32Array.from([...table.item, ...extra.map((n) => n % 2)]),
    category: Int32Array.from([...table.category, ...extra.map(() => 3)]),
    raters: 4,
  });
  if (!fit.ok || !without.ok) throw new Error("both fit");
  expect(fit.value.extremeRaters).toEqual([3]);
  expect(fit.value.rater[3]).toMatchObject({ ok: false, reason: "all-extreme" });
  const before = without.value.rater.map(figureOf);
  fit.value.rater.slice(0, 3).forEach((one, j) => {
    const { severity, standardError } = figureOf(one);
    expect(severity).toBeCloseTo(before[j]?.severity ?? 9, 6);
    expect(figureOf(standardError)).toBeCloseTo(before[j] ? figureOf(before[j].standardError) : 9, 6);
  });
  expect(fit.value.deviance).toBeCloseTo(without.value.deviance, 6);
  expect(fit.value.ability[0]).toBeCloseTo(without.value.ability[0] ?? Number.NaN, 6);
});

test("renaming raters renames their measures and changes nothing else", () => {
  const table = drawn(30, 3, 2, 5);
  const turned = fitJmle({ ...table, rater: table.rater.map((j) => (j + 1) % 3) });
  const fit = fitJmle(table);
  if (!fit.ok || !turned.ok) throw new Error("both fit");
  expect(turned.value.logLikelihood).toBeCloseTo(fit.value.logLikelihood, 8);
  const [, second] = turned.value.elements.rater.map(figureOf);
  const [first] = fit.value.elements.rater.map(figureOf);
  expect(second?.measure).toBeCloseTo(first?.measure ?? Number.NaN, 6);
});

test("no ratings, one category, everybody extreme: each has its reason", () => {
  const table = drawn(4, 2, 1, 1);
  const empty = {
    ...table,
    person: new Int32Array(0),
    rater: new Int32Array(0),
    item: new Int32Array(0),
    category: new Int32Array(0),
  };
  expect(fitJmle(empty)).toMatchObject({ ok: false, reason: "no-ratings" });
  const columns = {
    person: Int32Array.of(0, 0, 1, 1),
    rater: Int32Array.of(0, 1, 0, 1),
    item: new Int32Array(4),
    persons: 2,
    raters: 2,
    items: 1,
  };
  expect(fitMml(raschTable({ ...columns, score: Float64Array.of(3, 3, 3, 3) }))).toMatchObject({
    reason: "no-variation",
  });
  expect(fitJmle(raschTable({ ...columns, score: Float64Array.of(1, 1, 5, 5) }))).toMatchObject({
    reason: "all-extreme",
  });
});
