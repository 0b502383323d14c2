import { describe, expect, test } from "vitest";
import { DIMENSIONS, isExtreme, isMarkOf, markKey, markLabel, marksOf } from "./scale";

describe("the scale", () => {
  test("has five cells a row, low end first; only calibration has two sides", () => {
    for (const dimension of DIMENSIONS) {
      expect([...marksOf(dimension)]).toEqual(
        dimension === "calibration" ? [-2, -1, 0, 1, 2] : [1, 2, 3, 4, 5],
      );
    }
  });

  test("knows its own marks: 0 belongs to calibration only, 3 to the others only, 2.5 to nobody", () => {
    expect([isMarkOf("calibration", 0), isMarkOf("ownership", 0)]).toEqual([true, false]);
    expect([isMarkOf("fix", 3), isMarkOf("calibration", 3)]).toEqual([true, false]);
    expect(isMarkOf("fix", 2.5)).toBe(false);
  });

  test("calls both ends extreme, and of calibration both sides, never its middle", () => {
    expect(marksOf("noticing").filter((mark) => isExtreme("noticing", mark))).toEqual([1, 5]);
    expect(marksOf("calibration").filter((mark) => isExtreme("calibration", mark))).toEqual([-2, 2]);
  });

  test("prints calibration with its sign and a true minus", () => {
    expect(marksOf("calibration").map((mark) => markLabel("calibration", mark))).toEqual([
      "−2",
      "−1",
      "0",
      "+1",
      "+2",
    ]);
    expect(markLabel("fix", 2)).toBe("2");
  });

  test("counts not observed under a key of its own", () => {
    expect(markKey({ state: "not-observed" })).toBe("not-observed");
    expect(markKey({ state: "observed", mark: -1 })).toBe("-1");
  });
});
