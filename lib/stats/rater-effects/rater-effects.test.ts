import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { readDimensions } from "../../commands/reference/table";
import type { DimensionRatings } from "../ratings";
import { benjaminiHochberg } from "./benjamini-hochberg";
import { rangeUseOfRaters } from "./central-tendency";
import { leaveOneOutConsensus } from "./consensus";
import { ewmaSeries } from "./ewma";
import { haloOfRaters } from "./halo";
import { severityFlags } from "./severity-flags";

const SCALE = { low: 1, high: 5 };

/** Rows of unit, rater, dimension, score. */
function sheets(...rows: [number, number, number, number][]): DimensionRatings {
  const column = (at: 0 | 1 | 2) => Int32Array.from(rows, (row) => row[at]);
  const size = (at: 0 | 1 | 2) => 1 + rows.reduce((most, row) => Math.max(most, row[at]), -1);
  const score = Float64Array.from(rows, (row) => row[3]);
  return {
    unit: column(0),
    rater: column(1),
    dimension: column(2),
    score,
    units: size(0),
    raters: size(1),
    dimensions: size(2),
  };
}

const panels = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 1, max: 5 }),
  ),
  { minLength: 1, maxLength: 60 },
);

describe("consensus of the others", () => {
  test("nobody is compared with their own score", () => {
    const { value, others } = leaveOneOutConsensus(
      sheets([0, 0, 0, 5], [0, 1, 0, 2], [0, 2, 0, 4], [1, 0, 0, 3]),
    );
    expect([...value]).toEqual([3, 4.5, 3.5, 0]);
    expect([...others]).toEqual([2, 2, 2, 0]);
  });
});

describe("halo", () => {
  test("a rater who gives one score to a whole sheet, against one who tells dimensions apart", () => {
    const flat = sheets(
      [0, 0, 0, 4],
      [0, 0, 1, 4],
      [0, 1, 0, 5],
      [0, 1, 1, 3],
      [1, 0, 0, 2],
      [1, 0, 1, 2],
      [1, 1, 0, 3],
      [1, 1, 1, 1],
    );
    const [first, second] = haloOfRaters(flat, 1).map(figureOf);
    expect(first?.identicalShare).toBe(1);
    expect(figureOf(first?.spreadRatio ?? { ok: true, value: 9 })).toBe(0);
    expect(second?.identicalShare).toBe(0);
  });

  testWithCases("the sparse 60 x 25 x 5 panel, rater by rater", () => {
    const { subject } = referenceCase("rater_effects_60x25x5");
    const found = figureOf(
      haloOfRaters(readDimensions(subject), 1)[0] ?? { ok: false, reason: "no-ratings", detail: "" },
    );
    expect(found.sheets).toBe(9);
    expect(figureOf(found.spreadRatio)).toBeCloseTo(1.20517042058056, 9);
    expect(figureOf(found.residualCorrelation)).toBeCloseTo(-0.0695044233669388, 9);
  });

  test("harsher sheets by a constant have the same halo", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const one = haloOfRaters(sheets(...rows), 1);
        const harsh = haloOfRaters(
          sheets(
            ...rows.map(([u, r, d, x]): [number, number, number, number] => [u, r, d, r === 0 ? x - 2 : x]),
          ),
          1,
        );
        one.forEach((own, r) => {
          const other = harsh[r];
          expect(other?.ok).toBe(own.ok);
          if (own.ok && other?.ok) expect(other.value.ownSpread).toBeCloseTo(own.value.ownSpread, 9);
        });
      }),
    );
  });

  test("one dimension and too few sheets have reasons", () => {
    expect(haloOfRaters(sheets([0, 0, 0, 4], [0, 1, 0, 3])).map(reasonOf)).toEqual([
      "too-few-dimensions",
      "too-few-dimensions",
    ]);
    expect(haloOfRaters(sheets([0, 0, 0, 4], [0, 0, 1, 3]))[0]).toMatchObject({
      reason: "too-few-units",
      missing: 8,
    });
  });
});

