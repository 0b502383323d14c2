import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../tests/support/tables";
import { reportAgreement } from "./agreement";
import { moreAgreement } from "./agreement-more";
import { prepare } from "./prepare";
import { raschFigures } from "./rasch-figures";
import { isMissing } from "./report-shape";
import { SkippedLines } from "./skipped";
import type { Table } from "./table";

/** Everybody saw everybody on every dimension; `mark` says what was given. */
function panel(
  candidates: number,
  raters: readonly string[],
  dimensions: readonly string[],
  mark: (i: number, j: number, d: number) => number,
): Table {
  const cells = Array.from({ length: candidates }, (_, i) => i).flatMap((i) =>
    raters.flatMap((_, j) => dimensions.map((_, d) => ({ i, j, d, score: mark(i, j, d) }))),
  );
  return {
    candidate: Int32Array.from(cells, ({ i }) => i),
    rater: Int32Array.from(cells, ({ j }) => j),
    dimension: Int32Array.from(cells, ({ d }) => d),
    occasion: new Int32Array(cells.length),
    score: Float64Array.from(cells, ({ score }) => score),
    line: Int32Array.from(cells, (_, at) => at + 2),
    candidates: Array.from({ length: candidates }, (_, i) => `c${i}`),
    raters,
    dimensions,
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
  };
}

const OPTIONS = { scale: null, bipolar: null, seed: 1 };
const RATERS = ["Ann", "Ben", "Cy", "Dee"];
const clipped = (x: number) => Math.max(1, Math.min(5, Math.round(x)));
/** Candidates differ, interviewers a little; Dee's marks follow nobody. */
const mark = (i: number, j: number, d: number) =>
  j === 3
    ? 1 + ((i * 7 + d * 3) % 5)
    : clipped(2 + (i % 5) * 0.6 + 0.4 * (j - 1) + 0.7 * Math.sin(3 * i + 5 * j + 7 * d));

describe("do ratings fit a pattern", () => {
  test("who follows nobody misfits, the others do not; candidates lie apart", () => {
    const found = figureOf(raschFigures(prepare(panel(40, RATERS, ["a", "b"], mark), OPTIONS)));
    const infit = new Map(found.raters.map(({ rater, fit }) => [rater, figureOf(fit).infit]));
    expect(infit.get("Dee")).toBeGreaterThan(1.5);
    for (const name of ["Ann", "Ben", "Cy"]) expect(infit.get(name)).toBeLessThan(1.2);
    expect(found.dimensions).toBe(2);
    expect(figureOf(found.candidateSpread).reliabilityPopulation).toBeGreaterThan(0.5);
    expect(found.raters.map(({ fit }) => figureOf(fit).ratings)).toEqual([80, 80, 80, 80]);
  });

  test("below thirty ratings of anybody there is no model, and it is said how many are missing", () => {
    const found = raschFigures(prepare(panel(12, RATERS, ["a", "b"], mark), OPTIONS));
    expect(found).toMatchObject({ ok: false, reason: "too-few-ratings", missing: 6 });
  });

  test("who gave fewer than thirty has a reason beside those who gave enough", () => {
    const whole = panel(40, RATERS, ["a"], mark);
    const kept = Array.from(whole.score.keys()).filter(
      (at) => whole.rater[at] !== 2 || (whole.candidate[at] ?? 0) < 9,
    );
    const of = (column: Int32Array) => Int32Array.from(kept, (at) => column[at] ?? 0);
    const table = {
      ...whole,
      candidate: of(whole.candidate),
      rater: of(whole.rater),
      dimension: of(whole.dimension),
      occasion: of(whole.occasion),
      line: of(whole.line),
      score: Float64Array.from(kept, (at) => whole.score[at] ?? 0),
    };
    const { raters } = figureOf(raschFigures(prepare(table, OPTIONS)));
    expect(raters[2]).toMatchObject({ rater: "Cy", fit: { reason: "too-few-ratings", missing: 21 } });
    expect(raters[0]?.fit.ok).toBe(true);
  });

  test("measurements, and a bipolar dimension beside levels, are no levels of the model", () => {
    const measured = panel(40, RATERS, ["a"], (i, j) => i + j / 10);
    expect(reasonOf(raschFigures(prepare(measured, OPTIONS)))).toBe("invalid-scale");
    const both = panel(40, RATERS, ["a", "calibration"], (i, j, d) =>
      d === 1 ? ((i + j) % 5) - 2 : mark(i, j, 0),
    );
    const alone = panel(40, RATERS, ["a"], (i, j) => mark(i, j, 0));
    const [one, other] = [
      raschFigures(prepare(both, { ...OPTIONS, bipolar: "calibration" })),
      raschFigures(prepare(alone, OPTIONS)),
    ].map(figureOf);
    expect(one?.dimensions).toBe(1);
    expect(one?.raters).toEqual(other?.raters);
  });
});

describe("second opinions on agreement", () => {
  test("alpha's interval by redrawing, and the pair that agrees least, named", () => {
    const prepared = prepare(panel(40, RATERS, ["a"], mark), OPTIONS);
    const reports = reportAgreement(prepared);
    const [found] = moreAgreement(prepared, reports, 1);
    const alpha = reports[0]?.alpha;
    if (found === undefined || alpha === undefined || isMissing(alpha)) throw new Error("an alpha");
    const [lower, upper] = figureOf(found.redrawn ?? nothing()).interval;
    expect(lower).toBeLessThan(alpha.estimate);
    expect(upper).toBeGreaterThan(alpha.estimate);
    const pairs = figureOf(found.pairs);
    expect(pairs).toHaveLength(6);
    expect([pairs[0]?.first, pairs[0]?.second]).toContain("Dee");
    expect(pairs[0]?.candidates).toBe(40);
    const kappas = pairs.map(({ kappa }) => kappa.estimate);
    expect([...kappas].sort((a, b) => a - b)).toEqual(kappas);
    expect(moreAgreement(prepared, reports, 1)).toEqual([found]);
  });

  test("below twenty candidates neither is said, and why", () => {
    const prepared = prepare(panel(12, RATERS, ["a"], mark), OPTIONS);
    const [found] = moreAgreement(prepared, reportAgreement(prepared), 1);
    expect(found?.redrawn).toMatchObject({ ok: false, reason: "too-few-units", missing: 8 });
    expect(reasonOf(found?.pairs ?? nothing())).toBe("too-few-units");
  });
});

function nothing(): never {
  throw new Error("the figure is not there");
}
