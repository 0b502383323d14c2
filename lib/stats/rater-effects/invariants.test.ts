import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import type { DimensionRatings } from "../ratings";
import { rangeUseOfRaters } from "./central-tendency";
import { leaveOneOutConsensus } from "./consensus";
import { ewmaSeries } from "./ewma";
import { haloOfRaters } from "./halo";
import { correlation, standardDeviation } from "./moments";
import { severityFlags } from "./severity-flags";

type Row = [unit: number, rater: number, dimension: number, score: number];

function sheets(rows: readonly Row[]): DimensionRatings {
  const column = (at: 0 | 1 | 2) => Int32Array.from(rows, (row) => row[at]);
  return {
    unit: column(0),
    rater: column(1),
    dimension: column(2),
    score: Float64Array.from(rows, (row) => row[3]),
    units: 12,
    raters: 4,
    dimensions: 3,
  };
}

/** Every rater's sheet on every unit, each unit and rater with a level of its own, no dimension apart. */
function flat(level: (unit: number, rater: number) => number): Row[] {
  return Array.from({ length: 12 * 4 * 3 }, (_, at): Row => {
    const [u, r] = [Math.floor(at / 12), Math.floor(at / 3) % 4];
    return [u, r, at % 3, level(u, r)];
  });
}

const panels = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 1, max: 5 }),
    ),
    { minLength: 1, maxLength: 50, selector: ([u, r, d]) => `${u} ${r} ${d}` },
  )
  .map((rows): Row[] => rows);

describe("consensus of the others", () => {
  test("own score and the others' make up the whole of a unit", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const { value, others } = leaveOneOutConsensus(sheets(rows));
        rows.forEach(([u, , d, own], k) => {
          const all = rows.filter((row) => row[0] === u && row[2] === d).map((row) => row[3]);
          expect(others[k]).toBe(all.length - 1);
          const sum = all.reduce((total, x) => total + x, 0);
          expect(own + (value[k] ?? 0) * (others[k] ?? 0)).toBeCloseTo(sum, 9);
        });
      }),
    );
  });
});

describe("flat sheets in decimals", () => {
  test("a sheet of .1 .1 .1 is identical, and no ratio is made of rounding", () => {
    const found = haloOfRaters(sheets(flat((u, r) => 0.1 * (r + 1) + 0.1 * u))).map(figureOf);
    for (const halo of found) {
      expect(halo.identicalShare).toBe(1);
      expect(halo.ownSpread).toBe(0);
      expect(reasonOf(halo.spreadRatio)).toBe("no-variation");
    }
  });

  test("equal decimals leave no spread to use", () => {
    const { perRater, poolSlope } = rangeUseOfRaters(sheets(flat(() => 0.1)), { low: 0, high: 1 });
    for (const one of perRater) expect(reasonOf(figureOf(one).spreadRatio)).toBe("no-variation");
    expect(reasonOf(poolSlope)).toBe("no-variation");
  });

  test("halo does not know the raters' names or the order of rows", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const one = haloOfRaters(sheets(rows), 1);
        const other = haloOfRaters(
          sheets([...rows].reverse().map(([u, r, d, x]): Row => [u, 3 - r, d, x])),
          1,
        );
        one.forEach((own, r) => {
          const same = other[3 - r];
          expect(same?.ok).toBe(own.ok);
          if (own.ok && same?.ok) expect(same.value.ownSpread).toBeCloseTo(own.value.ownSpread, 9);
        });
      }),
    );
  });
});

describe("moments", () => {
  test("by hand: 1 2 3 against 2 4 7", () => {
    // Deviations -1 0 1 and -7/3 -1/3 8/3: products 5, squares 2 and 38/3.
    expect(correlation([1, 2, 3], [2, 4, 7])).toBeCloseTo(5 / Math.sqrt((2 * 38) / 3), 12);
    expect(standardDeviation([1, 2, 3])).toBe(1);
  });

  test("a correlation stays within 1, does not mind a constant or which list comes first", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const r = correlation(a, b);
        const moved = correlation(
          b.map((x) => x + 1000),
          a,
        );
        if (r === null || moved === null) expect(moved).toBe(r);
        else {
          expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
          expect(moved).toBeCloseTo(r, 9);
        }
      }),
    );
  });
});

describe("severity flags", () => {
  const people = fc.array(
    fc.record({
      estimate: fc.double({ min: -2, max: 2, noNaN: true }),
      standardError: fc.double({ min: 0.05, max: 1, noNaN: true }),
      sharedUnits: fc.integer({ min: 0, max: 30 }),
      linked: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const TURN = { harsher: "milder", milder: "harsher", "in line": "in line" } as const;

  test("signs turned round exchange harsher and milder; the order of people changes nobody's flag", () => {
    fc.assert(
      fc.property(people, (list) => {
        const flags = severityFlags(list);
        const mirrored = severityFlags(list.map((it) => ({ ...it, estimate: -it.estimate })));
        const reversed = severityFlags([...list].reverse());
        flags.forEach((flag, at) => {
          const other = mirrored[at];
          expect(reversed[list.length - 1 - at]).toEqual(flag);
          expect(other?.ok).toBe(flag.ok);
          if (flag.ok && other?.ok) expect(other.value.verdict).toBe(TURN[flag.value.verdict]);
        });
      }),
    );
  });

  test("a severity without error is no certainty", () => {
    const people = [0.5, 0, 0, 0, 0, 0].map((estimate, at) => ({
      estimate,
      standardError: at === 0 ? 0 : 0.1,
      sharedUnits: 20,
      linked: true,
    }));
    expect(severityFlags(people)[0]).toMatchObject({ ok: false, reason: "no-variation" });
  });
});

test("the control chart has no unit: residuals and deviation ten times as large, values ten times as large", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1 }), (residuals) => {
      const one = figureOf(ewmaSeries(residuals, 0.7));
      const ten = figureOf(
        ewmaSeries(
          residuals.map((x) => 10 * x),
          7,
        ),
      );
      one.forEach((point, at) => {
        expect((ten[at]?.value ?? Number.NaN) / 10).toBeCloseTo(point.value, 9);
        expect((ten[at]?.upper ?? Number.NaN) / 10).toBeCloseTo(point.upper, 9);
        expect(point.lower).toBe(-point.upper);
      });
    }),
  );
});
