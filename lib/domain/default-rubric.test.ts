import { describe, expect, test } from "vitest";
import { ANCHOR_MAX_CHARACTERS, DEFAULT_RUBRIC } from "./default-rubric";
import { anchorOf, DEFAULT_WEIGHTS, rubricProblems } from "./rubric";
import { DIMENSIONS, marksOf } from "./scale";
import { TRAPS } from "./traps";

const anchors = DIMENSIONS.flatMap((dimension) =>
  marksOf(dimension).map((mark) => ({
    at: `${dimension} ${mark}`,
    text: anchorOf(DEFAULT_RUBRIC, dimension, mark),
  })),
);

describe("the wording Plumbline ships with", () => {
  test("may be published as it is", () => {
    expect(rubricProblems(DEFAULT_RUBRIC, DEFAULT_WEIGHTS)).toEqual([]);
  });

  test("has twenty-five anchors and no two alike", () => {
    expect(anchors).toHaveLength(25);
    expect(new Set(anchors.map((anchor) => anchor.text.toLowerCase())).size).toBe(25);
  });

  test.each(anchors)("$at fits the row it is read on", ({ text }) => {
    expect(text.length).toBeLessThanOrEqual(ANCHOR_MAX_CHARACTERS);
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/[.]$/);
  });

  test("has no anchor for a mark its dimension does not offer", () => {
    for (const dimension of DIMENSIONS) {
      const offered = marksOf(dimension).map(String).sort();
      expect(Object.keys(DEFAULT_RUBRIC.dimensions[dimension].anchors).sort()).toEqual(offered);
    }
  });

  test("calls the middle of calibration calm, specific, done", () => {
    expect(anchorOf(DEFAULT_RUBRIC, "calibration", 0)).toBe("Calm, specific, done");
  });

  test("offers two or three probes a dimension, each a neutral opening", () => {
    for (const dimension of DIMENSIONS) {
      const { probes } = DEFAULT_RUBRIC.dimensions[dimension];
      expect(probes.length).toBeGreaterThanOrEqual(2);
      expect(probes.length).toBeLessThanOrEqual(3);
      for (const probe of probes) {
        expect(probe).toMatch(/[?]$/);
        expect(probe).not.toMatch(/should|did you (tell|report|own)|mistake|number|right away|your fault/i);
      }
    }
  });

  test("gives every trap a name and a sign to know it by", () => {
    for (const trap of TRAPS) {
      expect(DEFAULT_RUBRIC.traps[trap].name.length).toBeGreaterThan(5);
      expect(DEFAULT_RUBRIC.traps[trap].sign.length).toBeLessThanOrEqual(ANCHOR_MAX_CHARACTERS);
    }
  });
});