describe("use of the range", () => {
  testWithCases("the sparse 60 x 25 x 5 panel, rater by rater", () => {
    const { subject } = referenceCase("rater_effects_60x25x5");
    const found = rangeUseOfRaters(readDimensions(subject), SCALE).perRater[0];
    if (!found?.ok) throw new Error("rater 1 has nine sheets");
    expect(found.value.spread).toBeCloseTo(0.920035133277337, 9);
    expect(figureOf(found.value.slope).estimate).toBeCloseTo(0.483136593591905, 9);
    expect(figureOf(found.value.slope).standardError).toBeCloseTo(0.128378196420699, 9);
    expect(found.value.middleShare).toBeCloseTo(0.377777777777778, 9);
  });

  test("a rater who echoes the others has slope 1; the shares stay shares", () => {
    const rows: [number, number, number, number][] = [1, 2, 3, 4, 5].flatMap((x, u) => [
      [u, 0, 0, x],
      [u, 1, 0, x],
    ]);
    const { perRater, poolSlope } = rangeUseOfRaters(sheets(...rows), SCALE, 1);
    expect(figureOf(poolSlope).estimate).toBeCloseTo(1, 12);
    for (const one of perRater) {
      expect(figureOf(one).middleShare).toBeCloseTo(0.2, 12);
      expect(figureOf(one).extremeShare).toBeCloseTo(0.4, 12);
    }
  });

  test("one person alone has a spread, and nobody's to compare it with", () => {
    const [alone] = rangeUseOfRaters(sheets([0, 0, 0, 1], [1, 0, 0, 5]), SCALE, 1).perRater;
    const use = figureOf(alone ?? { ok: false, reason: "no-ratings", detail: "" });
    expect(use.spread).toBeCloseTo(Math.sqrt(8), 12);
    expect(reasonOf(use.spreadRatio)).toBe("one-rater");
    expect(reasonOf(use.slope)).toBe("too-few-ratings");
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const one = rangeUseOfRaters(sheets(...rows), SCALE, 1).perRater;
        const other = rangeUseOfRaters(sheets(...[...rows].reverse()), SCALE, 1).perRater;
        one.forEach((own, r) => {
          const same = other[r];
          expect(same?.ok).toBe(own.ok);
          if (own.ok && same?.ok) expect(same.value.spread).toBeCloseTo(own.value.spread, 9);
        });
      }),
    );
  });
});

describe("severity flags", () => {
  const rater = (estimate: number, standardError = 0.1, sharedUnits = 20, linked = true) => ({
    estimate,
    standardError,
    sharedUnits,
    linked,
  });

  test("harsh beyond doubt and by enough; sure but small; large but unsure; too early", () => {
    const flags = severityFlags([
      rater(0.8),
      rater(-0.7),
      rater(0.25),
      rater(0.5, 0.4),
      rater(0),
      rater(0.9, 0.1, 3),
    ]);
    expect(flags.slice(0, 5).map((flag) => figureOf(flag).verdict)).toEqual([
      "harsher",
      "milder",
      "in line",
      "in line",
      "in line",
    ]);
    expect(flags[5]).toMatchObject({ reason: "too-few-units", missing: 2 });
  });

  test("the more people are looked at, the surer a flag must be", () => {
    const suspect = rater(0.42, 0.2);
    const few = severityFlags([suspect, rater(0.9), rater(-0.9), rater(0.8), rater(-0.8)]);
    const many = severityFlags([suspect, ...Array.from({ length: 60 }, () => rater(0.01))]);
    expect(figureOf(few[0] ?? { ok: false, reason: "no-ratings", detail: "" }).verdict).toBe("harsher");
    expect(figureOf(many[0] ?? { ok: false, reason: "no-ratings", detail: "" }).verdict).toBe("in line");
  });

  test("somebody no chain of units links to the others is not judged", () => {
    const flags = severityFlags([...[1, 2, 3, 4, 5].map((x) => rater(x / 10)), rater(2, 0.1, 20, false)]);
    expect(flags[5]).toMatchObject({ reason: "disconnected" });
    expect(flags[0]?.ok).toBe(true);
  });

  test("four people are too few to say who is severe", () => {
    expect(severityFlags([rater(1), rater(1), rater(1), rater(1)]).map(reasonOf)).toEqual(
      new Array(4).fill("too-few-raters"),
    );
  });

  test("adjusted p keeps the order of p, never falls below it, and equals R's p.adjust", () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const adjusted = benjaminiHochberg(p);
        p.forEach((own, a) => {
          expect(adjusted[a]).toBeGreaterThanOrEqual(own);
          p.forEach((other, b) => {
            if (own < other) expect(adjusted[a]).toBeLessThanOrEqual(adjusted[b] ?? 0);
          });
        });
      }),
    );
  });
});

describe("control chart", () => {
  test("two residuals worked by hand", () => {
    const [first, second] = figureOf(ewmaSeries([1, 1], 1));
    expect(first?.value).toBeCloseTo(0.2, 12);
    expect(first?.upper).toBeCloseTo(0.6, 12);
    expect(second?.value).toBeCloseTo(0.36, 12);
    expect(second?.upper).toBeCloseTo(3 * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** 4)), 12);
  });

  test("residuals within one standard deviation never leave the limits once the chart is full", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (residuals) => {
        for (const point of figureOf(ewmaSeries(residuals, 1))) {
          expect(Math.abs(point.value)).toBeLessThanOrEqual(1);
          expect(point.outside).toBe(Math.abs(point.value) > point.upper);
        }
      }),
    );
  });

  test("nothing to chart has a reason", () => {
    expect(reasonOf(ewmaSeries([], 1))).toBe("no-ratings");
    expect(reasonOf(ewmaSeries([0], 0))).toBe("no-variation");
  });
});
