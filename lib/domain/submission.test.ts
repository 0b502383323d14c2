import { describe, expect, test } from "vitest";
import { DIMENSIONS, type Dimension, marksOf, type RatingValue } from "./scale";
import { EMPTY_SCORECARD, type ScorecardContent } from "./scorecard";
import { missingForSubmission } from "./submission";

const observed = (mark: 0 | 1 | 2 | 3 | 4 | 5 | -1 | -2): RatingValue => ({ state: "observed", mark });
const note = (dimension: Dimension, text = "their words") => ({ id: dimension, dimension, text, atMs: null });

/** In the middle of every row, with a recommendation: nothing is missing. */
const MIDDLING: ScorecardContent = {
  ...EMPTY_SCORECARD,
  ratings: {
    ownership: observed(3),
    noticing: observed(3),
    consequence: observed(2),
    fix: observed(4),
    calibration: observed(0),
  },
  recommendation: "no-decision",
};

describe("before submitting", () => {
  test("an empty scorecard lacks every rating, first row first, and the recommendation last", () => {
    const missing = missingForSubmission(EMPTY_SCORECARD);
    expect(missing.map(({ where }) => where)).toEqual([...DIMENSIONS, "recommendation"]);
    expect(missing.map(({ kind }) => kind)).toEqual([...DIMENSIONS.map(() => "rating"), "recommendation"]);
  });

  test("a scorecard between the extremes needs no note; no decision is a recommendation", () => {
    expect(missingForSubmission(MIDDLING)).toEqual([]);
  });

  test("not observed counts as rated; in every row it needs one note that says why, for it shows the others' marks", () => {
    const ratings = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, { state: "not-observed" }]));
    const nothing = { ...MIDDLING, ratings };
    const wanting = [{ kind: "nothing-observed", where: "ownership" }];
    expect(missingForSubmission(nothing)).toEqual(wanting);
    expect(missingForSubmission({ ...nothing, evidence: [note("fix", " ")] })).toEqual(wanting);
    expect(missingForSubmission({ ...nothing, evidence: [note("fix", "the call broke off")] })).toEqual([]);
    expect(missingForSubmission({ ...nothing, ratings: { ...ratings, fix: observed(3) } })).toEqual([]);
  });

  test.each(DIMENSIONS)(
    "both ends of %s need a note on that row, and the cells between need none",
    (dimension) => {
      const marks = marksOf(dimension);
      for (const mark of marks) {
        const card = {
          ...MIDDLING,
          ratings: { ...MIDDLING.ratings, [dimension]: { state: "observed", mark } },
        };
        const extreme = mark === marks[0] || mark === marks.at(-1);
        expect(missingForSubmission(card)).toEqual(extreme ? [{ kind: "evidence", where: dimension }] : []);
        expect(missingForSubmission({ ...card, evidence: [note(dimension)] })).toEqual([]);
      }
    },
  );

  test("blanks are no evidence, and a note on another row is none either", () => {
    const card = { ...MIDDLING, ratings: { ...MIDDLING.ratings, noticing: observed(5) } };
    const wanting = [{ kind: "evidence", where: "noticing" }];
    expect(missingForSubmission({ ...card, evidence: [note("noticing", "  \n")] })).toEqual(wanting);
    expect(missingForSubmission({ ...card, evidence: [note("fix")] })).toEqual(wanting);
  });
});

describe("a flagged trap", () => {
  const low = { ...MIDDLING, ratings: { ...MIDDLING.ratings, ownership: observed(2), fix: observed(2) } };
  const flagged = (card: ScorecardContent, reason = ""): ScorecardContent => ({
    ...card,
    traps: [{ trap: "fake-mistake", reason }],
  });

  test("needs a note on what it is about; a reason is no evidence", () => {
    expect(missingForSubmission(flagged(low))).toEqual([{ kind: "trap-evidence", where: "fake-mistake" }]);
    expect(missingForSubmission({ ...flagged(low), evidence: [note("ownership")] })).toEqual([]);
    expect(missingForSubmission(flagged(low, "worked too hard, he says"))).toEqual([
      { kind: "trap-evidence", where: "fake-mistake" },
    ]);
  });

  test("against a level of 3 or more asks for a reason; a note is not enough", () => {
    const against = { ...flagged(MIDDLING), evidence: [note("ownership")] };
    expect(missingForSubmission(against)).toEqual([
      { kind: "contradiction", where: "fake-mistake", dimension: "ownership", level: 3 },
    ]);
    expect(
      missingForSubmission({ ...against, traps: [{ trap: "fake-mistake", reason: "half of it" }] }),
    ).toEqual([]);
  });

  test("about consequence and fix takes a note on either", () => {
    const card: ScorecardContent = { ...low, traps: [{ trap: "no-consequence-no-fix", reason: "" }] };
    expect(missingForSubmission(card)).toHaveLength(1);
    expect(missingForSubmission({ ...card, evidence: [note("fix")] })).toEqual([]);
    expect(missingForSubmission({ ...card, evidence: [note("consequence")] })).toEqual([]);
  });
});
