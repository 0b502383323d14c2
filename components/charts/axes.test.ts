import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementAxis, axisOf, levelAxis, pitch, placed, positionAxis, stacked, tallest } from "./axes";

const PIXELS = [10, 190] as const;

test("levels 1 to 5 fill the picture from edge to edge, 2.9 and 3.1 stay neighbours", () => {
  expect(levelAxis.ticks.map((level) => placed(levelAxis, PIXELS, level))).toEqual([10, 55, 100, 145, 190]);
  expect(placed(levelAxis, PIXELS, 3.1) - placed(levelAxis, PIXELS, 2.9)).toBeCloseTo(9, 9);
});

test("calibration is signed: 0 stands in the middle, and both sides are always there", () => {
  expect(placed(axisOf("calibration"), PIXELS, 0)).toBe(100);
  expect(positionAxis.ticks).toEqual([-2, -1, 0, 1, 2]);
  expect(pitch(positionAxis, PIXELS)).toBe(45);
});

test("a value beyond the scale stops at its end instead of leaving the picture", () => {
  expect(placed(agreementAxis, PIXELS, -0.3)).toBe(10);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const x = placed(levelAxis, PIXELS, value);
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(190);
    }),
  );
});

test("equal marks stack, others start a stack of their own", () => {
  expect(stacked([4, 5, 4, 4])).toEqual([0, 0, 1, 2]);
  expect(tallest([4, 5, 4, 4])).toBe(3);
  expect(tallest([])).toBe(0);
});

test("no two dots share a place, whatever the marks", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), (marks) => {
      const places = stacked(marks).map((height, index) => `${marks[index]}/${height}`);
      expect(new Set(places).size).toBe(marks.length);
    }),
  );
});
