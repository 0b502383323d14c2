import { describe, expect, test } from "vitest";
import { severitySentence, signedPoints, sizeSentence } from "./model-words";

const about = (name: string) => ({
  ...{ member: { id: name, name }, scorecards: 9, candidates: 9, sharedCandidates: 8, notObserved: {} },
});
const none = { state: "not-enough" as const, reason: "Too early.", short: "too few" };
const effects = { halo: none, range: none, drift: none };
const known = (name: string, value: number, verdict: "harsher" | "milder" | "in line") => ({
  ...about(name),
  figures: {
    state: "open" as const,
    ...{ use: {}, ...effects },
    severity: {
      ...{ state: "known" as const, value, verdict },
      interval: [value - 0.2, value + 0.2] as [number, number],
    },
  },
});
const few = (name: string) => ({
  ...about(name),
  figures: {
    ...{ state: "open" as const, use: {}, ...effects },
    severity: none,
  },
});
const closed = (name: string) => ({
  ...about(name),
  figures: { state: "private" as const, opensAt: "2026-11-27T08:00:00.000Z" },
});

test("severities carry their sign; what rounds to nothing has none", () => {
  expect([0.416, -0.1, 0.001].map((points) => signedPoints(points))).toEqual(["+0.42", "−0.10", "0.00"]);
  expect([-2, 0, 1].map((tick) => signedPoints(tick, 0))).toEqual(["−2", "0", "+1"]);
});

describe("the sentence", () => {
  test("names who stands out, counts who cannot be told, and says which way is which", () => {
    const interviewers = [known("Ada", 0.1, "in line"), known("Greta", 0.62, "harsher"), few("Hugo")];
    expect(severitySentence({ interviewers })).toBe(
      "Greta is harsher than the panel (+0.62). For one there is too little to say. Right of 0 is harsher.",
    );
  });

  test("says that nobody stands out, or that nothing can be said yet and why", () => {
    expect(severitySentence({ interviewers: [known("Ada", 0.1, "in line")] })).toMatch(/^Nobody is harsher/);
    expect(severitySentence({ interviewers: [few("Ada")] })).toBe("Nothing can be said yet. Too early.");
    expect(severitySentence({ interviewers: [] })).toBe("Nobody has submitted a scorecard yet.");
  });

  test("says of somebody whose figures are still theirs alone no more than that", () => {
    const text = severitySentence({ interviewers: [known("Ada", 0.1, "in line"), closed("Greta")] });
    expect(text).toContain("What it says of Greta is theirs alone for now");
    expect(severitySentence({ interviewers: [closed("Greta")] })).toMatch(/^Nothing is open to you yet/);
  });
});

test("the size of a panel: what there is, what .80 takes, or that no number reaches it", () => {
  const points = [{ interviewers: 1, phi: 0.4, interval: null }];
  const sized = (for80: number | null, for80Interval: [number, number] | null) =>
    sizeSentence({ state: "known", points, now: 3.25, for80, for80Interval });
  expect(sized(6, [4, 10])).toBe(
    "A candidate has 3.3 interviewers on average. A reliability of .80 takes 6 interviewers a candidate (95 %: 4 to 10).",
  );
  expect(sized(6, null)).toMatch(/6 interviewers a candidate; how many for sure cannot be told yet\.$/);
  expect(sized(null, null)).toContain("No number of interviewers");
  expect(sizeSentence({ state: "not-enough", reason: "Needs 10.", short: "few" })).toBe(
    "Nothing can be said yet. Needs 10.",
  );
});
