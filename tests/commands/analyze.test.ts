import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { penicillin } from "@/lib/stats/mixed/example-tables";
import { expectPromisedShape } from "../support/analyze-shape";

const folder = mkdtempSync(path.join(tmpdir(), "plumbline-analyze-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = z.object({
  input: z.object({
    ratings: z.number(),
    candidates: z.number(),
    components: z.number(),
    skipped: z.array(z.object({ line: z.number(), reason: z.string() })),
  }),
  agreement: z.array(z.object({ dimension: z.string(), alpha: z.record(z.string(), z.unknown()) })),
  model: z.record(z.string(), z.unknown()),
  raters: z.array(
    z.object({ rater: z.string(), severity: z.unknown(), se: z.unknown(), ratings: z.number() }),
  ),
  candidates: z.array(z.object({ candidate: z.string(), raw: z.number(), fair: z.unknown() })),
  tieGroups: z.unknown(),
  warnings: z.array(z.string()),
});

function analyze(name: string, content: string | Buffer, ...options: string[]) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return spawnSync(process.execPath, ["--import", "tsx", "lib/commands/analyze.ts", file, ...options], {
    encoding: "utf8",
  });
}

function json(name: string, content: string | Buffer, ...options: string[]) {
  const run = analyze(name, content, "--json", ...options);
  const printed: unknown = JSON.parse(run.stdout);
  expectPromisedShape(printed);
  return { status: run.status, report: report.parse(printed) };
}

function csvOf({ unit, rater, score }: ReturnType<typeof penicillin>): string {
  return `score,rater,candidate\n${Array.from(score, (y, at) => `${y},s${rater[at]},p${unit[at]}`).join("\n")}\n`;
}

test("Lena's spreadsheet, columns in any order and gzipped, gives the REML fit lme4 prints", () => {
  const { status, report: found } = json("plates.csv.gz", gzipSync(csvOf(penicillin())));
  expect(status).toBe(0);
  expect(found.input).toMatchObject({ ratings: 144, candidates: 24, components: 1, skipped: [] });
  expect(found.model).toMatchObject({ method: "integrated", remlCriterion: expect.closeTo(330.860589, 5) });
  expect(found.raters).toHaveLength(6);
  expect(found.raters[0]).toMatchObject({ rater: "s5", ratings: 24 });
});

