import { expect, test } from "vitest";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import type { Mark } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { nextWords } from "./next-words";

const card = (fix: Mark, calibration: Mark) => ({
  ...EMPTY_SCORECARD,
  ratings: {
    fix: { state: "observed" as const, mark: fix },
    calibration: { state: "observed" as const, mark: calibration },
  },
});
const said = (waiting: number, ...cards: ReturnType<typeof card>[]) =>
  nextWords(waiting, cards, DEFAULT_RUBRIC);

test("while others are to come, only that is said: no word about what is in already", () => {
  expect(said(1, card(1, -2), card(5, 2))).toBe(
    "One scorecard is still to come; each appears here by itself. Until all are in, keep what you think to yourself.",
  );
  expect(said(2, card(1, 0))).toContain("2 scorecards are still to come");
});

test("once all are in, the debrief begins where the panel is furthest apart, a split first", () => {
  expect(said(0, card(2, 0), card(4, 0))).toBe(
    "All are in. You are furthest apart on Fix, 2 to 4: begin the debrief there.",
  );
  expect(said(0, card(1, -1), card(5, 1))).toBe(
    "All are in. Calibration is split, −1 and +1: begin the debrief there.",
  );
  expect(said(0, card(3, 0), card(4, 0))).toContain("a short debrief will do");
  expect(said(0, card(3, 0))).toContain("the only seat");
});
