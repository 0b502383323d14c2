import { expect, test } from "vitest";
import { figureOf } from "../../../tests/support/tables";
import type { SharedMeasures } from "./marginal-likelihood";
import { fitMml } from "./mml";
import { type RaschTable, raschTable } from "./rating-table";

/** Fourteen people from weak to strong, three raters from lenient to harsh, categories 1 to 3. */
function panel(): RaschTable {
  const cells = Array.from({ length: 14 }, (_, n) => [0, 1, 2].map((j) => ({ n, j }))).flat();
  const heard = ({ n, j }: { n: number; j: number }) =>
    (n - 6.5) / 3.5 + ([0.5, 0, -0.6][j] ?? 0) + ((n * 5 + j * 3) % 7) / 2 - 1.5;
  const score = cells.map((cell) => (heard(cell) < -0.6 ? 1 : heard(cell) < 0.7 ? 2 : 3));
  return raschTable({
    person: Int32Array.from(cells, ({ n }) => n),
    rater: Int32Array.from(cells, ({ j }) => j),
    item: new Int32Array(cells.length),
    score: Float64Array.from(score),
    persons: 14,
    raters: 3,
    items: 1,
  });
}

/** log P(category): (theta - rater - item) k less the thresholds passed, against all categories. */
function logChance(category: number, theta: number, measures: SharedMeasures, rater: number): number {
  const steps = [0, ...measures.tau].map((_, k) => {
    const passed = measures.tau.slice(0, k).reduce((sum, tau) => sum + tau, 0);
    return k * (theta - (measures.rater[rater] ?? 0) - (measures.item[0] ?? 0)) - passed;
  });
  return (steps[category] ?? 0) - Math.log(steps.reduce((sum, step) => sum + Math.exp(step), 0));
}

/** Minus twice the marginal log-likelihood, each person's ability integrated over a fine grid. */
function deviance(table: RaschTable, measures: SharedMeasures): number {
  const width = 0.02;
  const nodes = Array.from({ length: 1001 }, (_, q) => -10 + q * width);
  const density = (theta: number) =>
    Math.exp((-theta * theta) / (2 * measures.variance)) / Math.sqrt(2 * Math.PI * measures.variance);
  let total = 0;
  for (let n = 0; n < table.persons; n++) {
    const rows = Array.from(table.person.keys()).filter((row) => table.person[row] === n);
    const chance = nodes.reduce((sum, theta) => {
      const log = rows.reduce(
        (part, row) => part + logChance(table.category[row] ?? 0, theta, measures, table.rater[row] ?? 0),
        0,
      );
      return sum + Math.exp(log) * density(theta) * width;
    }, 0);
    total -= 2 * Math.log(chance);
  }
  return total;
}

test("MML: the measures are where the marginal likelihood, integrated finely, has its top", () => {
  const table = panel();
  const fit = figureOf(fitMml(table));
  const found = { ...fit, rater: Float64Array.from(fit.rater, (one) => figureOf(one).severity) };
  expect(deviance(table, found)).toBeCloseTo(fit.deviance, 5);
  const moved = (change: Partial<SharedMeasures>) => deviance(table, { ...found, ...change });
  const shifted = (of: Float64Array, by: number) =>
    of.map((value, k) => (k === 0 ? value + by : k === 1 ? value - by : value));
  for (const by of [-0.05, 0.05]) {
    expect(moved({ rater: shifted(found.rater, by) }), "rater").toBeGreaterThan(fit.deviance);
    expect(moved({ tau: shifted(fit.tau, by) }), "threshold").toBeGreaterThan(fit.deviance);
    expect(moved({ item: fit.item.map((value) => value + by) }), "item").toBeGreaterThan(fit.deviance);
    expect(moved({ variance: fit.variance * (1 + 2 * by) }), "variance").toBeGreaterThan(fit.deviance);
  }
});
