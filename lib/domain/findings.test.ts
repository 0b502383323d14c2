import { describe, expect, test } from "vitest";
import { isOpen, opensAt } from "./findings";

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const told = { toldAt: day(1), sharedAt: null };

describe("a finding about a person is shown to that person first", () => {
  test.each([
    ["not on the day itself", told, { days: 7 }, day(1), false],
    ["not before the days are over", told, { days: 7 }, new Date(day(8).getTime() - 1), false],
    ["once they are", told, { days: 7 }, day(8), true],
    ["earlier where that person shared it", { ...told, sharedAt: day(2) }, { days: 7 }, day(2), true],
    ["not before they shared it", { ...told, sharedAt: day(3) }, { days: 7 }, day(2), false],
    ["never by itself where only sharing opens it", told, { days: null }, day(300), false],
    ["by sharing there too", { ...told, sharedAt: day(2) }, { days: null }, day(2), true],
    ["never of somebody of whom nothing is kept", undefined, { days: 7 }, day(300), false],
  ])("%s", (_, finding, rule, now, open) => expect(isOpen(finding, rule, now)).toBe(open));

  test("who shares after the days are over moves nothing", () => {
    expect(opensAt({ ...told, sharedAt: day(20) }, { days: 7 })).toEqual(day(8));
  });
});
