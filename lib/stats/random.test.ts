import { expect, test } from "vitest";
import { quantile } from "./quantile";
import { randomIndex, randomNormal, randomSign, seededRandom } from "./random";

test("one seed gives one stream, another seed another", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("draws are even over [0, 1), signs balance, normal draws have mean 0 and variance 1", () => {
  const next = seededRandom(20240501);
  const tenths = new Array<number>(10).fill(0);
  let signs = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < 100_000; k++) {
    const tenth = randomIndex(next, 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    signs += randomSign(next);
    const z = randomNormal(next);
    sum += z;
    squares += z * z;
  }
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  expect(Math.abs(signs)).toBeLessThan(1600);
  expect(Math.abs(sum / 100_000)).toBeLessThan(0.02);
  expect(Math.abs(squares / 100_000 - 1)).toBeLessThan(0.03);
});

test("a quantile lies between its neighbours, as R's type 7", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0)).toBe(1);
  expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  expect(quantile([10, 20], 0.025)).toBeCloseTo(10.25, 12);
});
