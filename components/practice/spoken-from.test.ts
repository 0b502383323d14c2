import { expect, test } from "vitest";
import { spokenFrom } from "./spoken-from";

test("a beat without words is skipped, and seconds follow the words at 150 a minute", () => {
  const words = {
    situation: " ",
    task: "",
    mistake: "one two three four five",
    noticing: "",
    result: "a ".repeat(75),
    bridge: "so",
  };
  expect(spokenFrom(words).map(({ beat, seconds }) => [beat, seconds])).toEqual([
    ["mistake", 2],
    ["result", 30],
    ["bridge", 1],
  ]);
});
