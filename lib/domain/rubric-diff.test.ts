import { expect, test } from "vitest";
import { DEFAULT_RUBRIC } from "./default-rubric";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS, EQUAL_WEIGHTS, foldProblems, rubricProblems } from "./rubric";
import { rubricDiff } from "./rubric-diff";

const SHIPPED = { content: DEFAULT_RUBRIC, weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD };

test("a version does not differ from itself; equal weights differ in five places at most", () => {
  expect(rubricDiff(SHIPPED, structuredClone(SHIPPED))).toEqual([]);
  const changes = rubricDiff(SHIPPED, { ...SHIPPED, weights: EQUAL_WEIGHTS });
  expect(changes.map(({ about, part, before, after }) => [about, part, before, after])).toEqual([
    ["Ownership", "Weight", "25", "20"],
    ["Moment of noticing", "Weight", "30", "20"],
    ["Consequence", "Weight", "10", "20"],
    ["Calibration", "Weight", "15", "20"],
  ]);
  expect(rubricProblems(DEFAULT_RUBRIC, EQUAL_WEIGHTS)).toEqual([]);
});

test("an anchor, a probe, a pole, a trap and the fold are each found where they stand", () => {
  const changed = structuredClone(SHIPPED);
  changed.content.dimensions.fix.anchors["3"] = "A rule of their own";
  changed.content.dimensions.calibration.probes.pop();
  changed.content.poles.high = "freezes";
  changed.content.traps["no-noticing"].sign = "Nobody sees it";
  changed.fold["1"] = 3.5;
  expect(rubricDiff(SHIPPED, changed).map(({ about, part }) => `${about}: ${part}`)).toEqual([
    "Fix: Anchor 3",
    "Calibration: Probes",
    "Calibration: Quality of +1",
    "The whole rubric: Pole above zero",
    "The whole rubric: Trap: No moment of noticing",
  ]);
});

test("a renamed dimension is spoken of by its newer name", () => {
  const renamed = structuredClone(SHIPPED);
  renamed.content.dimensions.fix.name = "Repair";
  expect(rubricDiff(SHIPPED, renamed)).toEqual([
    { about: "Repair", part: "Name", before: "Fix", after: "Repair" },
  ]);
});

test("a fold that leaves the scale, or is best anywhere but at 0, says so", () => {
  expect(foldProblems(DEFAULT_FOLD)).toEqual([]);
  expect(foldProblems({ ...DEFAULT_FOLD, "2": 0 })).toHaveLength(1);
  expect(foldProblems({ ...DEFAULT_FOLD, "1": 5, "0": 4 })).toEqual([
    "qualities rise towards 0 from both sides",
  ]);
  expect(foldProblems({ ...DEFAULT_FOLD, "-2": Number.NaN })).not.toEqual([]);
});