test("at a terminal every reliability has its interval, and what cannot be said has its reason", () => {
  const { status, stdout } = analyze("plates.csv", csvOf(penicillin()));
  expect(status).toBe(0);
  expect(stdout).toMatch(/by redrawing candidates \[-?[\d.]+, [\d.]+\]/);
  expect(stdout).toMatch(/4: reliability of scores [\d.]+ \[[\d.]+, [\d.]+\]/);
  expect(stdout).toMatch(/\.80 takes \d+ \[\d+, \d+\]/);
  expect(stdout).toMatch(/whoever saw whom: [\d.]+ \[[\d.]+, [\d.]+\]; by redrawing it: \[/);
  expect(stdout).toMatch(/Rasch[^\n]*\n {2}not available: [^\n]*needs 30 ratings of an interviewer/);
});

test("every line that cannot be used is named with its reason; the rest is used", () => {
  const lines = [
    "candidate;rater;score",
    "a;x;3",
    "a;y;4",
    "a;y;5",
    "b;x;9",
    "b;y;good",
    "b;z;",
    ";x;2",
    "b;x;2",
    "c;x;1",
    "c;y;2",
  ];
  const { status, report: found } = json("mixed.csv", lines.join("\r\n"), "--scale", "1:5");
  expect(status).toBe(0);
  const reasons = new Map(found.input.skipped.map(({ line, reason }) => [line, reason]));
  expect(reasons.get(4)).toContain("duplicate of line 3");
  expect(reasons.get(5)).toContain("outside the scale 1 to 5");
  expect(reasons.get(6)).toContain('"good" is not a score');
  expect(reasons.get(7)).toContain("not observed");
  expect(reasons.get(8)).toContain("no candidate");
  expect(found.input.ratings).toBe(5);
});

test("a figure that does not exist says why in its own place", () => {
  const { status, report: found } = json("one.csv", "candidate,rater,score\na,x,3\nb,x,4\nc,x,2\n");
  expect(status).toBe(0);
  expect(found.model).toMatchObject({ undefined: "one-rater" });
  expect(found.candidates[0]).toMatchObject({ candidate: "b", raw: 4, fair: { undefined: "one-rater" } });
  expect(found.agreement[0]?.alpha).toMatchObject({ undefined: "no-pairs" });
});

test("a European spreadsheet: semicolons, decimal commas, an accent typed in two ways", () => {
  const rows = ["Jose\u0301;x;3,5", "Jos\u00e9;y;4", "b;x;1,5", "b;y;2", "c;x;5", "c;y;3,5"];
  const { report: found } = json("comma.csv", `\ufeffcandidate;rater;score\r\n${rows.join("\r\n")}\r\n`);
  expect(found.input).toMatchObject({ ratings: 6, candidates: 3, skipped: [] });
  expect(found.candidates.find(({ candidate }) => candidate === "Jos\u00e9")?.raw).toBe(3.75);
});

test("severities nothing can be told about carry no error of 0, and a warning", () => {
  const rows = Array.from({ length: 40 }, (_, i) => `c${i},x,${1 + (i % 5)}\nc${i},y,${1 + ((i * 3) % 5)}`);
  const { report: found } = json("flat.csv", `candidate,rater,score\n${rows.join("\n")}\n`);
  for (const rater of found.raters) expect(rater).toMatchObject({ se: { undefined: "no-variation" } });
  expect(found.warnings.join(" ")).toContain("No severity differences can be detected");
});

test("a small panel on several dimensions integrates its variances, as one on the sheets' means does", () => {
  const sheets = Array.from({ length: 12 }, (_, i) => [0, 1, 2].map((j) => ({ i, j: (i + j) % 5 }))).flat();
  const mark = (i: number, j: number, d: number) => 1 + ((i * 7 + j * 3 + d * i + d) % 5);
  const whole = sheets.flatMap(({ i, j }) => [0, 1].map((d) => `c${i},r${j},d${d},${mark(i, j, d)}`));
  const means = sheets.map(({ i, j }) => `c${i},r${j},${(mark(i, j, 0) + mark(i, j, 1)) / 2}`);
  const several = json("sheets.csv", `candidate,rater,dimension,score\n${whole.join("\n")}\n`);
  const single = json("means.csv", `candidate,rater,score\n${means.join("\n")}\n`, "--scale", "1:5");
  expect(several.report.model.method).toBe("integrated");
  const fairOf = ({ report: { candidates } }: typeof several) =>
    new Map(candidates.map(({ candidate, fair }) => [candidate, Number(fair)]));
  const expected = fairOf(single);
  for (const [candidate, fair] of fairOf(several)) expect(fair).toBeCloseTo(expected.get(candidate) ?? 0, 9);
  expect(expected.size).toBe(12);
});

test("a small panel whose sheets lack ratings integrates its variances too, near what complete sheets give", () => {
  const rows = Array.from({ length: 12 }, (_, i) => [0, 1, 2].map((k) => ({ i, j: (i + k) % 5 })))
    .flat()
    .flatMap(({ i, j }) => [0, 1].map((d) => ({ i, j, d, y: 1 + ((i * 7 + j * 3 + d * i + d) % 5) })));
  const csv = (kept: typeof rows) =>
    `candidate,rater,dimension,score\n${kept.map(({ i, j, d, y }) => `c${i},r${j},d${d},${y}`).join("\n")}\n`;
  const complete = json("whole.csv", csv(rows)).report;
  const holed = json("holed.csv", csv(rows.slice(1))).report;
  expect(holed.model.method).toBe("integrated");
  const severityOf = (found: typeof holed) =>
    new Map(found.raters.map(({ rater, severity }) => [rater, Number(severity)]));
  const expected = severityOf(complete);
  for (const [rater, severity] of severityOf(holed))
    expect(Math.abs(severity - (expected.get(rater) ?? 9))).toBeLessThan(0.1);
  expect(holed.warnings.join(" ")).toContain("average over the plausible variances");
});

test("one rating a sheet: halo and residual cannot be told apart, and the report says so", () => {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const [i, j] = [at % 20, Math.floor(at / 20)];
    return `c${i},r${(i + j) % 6},d${(i + j) % 2},${1 + ((i * 3 + j * 2 + (i % 4)) % 5)}`;
  });
  const { report: found } = json("single.csv", `candidate,rater,dimension,score\n${rows.join("\n")}\n`);
  expect(found.warnings.join(" ")).toContain("candidateRater and residual cannot be told apart");
});

test("a file in Windows-1252 keeps every accent, line by line, and says how it was read", () => {
  const western = Buffer.from(
    "candidate,rater,score\nJos\u00e9,Mu\u00f1oz,3\nJos\u00e8,Mu\u00f1oz,4\n",
    "latin1",
  );
  const { report: found } = json(
    "latin.csv",
    Buffer.concat([western, Buffer.from("b,Mu\u00f1oz,2\nc,y,1\n")]),
  );
  expect(found.candidates.map(({ candidate }) => candidate).sort()).toEqual([
    "Jos\u00e8",
    "Jos\u00e9",
    "b",
    "c",
  ]);
  expect(found.raters.map(({ rater }) => rater)).toContain("Mu\u00f1oz");
  expect(found.warnings.join(" ")).toContain("2 lines are not in UTF-8 (the first is line 2)");
});

