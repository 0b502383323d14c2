import { expect, test } from "vitest";
import type { SaveReport } from "../save";
import { missedOf, printSave } from "./report";

const spread = { n: 100, errors: 0, medianMs: 4, p95Ms: 8, p99Ms: 12 };
const report = (changed: Partial<SaveReport> = {}): SaveReport => ({
  takenAt: "2026-11-27T00:00:00Z",
  node: "24",
  cores: 2,
  postgres: "18",
  fsync: "on",
  synchronousCommit: "on",
  javascript: { cockpitBytes: 209_000, ownBytes: 59_000, frameworkBytes: 150_000 },
  keypress: { n: 40, slowDown: 4, medianMs: 20, p95Ms: 49, worstMs: 60 },
  saves: [
    { editors: 1, how: "without pause", ours: spread, bare: spread, ratioOfMedians: 1.9, ratioOfP99s: 2 },
    { editors: 1000, how: "paced", ours: spread, bare: spread, ratioOfMedians: 3, ratioOfP99s: 2 },
  ],
  only: null,
  ...changed,
});

test("a run that reaches everything misses nothing", () => {
  expect(missedOf(report())).toEqual([]);
  expect(printSave(report())).not.toContain("MISSED");
});

test("what is missed, failed or was not measured is named, so that the command ends with 1", () => {
  const [alone, crowd] = report().saves;
  if (!alone || !crowd) throw new Error("two figures were made");
  expect(missedOf(report({ saves: [{ ...alone, ratioOfMedians: 2.1 }, crowd] }))).toEqual([
    "one editor, ratio of medians",
  ]);
  const failing = { ...crowd, ours: { ...spread, errors: 3, p95Ms: 301 } };
  expect(missedOf(report({ saves: [alone, failing] }))).toEqual([
    "3 errors with 1000 editors",
    "crowd, p95 in ms",
  ]);
  expect(missedOf(report({ saves: [] }))).toContain("crowd, p95 in ms");
  expect(missedOf(report({ saves: [], only: "cockpit" }))).toEqual([]);
  expect(
    printSave(report({ javascript: { cockpitBytes: 61_001, ownBytes: 61_000, frameworkBytes: 1 } })),
  ).toContain("MISSED   our own scripts and libraries in bytes: 61000.00 (at most 60000)");
});
