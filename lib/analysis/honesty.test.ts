import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report";
import type { AnalysisOptions } from "./options";
import { isMissing } from "./report-shape";
import { SkippedLines } from "./skipped";
import type { Table } from "./table";

type Row = readonly [
  candidate: string,
  rater: string,
  score: number,
  dimension?: string | undefined,
  at?: string,
];

function tableOf(rows: readonly Row[]): Table {
  const numbered = (values: readonly string[]) => {
    const names = [...new Set(values)];
    return { names, of: Int32Array.from(values, (value) => names.indexOf(value)) };
  };
  const candidate = numbered(rows.map(([name]) => name));
  const rater = numbered(rows.map(([, name]) => name));
  const dimension = numbered(rows.map(([, , , name = ""]) => name));
  const occasion = numbered(rows.map(([, , , , at = ""]) => at));
  return {
    candidate: candidate.of,
    rater: rater.of,
    dimension: dimension.of,
    occasion: occasion.of,
    score: Float64Array.from(rows, ([, , score]) => score),
    line: Int32Array.from(rows, (_, at) => at + 2),
    candidates: candidate.names,
    raters: rater.names,
    dimensions: rows.some(([, , , name]) => name !== undefined) ? dimension.names : [],
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
  };
}

const reportOf = (rows: readonly Row[], options: Partial<AnalysisOptions> = {}) =>
  buildReport(tableOf(rows), { scale: null, bipolar: null, seed: 1, ...options }, () => {});

describe("agreement is between people", () => {
  test("one interviewer twice on everybody agrees with nobody", () => {
    const rows = Array.from({ length: 12 }, (_, i): Row[] => [
      [`c${i}`, "x", 1 + (i % 5), undefined, "W1"],
      [`c${i}`, "x", 1 + ((i + (i % 2)) % 5), undefined, "W2"],
    ]).flat();
    const { agreement, warnings } = reportOf(rows);
    expect(agreement[0]?.alpha).toMatchObject({ undefined: "no-pairs" });
    expect(warnings.join(" ")).toContain("12 ratings repeat an interviewer's own");
  });

  test("a second look of one's own moves no agreement: the first in the file speaks", () => {
    const once = Array.from({ length: 12 }, (_, i): Row[] => [
      [`c${i}`, "x", 1 + (i % 5), undefined, "W1"],
      [`c${i}`, "y", 1 + ((i * 3) % 5), undefined, "W1"],
    ]).flat();
    const again: Row[] = [...once, ["c0", "x", 5, undefined, "W2"], ["c3", "y", 1, undefined, "W2"]];
    expect(reportOf(again).agreement).toEqual(reportOf(once).agreement);
  });
});

describe("no certainty where there is none", () => {
  /** Everybody averages 3: raters differ, candidates do not. */
  const same = Array.from({ length: 48 }, (_, i): Row[] => [
    [`c${i}`, `r${i % 6}`, 2 + (i % 2)],
    [`c${i}`, `r${(i + 1) % 6}`, 4 - (i % 2)],
    [`c${i}`, `r${(i + 2) % 6}`, 3],
  ]).flat();

  test("candidates whose variance is 0 have no rank, no error of their own and no panel to plan", () => {
    const { candidates, panelSize, model } = reportOf(same);
    expect(model).toMatchObject({ variance: { candidate: 0 }, method: "exact" });
    for (const row of candidates) {
      expect(row).toMatchObject({
        se: { undefined: "no-variation" },
        expectedRank: { undefined: "no-variation" },
      });
    }
    expect(panelSize.phi).toMatchObject({ undefined: "no-variation" });
  });

  test("below 40 candidates the variances are averaged over: nothing is 'not detected', and the mean says whose it is", () => {
    const { candidates, warnings, model } = reportOf(same.slice(0, 60));
    expect(model).toMatchObject({ method: "integrated" });
    expect(candidates.every(({ se }) => typeof se === "number" && se > 0)).toBe(true);
    expect(warnings.join(" ")).not.toContain("can be detected");
    expect(warnings.join(" ")).toContain("are of the REML estimates");
  });

  test("an interval of no width but rounding is none", () => {
    // Two interviewers at 2 and 3 on everybody: every candidate shows the very same agreement.
    const rows = Array.from({ length: 24 }, (_, i): Row[] => [
      [`c${i}`, "x", 2],
      [`c${i}`, "y", 3],
    ]).flat();
    const { ac2 } = reportOf(rows).agreement[0] ?? {};
    if (ac2 === undefined || isMissing(ac2)) throw new Error("an AC2");
    expect(ac2.interval).toMatchObject({ undefined: "no-variation" });
  });
});

describe("who is meant is said by name", () => {
  test("single views, early interviewers, threads, groups apart, rough alphas, opposite faults", () => {
    const panel = Array.from({ length: 12 }, (_, i): Row[] => [
      [`c${i}`, "Ann", 1 + (i % 5)],
      [`c${i}`, "Ben", 1 + ((i * 2) % 5)],
    ]).flat();
    const { warnings } = reportOf([...panel, ["lone", "Ann", 3], ["c0", "Cy", 2]]);
    const text = warnings.join("\n");
    expect(text).toContain("cannot be told from the interviewer: lone.");
    expect(text).toContain("candidates that others saw too: Cy.");
    expect(text).toContain("Agreement is rough, from fewer than 20 candidates seen by two or more: all.");
    const apart = reportOf([
      ...panel,
      ["d1", "Dee", 2],
      ["d1", "Eve", 4],
      ["d2", "Dee", 3],
      ["d2", "Eve", 3],
    ]).warnings.join("\n");
    expect(apart).toContain("not comparable with it in severity: Dee, Eve.");
    expect(apart).toMatch(/One interview more would help most if (Ann|Ben) saw d\d|if (Dee|Eve) saw c\d+/);
    // Two rings of candidates joined by Cy's interview of c0 alone.
    const rings = reportOf([
      ...panel,
      ["d1", "Cy", 2],
      ["d1", "Eve", 4],
      ["d2", "Cy", 3],
      ["d2", "Eve", 3],
      ["c0", "Cy", 3],
    ]).warnings.join("\n");
    expect(rings).toContain("hangs by single interviews");
    expect(rings).toContain("Cy with c0");
    const split: Row[] = [
      ["a", "Ann", -2, "calibration"],
      ["a", "Ben", 2, "calibration"],
      ["b", "Ann", 0, "calibration"],
      ["b", "Ben", 1, "calibration"],
    ];
    expect(reportOf(split, { bipolar: "Calibration" }).warnings.join("\n")).toContain(
      "opposite faults on calibration (one end and the other); talk it through: a.",
    );
  });
});
