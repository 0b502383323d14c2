import { expect, test } from "vitest";
import type { PracticeProgress } from "@/lib/contracts/practice";
import { DEFAULT_READINESS_RULE, readinessOf } from "@/lib/domain/practice";
import { attemptsTable, gapsOf, leaningTable, leaningWords } from "./progress-tables";

const attempt = (title: string, fix: 2 | 3 | 5, calibration: -2 | 0 | 1 | 2) => ({
  attemptedAt: "2026-11-02T09:00:00Z",
  key: title.toLowerCase(),
  title,
  marks: [
    { dimension: "fix" as const, mark: fix, reference: 2 as const },
    { dimension: "calibration" as const, mark: calibration, reference: 0 as const },
  ],
});
const attempts = [attempt("One", 3, -2), attempt("Two", 3, 2), attempt("Three", 5, 0)];
const progress: PracticeProgress = {
  attempts,
  leftOut: { hinted: 0, otherWording: 0 },
  readiness: readinessOf(attempts, DEFAULT_READINESS_RULE),
  rule: DEFAULT_READINESS_RULE,
  rubricNumber: 1,
  names: {
    ownership: "Ownership",
    noticing: "Noticing",
    consequence: "Consequence",
    fix: "Fix",
    calibration: "Calibration",
  },
};

test("gaps over time, table and words say the same", () => {
  expect(gapsOf(progress, "fix")).toEqual([1, 1, 3]);
  expect(gapsOf(progress, "ownership")).toEqual([null, null, null]);
  const { rows } = leaningTable(progress);
  expect(rows[3]).toEqual(["Fix", 0, 0, 3, 1.67, 1.15, 3]);
  expect(rows[0]).toEqual(["Ownership", 0, 0, 0, null, null, 0]);
  expect(leaningWords(progress, "fix")).toBe("generous: bias +1.67, spread 1.15");
  expect(leaningWords(progress, "ownership")).toBe("0 of 3 marks needed");
});

test("calibration is told by side, never as a mean of both", () => {
  expect(leaningTable(progress).rows[4]).toEqual(["Calibration", 1, 1, 1, null, 2, 3]);
  expect(leaningWords(progress, "calibration")).toBe("1 nearer deflecting, 1 the same, 1 nearer spiralling");
});

test("the table holds each mark beside its reference, signs printed", () => {
  expect(attemptsTable(progress).rows[0]?.slice(0, 2)).toEqual(["2 Nov 2026", "One"]);
  expect(attemptsTable(progress).rows[0]?.slice(-4)).toEqual(["3", "2", "−2", "0"]);
});
