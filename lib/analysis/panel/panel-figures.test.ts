import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SkippedLines } from "../skipped";
import type { Table } from "../table";
import { firstSheets } from "./first-sheets";
import { panelFigures } from "./panel-figures";

type Cell = number | null;

/** Rows are candidates, columns interviewers; null where the interviewer did not observe. */
function tableOf(rows: readonly (readonly Cell[])[], more: Partial<Table> = {}): Table {
  const cells = rows.flatMap((row, candidate) =>
    row.flatMap((score, rater) => (score === null ? [] : [{ candidate, rater, score }])),
  );
  return {
    candidate: Int32Array.from(cells, ({ candidate }) => candidate),
    rater: Int32Array.from(cells, ({ rater }) => rater),
    dimension: new Int32Array(cells.length),
    occasion: new Int32Array(cells.length),
    score: Float64Array.from(cells, ({ score }) => score),
    line: Int32Array.from(cells.keys()),
    candidates: rows.map((_, i) => `candidate ${i}`),
    raters: Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, j) => `rater ${j}`),
    dimensions: ["ownership"],
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
    ...more,
  };
}

const OPTIONS = { scale: { lowest: 1, highest: 5 }, bipolar: null, seed: 1 };
const figuresOf = (rows: readonly (readonly Cell[])[]) => panelFigures(tableOf(rows), OPTIONS, () => {});
const ownership = (rows: readonly (readonly Cell[])[]) => {
  const [dimension] = figuresOf(rows).dimensions;
  if (!dimension) throw new Error("one dimension was laid out");
  return dimension;
};

describe("agreement on one dimension", () => {
  test("worked by hand: pairs agree 1 of 1, 1 of 3 and 0 of 1; a candidate with one rating does not count", () => {
    const agreed = ownership([
      [4, 4],
      [3, 4, 4],
      [1, 5, null],
      [2, null],
    ]);
    expect(agreed).toMatchObject({ units: 3, spread: [1, 1, 0, 0, 1], levels: [1, 2, 3, 4, 5] });
    expect(agreed.percentAgreement).toBeCloseTo((1 + 1 / 3 + 0) / 3, 12);
    // Neighbours count: 1 of 1, 3 of 3, 0 of 1.
    expect(agreed.withinOne).toBeCloseTo(2 / 3, 12);
  });

  test("three candidates are too few for alpha, and the sheet says what is missing instead of a figure", () => {
    const { alpha } = ownership([
      [4, 4],
      [3, 4],
      [1, 5],
    ]);
    expect(alpha).toEqual({
      undefined: "too-few-units",
      detail: "Needs 10 candidates scored by two or more interviewers; there are 3.",
      missing: 7,
    });
  });

  test("nobody scored twice: no figure at all, not 0", () => {
    expect(ownership([[4], [null, 2]])).toMatchObject({
      units: 0,
      percentAgreement: { undefined: "no-pairs" },
      alpha: { undefined: "too-few-units" },
    });
  });

  test("everybody always gave 3: agreement is complete, and alpha cannot be told", () => {
    const same = ownership(Array.from({ length: 12 }, () => [3, 3]));
    expect(same).toMatchObject({ percentAgreement: 1, units: 12, alpha: { undefined: "no-variation" } });
  });

  test("every pair equal over levels that vary: alpha is 1, and an interval [1, 1] that would promise perfection is refused", () => {
    const { alpha } = ownership(Array.from({ length: 12 }, (_, i) => [1 + (i % 5), 1 + (i % 5)]));
    expect(alpha).toMatchObject({ estimate: 1, interval: { undefined: "no-variation" } });
  });

  test("percent agreement is the share of agreeing pairs, counted one by one, whatever the table", () => {
    const cell = fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const shares = table.flatMap((row) => {
          const marks = row.filter((mark) => mark !== null);
          const pairs = marks.flatMap((a, i) => marks.slice(i + 1).map((b) => Number(a === b)));
          return pairs.length === 0 ? [] : [pairs.reduce((sum, each) => sum + each, 0) / pairs.length];
        });
        if (table.flat().every((mark) => mark === null)) return;
        const { percentAgreement } = ownership(table);
        if (shares.length === 0) expect(percentAgreement).toHaveProperty("undefined");
        else {
          const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
          expect(percentAgreement).toBeCloseTo(mean, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("an interviewer who met a candidate twice speaks once: with the earlier sheet, wherever it stands in the file", () => {
  const later = tableOf([[5, 3]], {
    occasion: Int32Array.from([0, 0]),
    times: ["2026-05-02T10:00:00.000Z", "2026-05-01T10:00:00.000Z"],
  });
  const both: Table = {
    ...later,
    candidate: Int32Array.from([0, 0, 0]),
    rater: Int32Array.from([0, 1, 0]),
    dimension: new Int32Array(3),
    occasion: Int32Array.from([0, 0, 1]),
    score: Float64Array.from([5, 3, 2]),
    line: Int32Array.from([0, 1, 2]),
  };
  expect([...firstSheets(both).score]).toEqual([3, 2]);
});

test("scores that are measurements have agreement in alpha's sense, no histogram and no share of equal marks", () => {
  const rows = Array.from({ length: 30 }, (_, i) => [i + 0.25, i + 0.5]);
  const figures = panelFigures(tableOf(rows), { ...OPTIONS, scale: null }, () => {});
  expect(figures.dimensions[0]).toMatchObject({
    levels: [],
    spread: [],
    percentAgreement: { undefined: "invalid-scale" },
    alpha: { estimate: expect.any(Number) },
  });
  expect(figures.raters[0]?.use).toEqual([[]]);
});
