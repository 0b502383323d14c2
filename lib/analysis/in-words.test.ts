import { expect, test } from "vitest";
import { ratersNeeded } from "../stats/generalizability/raters-needed";
import { studyOf } from "../stats/generalizability/variance-study";
import { inWords } from "./in-words";
import { shown } from "./report-shape";

test("a reader is told of candidates and interviewers, never of units and raters", () => {
  expect(inWords("No unit was rated by every rater; a rater saw 3 units.")).toBe(
    "No candidate was rated by every interviewer; an interviewer saw 3 candidates.",
  );
  const hopeless = studyOf({ rater: 1, residual: 1 }, { units: 12, raters: 6, ratings: 36 });
  expect(shown(ratersNeeded(hopeless, 1, 0.8, "fixed"), ({ estimate }) => estimate)).toEqual({
    undefined: "no-variation",
    detail: "Not even 10000 interviewers would reach it.",
  });
});
