import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { Change } from "@/lib/domain/changes";
import { tab } from "@/tests/support/operations";
import { operation } from "./operations";

const rating: Change = { field: "rating", dimension: "fix", value: { state: "observed", mark: 3 } };
const note = (text: string): Change => ({
  field: "note",
  noteId: v7(),
  value: { dimension: "fix", text, atMs: null },
});
const timer = (kind: "beat" | "pause", beat: "task" | null): Change => ({
  field: "timer",
  value: { id: v7(), kind, beat, at: 1 },
});
const taken = (change: Change, other: object = {}) =>
  operation.safeParse({ ...tab(v7())(change), ...other }).success;

test("what the records can keep is taken: any script, emoji, every timer event", () => {
  for (const text of ["", "naïve", "李雷 says “no”", "👩‍💻 fixed it", "שלום", "a\nb\tc"]) {
    expect(taken(note(text)), text).toBe(true);
  }
  expect(taken(timer("beat", "task"))).toBe(true);
  expect(taken(timer("pause", null))).toBe(true);
});

test("what they cannot keep is refused at the door: zero bytes, half characters, impossible numbers and times", () => {
  for (const text of ["a\u0000b", "half \ud800", "\udc00 half"]) expect(taken(note(text)), text).toBe(false);
  expect(taken(timer("beat", null))).toBe(false);
  expect(taken(timer("pause", "task"))).toBe(false);
  expect(taken(rating, { clientSeq: 2 ** 31 })).toBe(false);
  expect(taken(rating, { baseRevision: 2 ** 31 })).toBe(false);
  expect(taken(rating, { wallClock: "0000-01-01T00:00:00Z" })).toBe(false);
});
