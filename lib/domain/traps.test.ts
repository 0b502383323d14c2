import { describe, expect, test } from "vitest";
import type { Dimension, Mark } from "./scale";
import { contradictions, TRAPS, type Trap } from "./traps";

const rated = (dimension: Dimension, mark: Mark) => ({ [dimension]: { state: "observed" as const, mark } });

describe("a trap and the levels that speak against it", () => {
  const table: [Trap, Dimension][] = [
    ["fake-mistake", "ownership"],
    ["teams-mistake", "ownership"],
    ["no-noticing", "noticing"],
    ["no-consequence-no-fix", "consequence"],
    ["no-consequence-no-fix", "fix"],
  ];
  test.each(table)("%s stands against %s of 3 or more, not against 2", (trap, dimension) => {
    expect(contradictions([trap], rated(dimension, 2))).toEqual([]);
    for (const level of [3, 4, 5] as const) {
      expect(contradictions([trap], rated(dimension, level))).toEqual([{ trap, dimension, level }]);
    }
  });

  test("one trap can be contradicted twice", () => {
    const ratings = { ...rated("consequence", 4), ...rated("fix", 3) };
    expect(contradictions(["no-consequence-no-fix"], ratings)).toHaveLength(2);
  });

  test("neither a dimension not observed nor one not rated speaks against anything", () => {
    expect(contradictions([...TRAPS], {})).toEqual([]);
    expect(contradictions(["no-noticing"], { noticing: { state: "not-observed" } })).toEqual([]);
  });

  test("high levels are no contradiction while no trap is flagged", () => {
    expect(contradictions([], rated("ownership", 5))).toEqual([]);
  });

  test("calibration contradicts no trap", () => {
    expect(contradictions([...TRAPS], rated("calibration", 2))).toEqual([]);
  });
});
