import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaCdf,
  betaQuantile,
  betaUpper,
  chiSquareCdf,
  chiSquareUpper,
  fCdf,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  tCdf,
  tQuantile,
  tUpper,
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
    expect(1 - chiSquareCdf(1200, 5)).toBe(0);
    expect(Math.log(chiSquareUpper(1200, 5))).toBeCloseTo(-590.6868, 4);
    expect(Math.log(normalUpper(30))).toBeCloseTo(-454.3212, 3);
    expect(fUpper(1e8, 10, 50)).toBeGreaterThan(0);
    expect(tUpper(1e6, 20)).toBeGreaterThan(0);
  });

  test("lower and upper tails add up to one", () => {
    const x = fc.double({ min: 0.01, max: 20, noNaN: true });
    const df = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(x, df, df, (at, a, b) => {
        expect(fCdf(at, a, b) + fUpper(at, a, b)).toBeCloseTo(1, 10);
        expect(chiSquareCdf(at, a) + chiSquareUpper(at, a)).toBeCloseTo(1, 10);
        expect(tCdf(at, a) + tUpper(at, a)).toBeCloseTo(1, 10);
        expect(normalCdf(at) + normalUpper(at)).toBeCloseTo(1, 12);
        expect(betaCdf(at / 21, a, b) + betaUpper(at / 21, a, b)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("quantiles undo distribution functions", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 11);
        expect(tCdf(tQuantile(p, 7), 7)).toBeCloseTo(p, 9);
        expect(betaCdf(betaQuantile(p, 2, 3), 2, 3)).toBeCloseTo(p, 9);
      }),
    );
  });
});
