import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Two people, four candidates: alpha by hand is 1 - 7 x 2 / 30. */
const TABLE = [
  [1, 1],
  [1, 1],
  [1, 2],
  [2, 2],
];
const NOMINAL = 1 - (7 * 2) / 30;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cases-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lay(cases: Record<string, unknown>): string {
  const own = mkdtempSync(path.join(folder, "set-"));
  for (const [name, content] of Object.entries(cases)) {
    writeFileSync(path.join(own, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return own;
}

function run(...args: string[]) {
  return spawnSync(process.execPath, ["--import", "tsx", "lib/commands/reference.ts", ...args], {
    encoding: "utf8",
  });
}

const alphaCase = (id: string, ratings: unknown, value: number | null, stat = "alpha_nominal") => ({
  id,
  family: "krippendorff_alpha",
  title: id,
  data: { ratings },
  expected: [{ stat, value, tol_abs: 1e-9 }],
});

test("cases that agree pass, with the figure got and code 0", () => {
  const csv = { ...alphaCase("from-file", null, NOMINAL), data: { file: "long.csv" } };
  const cells = TABLE.flatMap((row, u) => row.map((score, r) => `${score},r${r},c${u}`));
  const found = run(
    lay({
      "a.json": alphaCase("agrees", TABLE, NOMINAL),
      "b.json": alphaCase("constant", [[3, 3]], null),
      "c.json": csv,
      "long.csv": ["score,rater,candidate", ...cells].join("\n"),
    }),
    "--json",
  );
  expect(found.status).toBe(0);
  const { cases, passed } = JSON.parse(found.stdout);
  expect(passed).toBe(true);
  expect(cases[0].figures.alpha_nominal).toBeCloseTo(NOMINAL, 12);
  expect(cases[1].figures.alpha_nominal).toMatchObject({ undefined: "no-variation" });
  expect(cases[2].figures.alpha_nominal).toBeCloseTo(NOMINAL, 12);
});

test("whatever does not agree or cannot be run is a failure, each by name", () => {
  const found = run(
    lay({
      "a.json": alphaCase("agrees", TABLE, NOMINAL),
      "b.json": alphaCase("wrong-figure", TABLE, 0.9),
      "c.json": alphaCase("should-be-undefined", TABLE, null),
      "d.json": alphaCase("should-be-a-figure", [[3, 3]], 1),
      "e.json": alphaCase("unknown-statistic", TABLE, 1, "alpha_telepathic"),
      "f.json": { ...alphaCase("unknown-family", TABLE, 1), family: "astrology" },
      "g.json": "{ not json",
    }),
  );
  expect(found.status).toBe(1);
  const verdicts = found.stdout.split("\n").filter((line) => /^(pass|FAIL) /.test(line));
  expect(verdicts.filter((line) => line.startsWith("pass"))).toHaveLength(1);
  for (const name of ["wrong-figure", "should-be-undefined", "should-be-a-figure", "unknown-statistic"]) {
    expect(found.stdout).toMatch(new RegExp(`FAIL  ${name} `));
  }
  expect(found.stdout).toMatch(/FAIL {2}unknown-family [\s\S]*"astrology" is not supported/);
  expect(found.stdout).toMatch(/FAIL {2}g\.json {2}cannot be read/);
});

const caseOf = (family: string, id: string, data: unknown, expected: unknown) => ({
  id,
  family,
  title: id,
  data,
  expected,
});

test("a missing figure agrees however its absence is written: whole, one a key, in a list", () => {
  const constant = {
    rows: [
      [1, 1, 3],
      [1, 2, 3],
      [2, 1, 3],
      [2, 2, 3],
      [3, 1, 3],
    ],
  };
  const alone = {
    layout: "[candidate,rater,dim,score]",
    rows: [
      [1, 1, 1, 2],
      [1, 1, 2, 4],
      [2, 1, 1, 3],
      [2, 1, 2, 3],
    ],
  };
  const found = run(
    lay({
      "a.json": caseOf("crossed_lmm_reml", "one-a-key", constant, [
        { stat: "fair_score", value: { 1: null, 2: null, 3: null }, tol_abs: 1e-6 },
        { stat: "sigma2", value: null, tol_abs: 1e-6 },
      ]),
      "b.json": caseOf("rater_effects", "list-of-nothing", alone, [
        { stat: "halo_per_rater", value: null, tol_abs: 1e-6 },
        { stat: "halo_per_rater", value: [{ rater: 1, n_sheets: null, sd_ratio: null }], tol_abs: 1e-6 },
      ]),
      "c.json": caseOf("crossed_lmm_reml", "a-number-is-missed", constant, [
        { stat: "fair_score", value: { 1: 3, 2: null, 3: null }, tol_abs: 1e-6 },
      ]),
      "d.json": caseOf("crossed_lmm_reml", "no-such-name", constant, [
        { stat: "fair_mean_x", value: null, tol_abs: 1e-6 },
      ]),
      "e.json": caseOf("crossed_lmm_reml", "expects-nothing", constant, []),
    }),
  );
  const verdicts = found.stdout.split("\n").filter((line) => /^(pass|FAIL) /.test(line));
  expect(verdicts.map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
    ["pass", "one-a-key"],
    ["pass", "list-of-nothing"],
    ["FAIL", "a-number-is-missed"],
    ["FAIL", "no-such-name"],
    ["FAIL", "expects-nothing"],
  ]);
});

/** Shrout and Fleiss' table: components and reliabilities follow from its mean squares by hand. */
const SHROUT = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test("tables are read as their layout says, under the case's own names, or not at all", () => {
  const rows = SHROUT.flatMap((scores, u) => scores.map((score, r) => [r + 1, u + 1, score]));
  const pairs = TABLE.flatMap((scores, u) => scores.map((score, r) => [u + 1, r + 1, 1, score]));
  const bare = "rows candidate,rater,dim,score";
  const found = run(
    lay({
      "a.json": caseOf("g_theory", "two-facets", { layout: "rows [judge, ratee, score]", rows }, [
        {
          stat: "mean_squares",
          value: { ratee: 11.2416667, judge: 32.4861111, Residuals: 1.0194444 },
          tol_abs: 1e-6,
        },
        { stat: "sigma2_ems", value: { c: 2.5555556, r: 5.2444444, "cr,e": 1.0194444 }, tol_abs: 1e-6 },
        { stat: "dstudy", value: [{ n_r: 4, Erho2: 0.9093155, Phi: 0.6200505 }], tol_abs: 1e-6 },
      ]),
      "b.json": { ...alphaCase("bare-layout", null, NOMINAL), data: { layout: bare, rows: pairs } },
      "c.json": {
        ...alphaCase("wrong-width", null, NOMINAL),
        data: { layout: "[candidate,score]", rows: pairs },
      },
      "d.json": {
        ...alphaCase("no-number", null, NOMINAL),
        data: {
          rows: [
            [1, 1, 2],
            [1, 2, "two"],
          ],
        },
      },
      "e.json": caseOf(
        "drift",
        "no-such-rule",
        { time: "t=log(week)", layout: "[candidate,rater,week,score]", rows: pairs },
        [{ stat: "beta", value: [1, 0], tol_abs: 1 }],
      ),
    }),
  );
  const verdicts = found.stdout.split("\n").filter((line) => /^(pass|FAIL) /.test(line));
  expect(
    verdicts.map((line) => line.slice(0, 4)),
    found.stdout,
  ).toEqual(["pass", "pass", "FAIL", "FAIL", "FAIL"]);
  expect(found.stdout).toContain('row 2 of the table: "two" is no score');
  expect(found.stdout).toContain('"t=log(week)" cannot be read');
  expect(found.stdout).toContain("does not name the 4 columns");
});

test("a folder that is not there, or holds no case, is said in one line", () => {
  const missing = run(path.join(folder, "nowhere"));
  expect(missing.status).toBe(2);
  expect(missing.stderr).toMatch(/^No folder of reference cases at .*nowhere/);
  const empty = run(lay({}));
  expect(empty.status).toBe(2);
  expect(empty.stderr).toMatch(/^No case/);
});
