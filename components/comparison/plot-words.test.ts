import { expect, test } from "vitest";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { qualityText, weightText } from "./plot-words";

const version = (number: number, fix: number) =>
  ({
    number,
    weights: { ownership: 25, noticing: 30, consequence: 10, fix, calibration: 15 },
  }) as RubricVersion;

test("a weight is said once, and per version only where versions differ", () => {
  expect(weightText("fix", [version(3, 20)])).toBe("weight 20");
  expect(weightText("fix", [version(3, 20), version(2, 30), version(1, 20)])).toBe(
    "weight 20, 30 in rubric 2",
  );
  expect(weightText("noticing", [version(3, 20), version(2, 30)])).toBe("weight 30");
});

test("calibration's mean folded quality has two decimals, and no figure where nobody observed it", () => {
  expect([qualityText(3.25), qualityText(null)]).toEqual(["quality 3.25", null]);
});
