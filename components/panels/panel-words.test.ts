import { describe, expect, test } from "vitest";
import type { PanelDimension } from "@/lib/contracts/panel-figures";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import {
  alphaShort,
  alphaWord,
  coefficientText,
  listed,
  percentText,
  reasonsText,
  spreadSentence,
} from "./panel-words";

test("coefficients are printed as the field prints them, minus included, and never as −.00", () => {
  expect([0.714, 1, -0.08, 0, -0.001].map(coefficientText)).toEqual([".71", "1.00", "−.08", ".00", ".00"]);
  expect(percentText(0.3449)).toBe("34\u00a0%");
});

test("a few names are said; of thousands the first few, and how many more", () => {
  expect(listed(["Ada", "Ben", "Greta"])).toBe("Ada, Ben and Greta");
  const six = ["A", "B", "C", "D", "E", "F"];
  expect(listed(six)).toBe("A, B, C, D, E and F");
  expect(listed([...six, ...Array.from({ length: 1_234 }, String)])).toBe(
    "A, B, C, D, E and 1,235 more (see the table)",
  );
});

describe("the word beside an alpha", () => {
  const known = (value: number, interval: [number, number] | null) =>
    ({ state: "known", value, interval }) as const;
  test.each([
    [known(0.83, [0.77, 0.89]), 40, "reliable (.80 or more, Krippendorff)"],
    [known(0.71, [0.62, 0.8]), 40, "tentative (.667 to .80, Krippendorff)"],
    [known(0.52, [0.39, 0.65]), 40, "not yet reliable (below .667, Krippendorff)"],
    [known(0.83, [0.6, 1]), 12, "reliable (.80 or more, Krippendorff), rough"],
    [known(0.5, [0, 0.9]), 40, "interval too wide to use"],
    [known(0.9, null), 40, "interval too wide to use"],
    [{ state: "not-enough", reason: "few", short: "few" } as const, 3, "not enough data"],
  ])("%j of %i candidates is %s", (figure, n, word) => expect(alphaWord(figure, n)).toBe(word));

  test("beside a row it keeps its line, where there is room for little else", () => {
    expect(
      [known(0.83, [0.77, 0.89]), known(0.71, [0.62, 0.8]), known(0.5, [0, 0.9])].map(alphaShort),
    ).toEqual(["reliable from .80", "tentative .667 to .80", "interval too wide to use"]);
  });
});

test("spread counts those two or more points apart, of those scored twice", () => {
  const none = { state: "not-enough", reason: "", short: "" } as const;
  const of = (spread: number[], units: number): PanelDimension => ({
    ...{ key: "fix", name: "Fix", levels: [1, 2, 3, 4, 5], bipolar: false },
    units,
    spread,
    percentAgreement: none,
    withinOne: none,
    alpha: none,
    boundaries: none,
  });
  expect(spreadSentence(of([3, 1, 1, 0, 1], 6))).toBe("2 of 6 two or more points apart");
  expect(spreadSentence(of([0, 0, 0, 0, 0], 0))).toBe("Nobody was scored by two interviewers yet.");
});

test("reasons for a debrief read as a person would say them", () => {
  const text = reasonsText(
    {
      applicationId: "a",
      interviewId: "i",
      candidate: { id: "c", name: "Tomás Vidal" },
      decidedAt: null,
      reasons: [
        { kind: "split", from: -2, to: 1 },
        { kind: "spread", dimension: "noticing", from: 2, to: 4 },
        { kind: "trap", trap: "no-consequence-no-fix", dimension: "consequence", level: 3 },
        { kind: "trap", trap: "no-consequence-no-fix", dimension: "fix", level: 4 },
      ],
    },
    DEFAULT_RUBRIC,
  );
  expect(text).toMatch(
    /^calibration split −2 \/ \+1; moment of noticing 2 to 4; “.+” flagged against consequence 3 and fix 4$/,
  );
});
