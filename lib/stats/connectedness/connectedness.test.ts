import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf, sparseTables, withAnotherOrder } from "../../../tests/support/tables";
import { type RatingTable, ratingsOfTable } from "../ratings";
import { coRaters } from "./co-raters";
import { components } from "./components";
import { extraPair } from "./extra-pair";
import { sharedUnits } from "./shared-units";
import { weakLinks } from "./weak-links";

const parts = (table: RatingTable) => components(ratingsOfTable(table));

/** Two panels that never met. */
const APART = [
  [4, 3, null, null],
  [3, 3, null, null],
  [null, null, 2, 3],
];

describe("connectedness", () => {
  test("two panels that never met are two components, the larger first", () => {
    const found = figureOf(parts(APART));
    expect(found.count).toBe(2);
    expect([...found.ofUnit]).toEqual([0, 0, 1]);
    expect([...found.ofRater]).toEqual([0, 0, 1, 1]);
    expect(found.unitsIn).toEqual([2, 1]);
  });

  test("people without ratings belong nowhere, and an empty table has a reason", () => {
    const found = figureOf(components({ ...ratingsOfTable([[4, 3]]), units: 3, raters: 4 }));
    expect([...found.ofUnit]).toEqual([0, -1, -1]);
    expect([...found.ofRater]).toEqual([0, 0, -1, -1]);
    expect(reasonOf(parts([[null, null]]))).toBe("no-ratings");
    expect(reasonOf(weakLinks(ratingsOfTable([])))).toBe("no-ratings");
    expect(reasonOf(coRaters(ratingsOfTable([])))).toBe("no-ratings");
  });

  test("a chain hangs by its middle unit and that unit's pairings", () => {
    const found = figureOf(
      weakLinks(
        ratingsOfTable([
          [4, 3, null, null],
          [3, 2, null, null],
          [null, 3, 5, null],
          [null, null, 2, 3],
          [null, null, 3, 3],
        ]),
      ),
    );
    expect(found.units).toEqual([2]);
    expect(found.raters).toEqual([1, 2]);
    const loose = found.bridges.filter((bridge) => !bridge.pendant).map(({ unit, rater }) => [unit, rater]);
    expect(loose.sort()).toEqual([
      [2, 1],
      [2, 2],
    ]);
  });

  test("a bridge is a pairing without which there is one component more; no other is", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const ratings = ratingsOfTable(table);
        const links = weakLinks(ratings);
        if (!links.ok) return;
        const before = partsBetween(table);
        table.forEach((row, unit) => {
          row.forEach((score, rater) => {
            if (score === null) return;
            const without = table.map((r, u) =>
              u === unit ? r.map((x, at) => (at === rater ? null : x)) : r,
            );
            const isBridge = links.value.bridges.some(
              (bridge) => bridge.unit === unit && bridge.rater === rater,
            );
            expect(partsBetween(without) > before).toBe(isBridge);
          });
        });
      }),
    );
  });

  test("co-raters are mutual, and shared units are those with a second view", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const ratings = ratingsOfTable(table);
        const met = coRaters(ratings);
        if (!met.ok) return;
        const width = table[0]?.length ?? 0;
        for (let r = 0; r < width; r++) {
          const mine = table.filter((row) => row[r] !== null);
          const others = new Set(
            mine.flatMap((row) => row.flatMap((x, at) => (x !== null && at !== r ? [at] : []))),
          );
          expect(met.value[r]).toBe(others.size);
          const shared = mine.filter((row) => row.filter((x) => x !== null).length > 1).length;
          expect(sharedUnits(ratings)[r]).toBe(shared);
        }
      }),
    );
  });

  test("the extra pairing joins panels that never met", () => {
    const found = figureOf(extraPair(ratingsOfTable(APART)));
    const joined = APART.map((row, u) => row.map((x, r) => (u === found.unit && r === found.rater ? 3 : x)));
    expect(figureOf(parts(joined)).count).toBe(1);
    expect(found.varianceThen).toBeLessThan(found.varianceNow / 10);
  });

  test("no other pairing would help more, and its promise is kept", () => {
    fc.assert(
      fc.property(withAnotherOrder(sparseTables), ({ table }) => {
        const ratings = ratingsOfTable(table);
        const best = extraPair(ratings);
        if (!best.ok || figureOf(parts(table)).count > 1) return;
        table.forEach((row, unit) => {
          row.forEach((score, rater) => {
            if (score !== null) return;
            const more = table.map((r, u) => (u === unit ? r.map((x, at) => (at === rater ? 3 : x)) : r));
            const then = extraPair(ratingsOfTable(more));
            if (!then.ok) return;
            expect(then.value.varianceNow).toBeGreaterThan(best.value.varianceThen * (1 - 1e-6));
            if (unit === best.value.unit && rater === best.value.rater) {
              expect(then.value.varianceNow).toBeCloseTo(best.value.varianceThen, 6);
            }
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  test("one rater, and a table where everybody met everybody, have reasons", () => {
    expect(reasonOf(extraPair(ratingsOfTable([[3], [4]])))).toBe("one-rater");
    expect(
      reasonOf(
        extraPair(
          ratingsOfTable([
            [3, 4],
            [2, 2],
          ]),
        ),
      ),
    ).toBe("complete-table");
  });
});

/** Groups among all rows and columns, those without ratings counted as groups of one. */
function partsBetween(table: (number | null)[][]): number {
  const found = parts(table);
  const width = table[0]?.length ?? 0;
  if (!found.ok) return table.length + width;
  const alone = [...found.value.ofUnit, ...found.value.ofRater].filter((of) => of < 0).length;
  const missingRaters = width - found.value.ofRater.length;
  return found.value.count + alone + missingRaters;
}
