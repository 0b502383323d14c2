import { describe, expect, test } from "vitest";
import { comparedCandidate as candidate } from "./testing/compared-candidate";
import { findingTitle, listed, warningWords } from "./words";

describe("the title of a comparison", () => {
  test.each([
    [
      [candidate("Okafor", 4.386), candidate("Raman", 3.2)],
      "Okafor stands first at 4.39, then Raman at 3.20",
    ],
    [[candidate("Okafor", 4.331), candidate("Lindqvist", 4.334)], "Okafor and Lindqvist stand level at 4.33"],
    [[candidate("Okafor", 4), candidate("Raman", null)], "Only Okafor has a composite, 4.00"],
    [[candidate("Okafor", null)], "No candidate has a composite yet"],
  ])("says what raw composites say and no more (%#)", (candidates, title) => {
    expect(findingTitle(candidates)).toBe(title);
  });
});

test("a split names how many heard which side", () => {
  const vidal = candidate("Vidal", 2.8, { "-2": 1, "-1": 1, "0": 1, "2": 1 });
  expect(warningWords({ warning: "split", applicationIds: ["Vidal"] }, [vidal])).toEqual({
    title: "Split on calibration: Vidal",
    text: "Vidal: 2 heard deflection, 1 heard spiralling. Needs a debrief before a decision.",
  });
});

test("missing seats are counted for those concerned only", () => {
  const pair = [candidate("Okafor", 4), candidate("Raman", 3)];
  expect(warningWords({ warning: "missing-seats", applicationIds: ["Raman"] }, pair).text).toBe(
    "Raman: 2 of 3 submitted.",
  );
});

test("who has not scored yet is named, once each", () => {
  const seat = (name: string) => ({
    seatId: name,
    interviewId: "i",
    member: { id: name, name },
    scheduledAt: "2026-11-01T10:00:00.000Z",
    nudgedAt: null,
  });
  const raman = { ...candidate("Raman", 3), missing: [seat("Ada"), seat("Ben"), seat("Ada")] };
  expect(warningWords({ warning: "missing-seats", applicationIds: ["Raman"] }, [raman]).text).toBe(
    "Raman: 2 of 3 submitted, not yet Ada and Ben.",
  );
});

test("names are listed as a person would say them", () => {
  expect([listed([]), listed(["Ada"]), listed(["Ada", "Ben"]), listed(["Ada", "Ben", "Cy"])]).toEqual([
    "",
    "Ada",
    "Ada and Ben",
    "Ada, Ben and Cy",
  ]);
});
