import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange, type Change, fieldKey } from "./changes";
import { EMPTY_SCORECARD, type ScorecardContent } from "./scorecard";

const scorecardAfter = (...changes: Change[]): ScorecardContent =>
  changes.reduce(applyChange, EMPTY_SCORECARD);
const note = (text: string): Change => ({
  field: "note",
  noteId: "n1",
  value: { dimension: "fix", text, atMs: 61_000 },
});

/** Setting and clearing of every kind of field. */
const PAIRS: [set: Change, clear: Change][] = [
  [
    { field: "rating", dimension: "noticing", value: { state: "observed", mark: 4 } },
    { field: "rating", dimension: "noticing", value: null },
  ],
  [note("typed host name"), { field: "note", noteId: "n1", value: null }],
  [
    { field: "trap", trap: "no-noticing", value: { reason: "" } },
    { field: "trap", trap: "no-noticing", value: null },
  ],
  [
    { field: "fact", fact: "voice", value: "we" },
    { field: "fact", fact: "voice", value: null },
  ],
  [
    { field: "measure", fact: "cost", value: { amount: 4, unit: "minutes" } },
    { field: "measure", fact: "cost", value: null },
  ],
  [
    { field: "probe", dimension: "fix", value: "asked" },
    { field: "probe", dimension: "fix", value: null },
  ],
  [
    { field: "recommendation", value: "yes" },
    { field: "recommendation", value: null },
  ],
  [
    { field: "confidence", value: "low" },
    { field: "confidence", value: null },
  ],
  [
    { field: "paper", value: "2026-11-23T09:30:00.000Z" },
    { field: "paper", value: null },
  ],
];

describe("a change", () => {
  test.each(PAIRS)("%j is undone by clearing its field, which bears the same name", (set, clear) => {
    expect(scorecardAfter(set)).not.toEqual(EMPTY_SCORECARD);
    expect(scorecardAfter(set, clear)).toEqual(EMPTY_SCORECARD);
    expect(fieldKey(set)).toBe(fieldKey(clear));
  });

  test.each(PAIRS)("%j made twice is made once", (set) => {
    expect(scorecardAfter(set, set)).toEqual(scorecardAfter(set));
  });

  test("of a field wins over an earlier one, and leaves the others alone", () => {
    const card = scorecardAfter(
      note("first words"),
      { field: "rating", dimension: "fix", value: { state: "observed", mark: 2 } },
      { field: "rating", dimension: "fix", value: { state: "not-observed" } },
      note("first words, and more"),
    );
    expect(card.ratings).toEqual({ fix: { state: "not-observed" } });
    expect(card.evidence).toEqual([
      { id: "n1", dimension: "fix", text: "first words, and more", atMs: 61_000 },
    ]);
  });

  test("of the timer is added once an id and never changed", () => {
    const begun: Change = { field: "timer", value: { id: "t1", kind: "beat", beat: "task", at: 5 } };
    const again: Change = { field: "timer", value: { id: "t1", kind: "end", beat: null, at: 9 } };
    expect(scorecardAfter(begun, again).timer).toEqual([begun.value]);
  });

  test("never touches the scorecard it is applied to", () => {
    const before = structuredClone(EMPTY_SCORECARD);
    for (const [set] of PAIRS) applyChange(EMPTY_SCORECARD, set);
    expect(EMPTY_SCORECARD).toEqual(before);
  });
});

test("changes of different fields may arrive in any order", () => {
  const sets = PAIRS.map(([set]) => set);
  expect(new Set(sets.map(fieldKey)).size).toBe(sets.length);
  fc.assert(
    fc.property(fc.shuffledSubarray(sets, { minLength: sets.length }), (shuffled) => {
      expect(scorecardAfter(...shuffled)).toEqual(scorecardAfter(...sets));
    }),
  );
});
