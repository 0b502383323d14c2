import { expect, test } from "vitest";
import { figureOf } from "../../tests/support/tables";
import { severalDimensions, severalDimensionsBySheet } from "./model-several";
import { prepare } from "./prepare";
import { isMissing } from "./report-shape";
import { SkippedLines } from "./skipped";
import type { Table } from "./table";

/** 60 candidates, 12 interviewers, 4 dimensions; `has` says which dimensions a sheet holds. */
function tableOf(has: (sheet: number, dimension: number) => boolean): Table {
  const rows = Array.from({ length: 60 }, (_, i) => [0, 1, 2].map((k) => ({ i, j: (i * 5 + k * 3) % 12 })))
    .flat()
    .flatMap(({ i, j }, sheet) =>
      [0, 1, 2, 3]
        .filter((d) => has(sheet, d))
        .map((d) => ({ i, j, d, y: 1 + ((i * 7 + j * 5 + d * 3 + ((i * j + d * i) % 4)) % 5) })),
    );
  return {
    candidate: Int32Array.from(rows, ({ i }) => i),
    rater: Int32Array.from(rows, ({ j }) => j),
    dimension: Int32Array.from(rows, ({ d }) => d),
    occasion: new Int32Array(rows.length),
    score: Float64Array.from(rows, ({ y }) => y),
    line: Int32Array.from(rows, (_, at) => at + 2),
    candidates: Array.from({ length: 60 }, (_, i) => `c${i}`),
    raters: Array.from({ length: 12 }, (_, j) => `r${j}`),
    dimensions: ["a", "b", "c", "d"],
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
  };
}

const OPTIONS = { scale: null, bipolar: null, seed: 1 };
/** More columns than the whole model is ever solved for. */
const TOO_MANY = 100_000;

test("a large table in which no sheet is complete keeps its scores, severities and variances", () => {
  const prepared = prepare(
    tableOf((sheet, d) => d !== sheet % 4),
    OPTIONS,
  );
  const exact = figureOf(severalDimensions(prepared, 4));
  const stepped = figureOf(severalDimensionsBySheet(prepared, 4, 64, 1));
  const large = figureOf(severalDimensionsBySheet(prepared, 4, TOO_MANY, 1));
  if (isMissing(exact.model) || isMissing(stepped.model) || isMissing(large.model))
    throw new Error("all fit");
  expect(stepped.model.method).toBe("exact");
  expect(stepped.model.variance.candidate).toBeCloseTo(exact.model.variance.candidate, 5);
  expect(large.model.method).toBe("iterative");
  expect(large.warnings.join(" ")).toContain("180 sheets lack a dimension");
  expect(Array.from(large.fair).every(Number.isFinite)).toBe(true);
  expect(large.severity).toHaveLength(12);
});

test("where no two dimensions meet in a sheet the model says why, and the scores stand", () => {
  const prepared = prepare(
    tableOf((sheet, d) => d === sheet % 4),
    OPTIONS,
  );
  const found = figureOf(severalDimensionsBySheet(prepared, 4, TOO_MANY, 1));
  expect(found.model).toMatchObject({ undefined: "incomplete-table" });
  expect(Array.from(found.fair).every(Number.isFinite)).toBe(true);
});
