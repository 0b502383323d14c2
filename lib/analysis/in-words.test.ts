import { expect, test } from "vitest";
import { ratersNeeded } from "../stats/generalizability/d-study";
import { inWords } from "./in-words";
import { shown } from "./report-shape";

test("a reader is told of candidates and interviewers, never of units and raters", () => {
  expect(inWords("No unit was rated by every rater; a rater saw 3 units.")).toBe(
    "No candidate was rated by every interviewer; an interviewer saw 3 candidates.",
  );
  const hopeless = { unit: 0, rater: 1, unitDimension: 0, raterDimension: 0, unitRater: 0, residual: 1 };
  expect(shown(ratersNeeded(hopeless, 1, 0.8, "fixed"), (n) => n)).toEqual({
    undefined: "no-variation",
    detail: "Not even 10000 interviewers would reach it.",
  });
});
