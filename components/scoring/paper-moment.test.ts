import { expect, test } from "vitest";
import { instantOf, localText } from "./paper-moment";

const NOW = new Date(2026, 10, 23, 14, 0);

test("a stated time survives the way to the scorecard and back, in the device's own zone", () => {
  const stated = instantOf("2026-11-23T09:30", NOW);
  expect(localText(new Date(stated ?? 0))).toBe("2026-11-23T09:30");
});

test("nothing stated is null; what is no date and a time ahead are not taken", () => {
  expect(instantOf("", NOW)).toBeNull();
  expect(instantOf("half past nine", NOW)).toBeUndefined();
  expect(instantOf("2026-11-23T15:00", NOW)).toBeUndefined();
});
