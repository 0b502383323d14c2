import { expect, test } from "vitest";
import { DEFAULT_FOLD } from "@/lib/domain/rubric";
import { foldExample, quality } from "./fold-example";

test("a -2 and a +2 fold to a poor answer, where a signed mean would say calm", () => {
  expect(foldExample(DEFAULT_FOLD)).toEqual({
    deflecting: 1,
    spiralling: 1.5,
    folded: 1.25,
    signedWouldSay: 5,
  });
});

test("qualities are printed with the digits they have", () => {
  expect([5, 2.5, 1.25, 1.6666].map(quality)).toEqual(["5", "2.5", "1.25", "1.67"]);
});
