import { expect, test } from "vitest";
import { ageWords } from "./age";

test("how long ago it was is said in hours, then days, then weeks", () => {
  const then = "2026-11-01T10:00:00Z";
  const after = (hours: number) => ageWords(then, Date.parse(then) + hours * 3_600_000);
  expect([0, 13, 23, 24, 47, 72, 14 * 24].map(after)).toEqual([
    "1 h ago",
    "13 h ago",
    "23 h ago",
    "1 day ago",
    "1 day ago",
    "3 days ago",
    "2 weeks ago",
  ]);
});
