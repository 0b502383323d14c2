import { expect, test } from "vitest";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { placeWords } from "./place-words";

test("a place in a rubric is told by the names on the screen", () => {
  const words = (...path: (string | number)[]) => placeWords(path, DEFAULT_RUBRIC);
  expect(words("content", "dimensions", "fix", "anchors", "3")).toBe("Fix, anchor 3");
  expect(words("content", "dimensions", "noticing", "probes", 0)).toBe("Moment of noticing, probe 1");
  expect(words("content", "dimensions", "noticing", "hint")).toBe("Moment of noticing, what to listen for");
  expect(words("content", "traps", "fake-mistake", "sign")).toBe("Trap “Fake mistake”");
  expect(words("content", "question")).toBe("The question");
  expect(words("weights", "fix")).toBe("Weight of Fix");
  expect(words("content", "poles", "low")).toBe("poles › low");
});
