import { expect, test } from "vitest";
import { awayText } from "./away-text";

test("time away is said in minutes, then in hours", () => {
  expect([95_000, 12 * 60_000, 60 * 60_000, 92 * 60_000].map(awayText)).toEqual([
    "2 min",
    "12 min",
    "1 h",
    "1 h 32 min",
  ]);
});
