import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byDisagreementFirst, debriefState } from "./debrief";
import { DIMENSIONS, type Dimension, type Mark, marksOf } from "./scale";

const seat = (submittedAt: string | null) => ({ submittedAt });
const card = (marks: Partial<Record<Dimension, Mark>>) => ({
  ratings: Object.fromEntries(
    Object.entries(marks).map(([dimension, mark]) => [dimension, { state: "observed" as const, mark }]),
  ),
});

describe("the room", () => {
  test("opens with the last submission, or before it when a lead says so", () => {
    expect(debriefState(new Set(), [seat("now"), seat(null)])).toBe("waiting");
    expect(debriefState(new Set(), [seat("now"), seat("now")])).toBe("open");
    expect(debriefState(new Set(["opened-early"]), [seat("now"), seat(null)])).toBe("open");
    expect(debriefState(new Set(["opened-early", "revealed"]), [seat("now"), seat(null)])).toBe("revealed");
  });

  test("an interview without seats has nothing to open", () => {
    expect(debriefState(new Set(), [])).toBe("waiting");
  });
});

describe("the order to talk in", () => {
  test("a split comes before a wider difference, equal ones stay in rubric order", () => {
    const order = byDisagreementFirst([
      card({ ownership: 1, noticing: 3, fix: 2, calibration: -1 }),
      card({ ownership: 5, noticing: 4, fix: 3, calibration: 1 }),
    ]);
    expect(order.map(({ dimension }) => dimension)).toEqual([
      "calibration",
      "ownership",
      "noticing",
      "fix",
      "consequence",
    ]);
    expect(order[1]).toEqual({ dimension: "ownership", range: { from: 1, to: 5 }, split: false });
    expect(order[4]).toEqual({ dimension: "consequence", range: null, split: false });
  });

  test("whatever the marks: every dimension once, no narrower one before a wider one of its kind", () => {
    const ratings = fc.record(
      Object.fromEntries(DIMENSIONS.map((each) => [each, fc.constantFrom(...marksOf(each))])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(ratings, { maxLength: 6 }), (cards) => {
        const order = byDisagreementFirst(cards.map(card));
        expect(order.map(({ dimension }) => dimension).sort()).toEqual([...DIMENSIONS].sort());
        const widths = order
          .filter(({ split }) => !split)
          .map(({ range }) => (range ? range.to - range.from : -1));
        expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      }),
    );
  });
});
