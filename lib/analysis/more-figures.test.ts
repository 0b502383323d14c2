import { expect, test } from "vitest";
import { figureOf, reasonOf } from "../../tests/support/tables";
import { completeTable } from "../stats/agreement/complete-table";
import { icc } from "../stats/agreement/icc";
import { twoWayAnova } from "../stats/agreement/two-way-anova";
import { buildWholeReport } from "./build-report";
import { SkippedLines } from "./skipped";
import type { Table } from "./table";

/** Every interviewer saw every candidate, on one dimension. */
function complete(scores: readonly (readonly number[])[], dimension: string): Table {
  const cells = scores.flatMap((row, i) => row.map((score, j) => ({ i, j, score })));
  return {
    candidate: Int32Array.from(cells, ({ i }) => i),
    rater: Int32Array.from(cells, ({ j }) => j),
    dimension: new Int32Array(cells.length),
    occasion: new Int32Array(cells.length),
    score: Float64Array.from(cells, ({ score }) => score),
    line: Int32Array.from(cells, (_, at) => at + 2),
    candidates: scores.map((_, i) => `c${i}`),
    raters: (scores[0] ?? []).map((_, j) => `r${j}`),
    dimensions: [dimension],
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
  };
}

const moreOf = (scores: readonly (readonly number[])[], bipolar: string | null = null) =>
  buildWholeReport(complete(scores, "calibration"), { scale: null, bipolar, seed: 1 }, () => {}).more();

/** Candidates differ by more than interviewers, with some noise that repeats no pattern of either. */
const SCORES = Array.from({ length: 12 }, (_, i) =>
  [0, 1, 2].map((j) => (i % 5) + j + ((i * 7 + j * 11 + i * j * 3) % 3)),
);

test("where all saw all, the panel's reliability and ICC are those of the analysis of variance", () => {
  const more = moreOf(SCORES);
  const anova = twoWayAnova(figureOf(completeTable(SCORES)));
  // Crossed: q is 0, so G(q, k) is the consistency of the mean of three.
  const now = figureOf(more.panelNow);
  expect(now.estimate).toBeCloseTo(figureOf(icc(anova, "ICC3k")).estimate, 5);
  expect(figureOf(more.single).absolute.estimate).toBeCloseTo(figureOf(icc(anova, "ICC2")).estimate, 5);
  // Another road: the exact F interval; panels drawn anew are rougher on so few.
  const exact = figureOf(figureOf(icc(anova, "ICC3k")).test).interval;
  const redrawn = figureOf(more.panelRedrawn ?? figureMissing()).interval;
  figureOf(now.interval).forEach((end, at) => {
    expect(Math.abs(end - (exact[at] ?? 0))).toBeLessThan(0.06);
    expect(Math.abs(end - (redrawn[at] ?? 0))).toBeLessThan(0.2);
  });
  expect(figureOf(more.complete[0]?.single ?? figureMissing()).estimate).toBe(
    figureOf(icc(anova, "ICC2")).estimate,
  );
  expect(figureOf(more.complete[0]?.concordance ?? figureMissing()).corrected.w).toBeGreaterThan(0.5);
});

test("the variances that are printed carry intervals that hold them", () => {
  const whole = buildWholeReport(
    complete(SCORES, "depth"),
    { scale: null, bipolar: null, seed: 1 },
    () => {},
  );
  const { model } = whole.report;
  if ("undefined" in model) throw new Error(model.detail);
  const { variances } = whole.more();
  for (const name of ["candidate", "rater", "residual"] as const) {
    const [lower, upper] = figureOf(variances[name] ?? figureMissing());
    expect(lower).toBeLessThan(model.variance[name]);
    expect(upper).toBeGreaterThan(model.variance[name]);
  }
});

test("too few complete candidates get no ICC and are told how many it takes; every place is within the list", () => {
  const more = moreOf(SCORES.slice(0, 4));
  expect(reasonOf(more.complete[0]?.single ?? figureMissing())).toBe("too-few-units");
  expect(more.complete[0]?.single).toMatchObject({ missing: 6 });
  expect(reasonOf(more.complete[0]?.concordance ?? figureMissing())).toBe("too-few-units");
  for (const [best, worst] of more.places?.values() ?? []) {
    expect(best).toBeGreaterThanOrEqual(1);
    expect(worst).toBeLessThanOrEqual(4);
    expect(best).toBeLessThanOrEqual(worst);
  }
  expect(more.places?.size).toBe(4);
});

test("both sides of a bipolar dimension stand beside its quality, which is folded a rating at a time", () => {
  const { sides } = moreOf(
    [
      [-2, 2],
      [0, 1],
      [0, 0],
    ],
    "calibration",
  );
  expect(sides[0]).toMatchObject({
    candidate: "c0",
    summary: { below: 1, above: 1, quality: 1, direction: 0 },
  });
  expect(figureOf(sides[0]?.summary.oppositePairs ?? figureMissing())).toBe(1);
});

function figureMissing(): never {
  throw new Error("the figure is not there");
}
