import { expect, test } from "vitest";
import { lastUsed } from "./last-used";

test("what was used last stays; what weighs too much drives out those unused for longest, never itself", () => {
  const kept = lastUsed<number>(10, (weight) => weight);
  kept.set("a", 4);
  kept.set("b", 4);
  expect(kept.get("a")).toBe(4);
  kept.set("c", 4);
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([4, undefined, 4]);
  kept.set("d", 50);
  expect([kept.get("a"), kept.get("c"), kept.get("d")]).toEqual([undefined, undefined, 50]);
  kept.set("d", 1);
  kept.set("e", 9);
  expect([kept.get("d"), kept.get("e")]).toEqual([1, 9]);
});
