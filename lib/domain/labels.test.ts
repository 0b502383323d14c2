import { expect, test } from "vitest";
import { choiceLabel, measureText, STORY_LABEL } from "./labels";
import { STORY_CHOICE_KEYS, STORY_CHOICES } from "./story-facts";

test("every option of every story fact has a word short enough for a chip", () => {
  for (const fact of STORY_CHOICE_KEYS) {
    expect(Object.keys(STORY_LABEL[fact].options).sort()).toEqual([...STORY_CHOICES[fact]].sort());
    for (const option of STORY_CHOICES[fact]) {
      expect(choiceLabel(fact, option).length).toBeGreaterThan(0);
      expect(choiceLabel(fact, option).length).toBeLessThanOrEqual(12);
    }
  }
});

test("a choice no list knows is shown as it stands", () => {
  expect(choiceLabel("voice", "they")).toBe("they");
  expect(choiceLabel("voice", "toString")).toBe("toString");
});

test("a measured fact is read as a person says it", () => {
  expect(measureText(1, "hours")).toBe("1 hour");
  expect(measureText(24_000, "dollars")).toBe("24,000 dollars");
  expect(measureText(1, "people")).toBe("1 person");
  expect(measureText(3, "parsecs")).toBe("3 parsecs");
});
