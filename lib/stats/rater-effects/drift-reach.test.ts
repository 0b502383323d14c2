import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { readLong, requireNumbers } from "../../commands/reference/table";
import { ratingsOfTable } from "../ratings";
import { driftReach } from "./drift-reach";

/** Rater 2 sits alone; raters 0 and 1 meet in as many weeks as there are units. */
const together = (weeks: number) =>
  ratingsOfTable(Array.from({ length: weeks }, () => [3, 4, null]).concat([[null, null, 2]]));
const weekOf = (ratings: ReturnType<typeof together>) => Array.from(ratings.unit, Number);

test("meeting in twelve weeks is enough, in two it is not, and sitting alone never is", () => {
  const [first, second, alone] = driftReach(together(12), weekOf(together(12)));
  expect(figureOf(first ?? { ok: false, reason: "no-ratings", detail: "" })).toEqual({
    times: 12,
    units: 12,
  });
  expect(second?.ok).toBe(true);
  expect(alone).toMatchObject({ reason: "not-connected-over-time", missing: 3 });
  expect(driftReach(together(2), weekOf(together(2)))[0]).toMatchObject({
    reason: "not-connected-over-time",
    missing: 1,
  });
  expect(driftReach(together(5), weekOf(together(5))).map(reasonOf)).toEqual([
    "too-few-units",
    "too-few-units",
    "not-connected-over-time",
  ]);
});

testWithCases("in the 60 x 15 drift panel most people can be judged", () => {
  const reference = referenceCase("drift_60x15");
  const week = requireNumbers(readLong(reference.subject), "time");
  const found = driftReach(reference.ratings(), week);
  expect(found.filter((one) => one.ok).length).toBeGreaterThan(10);
});

test("a different clock with the same order of times changes nothing", () => {
  fc.assert(
    fc.property(sparseTables, (table) => {
      const ratings = ratingsOfTable(table);
      const week = Array.from(ratings.unit, (u) => u % 4);
      expect(driftReach(ratings, week)).toEqual(
        driftReach(
          ratings,
          week.map((w) => 100 * w - 7),
        ),
      );
    }),
  );
});
