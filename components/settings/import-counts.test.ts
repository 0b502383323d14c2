import { expect, test } from "vitest";
import { createdInWords } from "./import-counts";

const NOTHING = { openings: 0, candidates: 0, members: 0, interviews: 0, scorecards: 0, ratings: 0 };

test("what a file would make, one and many, thousands apart", () => {
  expect(createdInWords({ ...NOTHING, openings: 1, candidates: 60, ratings: 1500 })).toBe(
    "1 opening, 60 candidates and 1,500 ratings",
  );
  expect(createdInWords({ ...NOTHING, members: 1 })).toBe("1 interviewer");
});

test("a file that makes nothing new has no words, not an empty list", () => {
  expect(createdInWords(NOTHING)).toBeNull();
});
