import { expect, test } from "vitest";
import { type AmendedChange, altersScorecard, amendedContent } from "./amendments";
import { EMPTY_SCORECARD, type ScorecardContent } from "./scorecard";

const SUBMITTED: ScorecardContent = {
  ...EMPTY_SCORECARD,
  ratings: { ownership: { state: "observed", mark: 4 }, fix: { state: "not-observed" } },
  recommendation: "yes",
};
const ownership = (mark: 2 | 4): AmendedChange => ({
  field: "rating",
  dimension: "ownership",
  value: { state: "observed", mark },
});

test("amendments are read in order, and the first score is left as it was", () => {
  const now = amendedContent(SUBMITTED, [
    { change: ownership(2) },
    { change: { field: "recommendation", value: "no" } },
  ]);
  expect(now).toMatchObject({ ratings: { ownership: { mark: 2 } }, recommendation: "no" });
  expect(SUBMITTED).toMatchObject({ ratings: { ownership: { mark: 4 } }, recommendation: "yes" });
});

test("an amendment has to say something else than the scorecard says already", () => {
  expect(altersScorecard(SUBMITTED, ownership(4))).toBe(false);
  expect(altersScorecard(SUBMITTED, ownership(2))).toBe(true);
  expect(altersScorecard(SUBMITTED, { field: "recommendation", value: "yes" })).toBe(false);
  const notHeard: AmendedChange = { field: "rating", dimension: "fix", value: { state: "not-observed" } };
  expect(altersScorecard(SUBMITTED, notHeard)).toBe(false);
  expect(altersScorecard(amendedContent(SUBMITTED, [{ change: ownership(2) }]), ownership(4))).toBe(true);
});
