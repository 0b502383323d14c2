import { expect, test } from "vitest";
import { type RoundMark, roundSpread, talkOrder } from "./practice-round";
import { DIMENSIONS, type Mark } from "./scale";

const card = (...marks: (Mark | null)[]): RoundMark[] =>
  DIMENSIONS.map((dimension, place) => ({
    dimension,
    mark: marks[place] ?? null,
    reference: dimension === "calibration" ? 0 : 3,
  }));

test("the talk begins where the round is furthest apart, then where it is furthest from the reference", () => {
  const marks = [...card(3, 1, 3, 4, 0), ...card(3, 5, 4, 4, 0)];
  expect(talkOrder(marks)).toEqual(["noticing", "consequence", "fix", "ownership", "calibration"]);
});

test("two sides of calibration are far apart, not near their middle", () => {
  expect(roundSpread("calibration", [...card(3, 3, 3, 3, -2), ...card(3, 3, 3, 3, 2)])).toBe(4);
  expect(talkOrder([...card(3, 3, 3, 3, -2), ...card(3, 3, 3, 3, 2)])[0]).toBe("calibration");
});

test("one mark is no spread; not observed is no mark", () => {
  expect(roundSpread("fix", [...card(1, 1, 1, 5, 0), ...card(1, 1, 1, null, 0)])).toBeNull();
});
