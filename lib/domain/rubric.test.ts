import { describe, expect, test } from "vitest";
import { DEFAULT_RUBRIC } from "./default-rubric";
import { anchorOf, DEFAULT_WEIGHTS, type RubricContent, rubricProblems } from "./rubric";

/** A copy with one thing changed. */
function changed(change: (content: RubricContent) => void): RubricContent {
  const content = structuredClone(DEFAULT_RUBRIC);
  change(content);
  return content;
}

describe("a rubric may not be published", () => {
  test("with an anchor left blank: the row and the mark are named", () => {
    const content = changed(({ dimensions }) => {
      dimensions.calibration.anchors["-2"] = "  ";
    });
    expect(rubricProblems(content, DEFAULT_WEIGHTS)).toEqual(["Calibration −2: the anchor is empty"]);
  });

  test("without its question, or with a dimension that has no name", () => {
    const content = changed((draft) => {
      draft.question = " ";
      draft.dimensions.fix.name = "";
    });
    expect(rubricProblems(content, DEFAULT_WEIGHTS)).toEqual(["the question is empty", "fix: no name"]);
  });

  test("without a probe, or with a trap that has no sign", () => {
    const content = changed(({ dimensions, traps }) => {
      dimensions.fix.probes = [];
      traps["no-noticing"].sign = "";
    });
    expect(rubricProblems(content, DEFAULT_WEIGHTS)).toEqual([
      "Fix: no probe",
      "No moment of noticing: the trap has no name or no sign",
    ]);
  });

  test("with weights that do not add up, or of which one is negative", () => {
    expect(rubricProblems(DEFAULT_RUBRIC, { ...DEFAULT_WEIGHTS, fix: 25 })).toEqual([
      "weights add up to 105, not 100",
    ]);
    expect(rubricProblems(DEFAULT_RUBRIC, { ...DEFAULT_WEIGHTS, fix: -5, noticing: 55 })).toEqual([
      "Fix: the weight is below zero",
    ]);
  });
});

test("a mark no anchor is written for has an empty one, not somebody else's", () => {
  expect(anchorOf(DEFAULT_RUBRIC, "ownership", 0)).toBe("");
  expect(anchorOf(DEFAULT_RUBRIC, "ownership", 1)).toMatch(/^No real mistake/);
});
