import { expect, test } from "vitest";
import { marksText } from "./marks-text";

test("a strip in words: how many at which mark, lowest first, what was not observed left out", () => {
  expect(marksText("fix", { "5": 1, "3": 2, "not-observed": 1 })).toBe("2 at 3, 1 at 5");
  expect(marksText("calibration", { "2": 1, "-2": 1 })).toBe("1 at −2, 1 at +2");
  expect(marksText("fix", {})).toBe("");
});
