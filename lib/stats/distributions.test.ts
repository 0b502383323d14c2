import chiSquare from "@stdlib/stats-base-dists-chisquare";
import f from "@stdlib/stats-base-dists-f";
import t from "@stdlib/stats-base-dists-t";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiSquareQuantile,
  chiSquareUpper,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  tQuantile,
} from "./distributions";

describe("distributions", () => {
  test("quantiles and tails as R gives them", () => {
    expect(tQuantile(0.975, 11)).toBeCloseTo(2.200985160083, 10);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(fQuantile(0.95, 5, 15)).toBeCloseTo(2.901294536, 8);
    expect(fUpper(23.5573770491803, 4.5, 13.5)).toBeCloseTo(4.13984807229081e-6, 15);
    expect(chiSquareUpper(29.760396039604, 19)).toBeCloseTo(0.0549280769925545, 12);
  });

  test("small tails stay above 0 where one less the distribution function would be 0", () => {
    expect(1 - chiSquare.cdf(1200, 5)).toBe(0);
    expect(Math.log(chiSquareUpper(1200, 5))).toBeCloseTo(-590.6868, 4);
    expect(Math.log(normalUpper(30))).toBeCloseTo(-454.3212, 3);
    expect(fUpper(1e8, 10, 50)).toBeGreaterThan(0);
  });

  test("lower and upper tails add up to one", () => {
    const x = fc.double({ min: 0.01, max: 20, noNaN: true });
    const df = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(x, df, df, (at, a, b) => {
        expect(f.cdf(at, a, b) + fUpper(at, a, b)).toBeCloseTo(1, 10);
        expect(chiSquare.cdf(at, a) + chiSquareUpper(at, a)).toBeCloseTo(1, 10);
        expect(normalCdf(at) + normalUpper(at)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("quantiles undo distribution functions", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 11);
        expect(t.cdf(tQuantile(p, 7), 7)).toBeCloseTo(p, 9);
        expect(chiSquare.cdf(chiSquareQuantile(p, 4), 4)).toBeCloseTo(p, 9);
      }),
    );
  });
});
