import { expect, test } from "vitest";
import { DEFAULT_READINESS_RULE } from "@/lib/domain/practice";
import { gapWords, lengthText, readinessWords, ruleWords } from "./words";

const POLES = { low: "deflects", high: "spirals" };
const accuracy = { n: 40, exact: 20, withinOne: 36, notObserved: 0, meanGap: 0.6 };

test("a gap in the words of its own scale", () => {
  expect(gapWords("fix", 0, POLES)).toBe("The same as the reference");
  expect(gapWords("fix", -1, POLES)).toBe("1 point below the reference");
  expect(gapWords("calibration", 2, POLES)).toBe("2 points further towards “spirals”");
  expect(gapWords("calibration", -1, POLES)).toBe("1 point further towards “deflects”");
  expect(gapWords("noticing", null, POLES)).toBe("You did not observe it");
});

test("readiness says its figures, or what is missing; the rule says what is asked", () => {
  expect(readinessWords({ state: "ready", answers: 8, accuracy }, DEFAULT_READINESS_RULE)).toBe(
    "Ready: 90 % of 40 marks within one point, 0.60 points off on average",
  );
  expect(readinessWords({ state: "not-yet", answers: 8, accuracy }, DEFAULT_READINESS_RULE)).toMatch(
    /^Not ready yet: /,
  );
  expect(readinessWords({ state: "too-few", answers: 3, accuracy }, DEFAULT_READINESS_RULE)).toBe(
    "3 of 8 answers scored; 5 more before readiness can be said",
  );
  expect(ruleWords(DEFAULT_READINESS_RULE)).toContain("85 %");
});

test("lengths", () => {
  expect([9, 65, 191].map(lengthText)).toEqual(["0:09", "1:05", "3:11"]);
});
