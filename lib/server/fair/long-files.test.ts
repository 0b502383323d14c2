import { expect, test } from "vitest";
import { makesLongFiles, noteLongFile } from "./long-files";

const HOUR_MS = 3_600_000;

test("whoever made a long file makes long ones for an hour from the last; nobody else does", () => {
  noteLongFile("A", 0);
  expect([makesLongFiles("A", HOUR_MS - 1), makesLongFiles("B", 0)]).toEqual([true, false]);
  noteLongFile("A", HOUR_MS - 1);
  expect(makesLongFiles("A", HOUR_MS + 1)).toBe(true);
  expect(makesLongFiles("A", 2 * HOUR_MS)).toBe(false);
});
