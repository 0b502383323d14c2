import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byDisagreement,
  type DebriefReason,
  debriefReasons,
  markRange,
  marksIn,
  spreadCounts,
} from "./panel";

test("marks come out low end first, each as often as given, not observed left out", () => {
  expect(marksIn({ "2": 1, "-1": 2, "not-observed": 4 })).toEqual([-1, -1, 2]);
});

test("one rating has no range: it says nothing about agreement", () => {
  expect(markRange({ "4": 1, "not-observed": 2 })).toBeNull();
  expect(markRange({ "4": 1, "2": 1 })).toEqual({ from: 2, to: 4 });
});

test("three candidates: agreed, one apart, four apart; a fourth was seen by one interviewer only", () => {
  const units = [{ "3": 2 }, { "3": 1, "4": 1 }, { "-2": 1, "2": 1 }, { "5": 1 }];
  expect(spreadCounts(units)).toEqual([1, 1, 0, 0, 1]);
});

test("every candidate with two or more observed ratings stands in exactly one column of the spread", () => {
  const counts = fc.record({ "1": fc.nat(3), "3": fc.nat(3), "5": fc.nat(3), "not-observed": fc.nat(3) });
  fc.assert(
    fc.property(fc.array(counts), (units) => {
      const seen = units.filter((unit) => marksIn(unit).length >= 2).length;
      expect(spreadCounts(units).reduce((sum, n) => sum + n, 0)).toBe(seen);
    }),
  );
});

describe("why a candidate needs a debrief", () => {
  test("nothing to say when interviewers are a point apart", () => {
    expect(debriefReasons({ ownership: { "3": 1, "4": 2 }, calibration: { "0": 1, "1": 2 } }, [])).toEqual(
      [],
    );
  });
  test("both sides of calibration come first, and are not told a second time as a spread", () => {
    expect(
      debriefReasons({ noticing: { "2": 1, "4": 1 }, calibration: { "-2": 1, "0": 1, "1": 1 } }, []),
    ).toEqual([
      { kind: "split", from: -2, to: 1 },
      { kind: "spread", dimension: "noticing", from: 2, to: 4 },
    ]);
  });
  test("-2 and 0 are far apart on one side: a spread, not a split", () => {
    expect(debriefReasons({ calibration: { "-2": 1, "0": 1 } }, [])).toEqual([
      { kind: "spread", dimension: "calibration", from: -2, to: 0 },
    ]);
  });
  test("one flagged a fake mistake while another gave ownership 4; flagged twice, told once", () => {
    expect(debriefReasons({ ownership: { "3": 1, "4": 1 } }, ["fake-mistake", "fake-mistake"])).toEqual([
      { kind: "trap", trap: "fake-mistake", dimension: "ownership", level: 4 },
    ]);
  });
});

test("the queue: splits, then the widest difference, then the number of reasons", () => {
  const split: DebriefReason = { kind: "split", from: -1, to: 1 };
  const wide: DebriefReason = { kind: "spread", dimension: "fix", from: 1, to: 5 };
  const narrow: DebriefReason = { kind: "spread", dimension: "fix", from: 3, to: 5 };
  const queue = [
    { reasons: [narrow] },
    { reasons: [narrow, narrow] },
    { reasons: [wide] },
    { reasons: [split] },
  ];
  expect(queue.sort(byDisagreement).map(({ reasons }) => reasons[0])).toEqual([split, wide, narrow, narrow]);
  expect(queue[2]?.reasons).toHaveLength(2);
});
