import { expect, test } from "vitest";
import type { AmendedChange } from "@/lib/domain/amendments";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { leftWords } from "./amend-words";

test("an amendment wants another mark and a reason, and says which is missing", () => {
  const now = { ...EMPTY_SCORECARD, recommendation: "yes" as const };
  const change = (value: "yes" | "no"): AmendedChange => ({ field: "recommendation", value });
  expect(leftWords(now, null, "because")).toContain("Choose");
  expect(leftWords(now, change("yes"), "because")).toContain("says this already");
  expect(leftWords(now, change("no"), "  ")).toContain("Write why");
  expect(leftWords(now, change("no"), "because")).toBeNull();
});
