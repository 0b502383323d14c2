import { describe, expect, test } from "vitest";
import type { Role } from "./roles";
import { canReadScorecard, isBlindHere, type Viewer } from "./visibility";

const IN = new Date("2026-03-02T10:00:00Z");
type Row = [
  who: string,
  roles: Role[],
  seatHere: Viewer["seatHere"],
  bensCard: "submitted" | "draft",
  reads: boolean,
];

/** Who may read Ben's scorecard of one interview. Every "no" has the "yes" beside it that makes it mean something. */
const TABLE: Row[] = [
  ["Ada, her own submitted", ["interviewer"], "submitted", "submitted", true],
  ["Ada, her own still open", ["interviewer"], "open", "submitted", false],
  ["an interviewer without a seat", ["interviewer"], "none", "submitted", false],
  ["a recruiter without a seat", ["recruiter"], "none", "submitted", true],
  ["a lead without a seat", ["lead"], "none", "submitted", true],
  ["an administrator without a seat", ["admin"], "none", "submitted", false],
  ["a lead with an open seat", ["lead", "interviewer"], "open", "submitted", false],
  ["a lead whose own is submitted", ["lead", "interviewer"], "submitted", "submitted", true],
  ["a recruiter with an open seat", ["recruiter", "interviewer"], "open", "submitted", false],
  [
    "everything at once, seat open",
    ["interviewer", "recruiter", "lead", "admin"],
    "open",
    "submitted",
    false,
  ],
  ["everything at once, no seat", ["interviewer", "recruiter", "lead", "admin"], "none", "submitted", true],
  ["Ada, her own submitted, of a draft", ["interviewer"], "submitted", "draft", false],
  ["a lead without a seat, of a draft", ["lead"], "none", "draft", false],
];

describe("Ben's scorecard", () => {
  test.each(TABLE)("%s %j (seat %s), Ben's %s: %s", (_who, roles, seatHere, bensCard, reads) => {
    const viewer: Viewer = { memberId: "ada", roles, seatHere };
    const card = { authorId: "ben", submittedAt: bensCard === "submitted" ? IN : null };
    expect(canReadScorecard(viewer, card)).toBe(reads);
  });

  test.each(["open", "submitted"] as const)("is Ben's to read while %s", (seatHere) => {
    const ben: Viewer = { memberId: "ben", roles: ["interviewer"], seatHere };
    expect(canReadScorecard(ben, { authorId: "ben", submittedAt: seatHere === "open" ? null : IN })).toBe(
      true,
    );
  });
});

test("whoever is still to score an interview is blind there, and nobody else is", () => {
  const viewer = (seatHere: Viewer["seatHere"]): Viewer => ({ memberId: "ada", roles: ["lead"], seatHere });
  expect(isBlindHere(viewer("open"))).toBe(true);
  expect(isBlindHere(viewer("submitted"))).toBe(false);
  expect(isBlindHere(viewer("none"))).toBe(false);
});
