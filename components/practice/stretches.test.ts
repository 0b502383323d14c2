import fc from "fast-check";
import { expect, test } from "vitest";
import { stretches } from "./stretches";

test("quoted words are marked where they stand, the rest is left", () => {
  expect(stretches("I sent it. I sent it late.", ["sent it"])).toEqual([
    { at: 0, text: "I ", marked: false },
    { at: 2, text: "sent it", marked: true },
    { at: 9, text: ". I ", marked: false },
    { at: 13, text: "sent it", marked: true },
    { at: 20, text: " late.", marked: false },
  ]);
  expect(stretches("all of it", ["all of it"])).toHaveLength(1);
  expect(stretches("overlap here", ["over", "verla"])[0]).toEqual({ at: 0, text: "overla", marked: true });
});

test("nothing is lost or doubled, whatever is quoted", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, quoted) => {
      expect(
        stretches(text, quoted)
          .map((one) => one.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