test("scores without levels: the prior's scale follows what the scores span", () => {
  const rows = Array.from({ length: 24 }, (_, at) => {
    const [i, j] = [at % 8, Math.floor(at / 8)];
    return `c${i},r${j},${(40 + 6 * i + 9 * j + ((i * j) % 3) + 0.5).toFixed(1)}`;
  });
  const { report: found } = json("hundred.csv", `candidate,rater,score\n${rows.join("\n")}\n`);
  expect(found.warnings.join(" ")).toContain("half-normal priors of scale 15.5 score points");
});

test("a time nobody can read is named with its line; its rating still counts", () => {
  const rows = [
    "a,x,3,2026-02-31",
    "a,y,4,12/03/2026 10:05",
    "b,x,2,soon",
    "b,x,5,W6",
    "c,y,1,",
    "c,x,2,7 March 2026",
  ];
  const { report: found } = json("times.csv", `candidate,rater,score,at\n${rows.join("\n")}\n`);
  expect(found.input).toMatchObject({ ratings: 6, skipped: [] });
  const warning = found.warnings.find((text) => text.includes('column "at"'));
  expect(warning).toContain(
    '2 times in the column "at" could not be read (line 2: "2026-02-31", line 4: "soon")',
  );
});

test("opposite faults on the bipolar dimension do not cancel into a good score", () => {
  const rows = ["a", "b", "c", "d"].flatMap((candidate) => [
    `${candidate},x,calibration,${candidate === "a" ? -2 : 0}`,
    `${candidate},y,calibration,${candidate === "a" ? 2 : candidate === "b" ? 1 : 0}`,
  ]);
  const { report: found } = json(
    "bipolar.csv",
    `candidate,rater,dimension,score\n${rows.join("\n")}\n`,
    "--bipolar",
    "calibration",
  );
  expect(found.candidates.find(({ candidate }) => candidate === "a")?.raw).toBe(1);
  expect(found.candidates.find(({ candidate }) => candidate === "c")?.raw).toBe(5);
});

test('a spreadsheet\'s "Unicode text" (UTF-16, tabs, either byte order) reads as the same file in UTF-8 does', () => {
  const text = "candidate\trater\tscore\nZoë\tMuñoz\t3\nb\tMuñoz\t4\nZoë\t李\t2\nb\t李\t5\nc\t李\t1\n";
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  const expected = json("utf8.csv", text).report;
  expect(expected.input.ratings).toBe(5);
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    expect(json("utf16.csv", bytes).report).toEqual(expected);
  }
});

test("a quote never closed loses its lines by name; cells beyond the header lose theirs; the rest counts", () => {
  const lines = ["candidate,rater,score", "a,x,3", "a,y,3,5", "b,x,4", 'b,"y,2', "c,x,1", "c,y,2"];
  const { status, report: found } = json("quote.csv", `${lines.join("\n")}\n`);
  expect(status).toBe(0);
  expect(found.input.ratings).toBe(2);
  const reasons = new Map(found.input.skipped.map(({ line, reason }) => [line, reason]));
  expect(reasons.get(3)).toContain("4 cells where the first line names 3");
  expect([5, 6, 7].map((line) => reasons.get(line)).join()).toMatch(/(a quote opened in line 5[^,]*,?){3}/);
  expect(found.warnings.join(" ")).toContain("A quote opened in line 5 is never closed: lines 5 to 7");
});

test("the dimension to fold is found in any case; one that no dimension is called stops the run", () => {
  const rows = ["a,x,Calibration,-2", "a,y,Calibration,2", "b,x,Calibration,0", "b,y,Calibration,1"];
  const csv = `candidate,rater,dimension,score\n${rows.join("\n")}\n`;
  const { report: found } = json("case.csv", csv, "--bipolar", "calibration", "--scale", "1:5");
  expect(found.input).toMatchObject({ ratings: 4, skipped: [] });
  expect(found.candidates.find(({ candidate }) => candidate === "a")?.raw).toBe(1);
  const wrong = analyze("case.csv", csv, "--bipolar", "calibartion");
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('no dimension "calibartion" to fold. The file has: Calibration');
});

test("a file nothing can be made of ends with one clear line and a failure", () => {
  const cases: [name: string, content: string | Buffer, message: string][] = [
    ["empty.csv", "", "The file is empty"],
    ["head.csv", "candidate,rater,score\n", "no ratings below"],
    ["columns.csv", "name,points\na,3\n", "candidate and rater and score are not among them"],
    ["binary.csv", Buffer.from([1, 0, 2, 0, 3, 0, 255]), "not a text file"],
    ["cut.csv.gz", gzipSync("candidate,rater,score\na,x,3\n").subarray(0, 25), "damaged or cut short"],
  ];
  for (const [name, content, message] of cases) {
    const run = analyze(name, content);
    expect(run.stderr).toContain(message);
    expect(run.status).not.toBe(0);
  }
});
