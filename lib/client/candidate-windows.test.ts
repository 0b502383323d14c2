import { expect, test } from "vitest";
import type { CandidateRow } from "@/lib/contracts/candidates";
import { type CandidateListing, heldFrom, joined, missingWindows } from "./candidate-windows";

/** A window of a list of 5,000; only what the windows read of it. */
function window(offset: number, matching = 5_000, asOf = 1): CandidateListing {
  const candidates = Array.from({ length: Math.min(200, matching - offset) }, (_, at) => named(offset + at));
  return {
    openings: [],
    opening: null,
    rubric: null,
    total: matching,
    matching,
    missing: 0,
    blindCandidates: 0,
    asOf,
    offset,
    candidates,
  };
}

function named(at: number): CandidateRow {
  const none = { counts: {}, n: 0, quality: null, split: false };
  return {
    applicationId: `${at}`,
    candidate: { id: `${at}`, name: `Candidate ${at}` },
    stage: "complete",
    seats: 1,
    submitted: 1,
    counted: 1,
    composite: { state: "incomplete", dimensions: 0, needed: 4 },
    dimensions: { ownership: none, noticing: none, consequence: none, fix: none, calibration: none },
    split: false,
    traps: [],
    lastActivityAt: null,
    waitingSince: null,
    missing: [],
    blind: false,
  };
}

test("only the windows that come into sight are asked for, each once", () => {
  const held = heldFrom(window(0));
  expect(missingWindows(held, [0, 40])).toEqual([]);
  expect(missingWindows(held, [190, 230])).toEqual([200]);
  expect(missingWindows(held, [4_790, 4_830])).toEqual([4_600, 4_800]);
});

test("nothing is asked for beyond the end", () => {
  expect(missingWindows(heldFrom(window(0, 7)), [0, 40])).toEqual([]);
});

test("a window read later stands at its place, and its totals are the newer ones", () => {
  const held = joined(heldFrom(window(0)), window(4_800, 5_000, 9));
  expect(held.rows.get(4_999)?.candidate.name).toBe("Candidate 4999");
  expect(held.rows.get(0)?.candidate.name).toBe("Candidate 0");
  expect(held.rows.has(300)).toBe(false);
  expect(held.listing.asOf).toBe(9);
});
