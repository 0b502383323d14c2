import type { ComparedCandidate } from "@/lib/contracts/candidates";

/** A compared candidate with only what the words read. */
export function comparedCandidate(
  name: string,
  value: number | null,
  calibration: Record<string, number> = {},
): ComparedCandidate {
  const none = { counts: {}, n: 0, quality: null, split: false, median: null, dots: [] };
  return {
    applicationId: name,
    candidate: { id: name, name },
    stage: "scoring",
    seats: 3,
    submitted: 2,
    counted: 2,
    waitingSince: null,
    missing: [],
    cards: [],
    fair: { state: "not-enough", reason: "Too few", n: 2 },
    composite:
      value === null
        ? { state: "incomplete", dimensions: 2, needed: 4 }
        : { state: "complete", value, dimensions: 5 },
    dimensions: {
      ownership: none,
      noticing: none,
      consequence: none,
      fix: none,
      calibration: { ...none, counts: calibration },
    },
    split: false,
    traps: [],
    lastActivityAt: null,
    blind: false,
    facts: [],
    panel: [],
  };
}
