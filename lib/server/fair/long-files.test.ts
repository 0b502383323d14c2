import { expect, test } from "vitest";
import { makesLongFiles, noteLongFile } from "./long-files";

const TEN_MINUTES_MS = 600_000;

test("whoever made a long file makes long ones for ten minutes from the last; nobody else does", () => {
  noteLongFile("A", 0);
  expect([makesLongFiles("A", TEN_MINUTES_MS - 1), makesLongFiles("B", 0)]).toEqual([true, false]);
  noteLongFile("A", TEN_MINUTES_MS - 1);
  expect(makesLongFiles("A", TEN_MINUTES_MS + 1)).toBe(true);
  expect(makesLongFiles("A", 2 * TEN_MINUTES_MS)).toBe(false);
});
