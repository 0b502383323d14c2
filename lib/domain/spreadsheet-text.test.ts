import fc from "fast-check";
import { expect, test } from "vitest";
import { neutralised, restored } from "./spreadsheet-text";

test.each(["=HYPERLINK(A1)", "+cmd|x", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1"])(
  "%j is text and never a formula",
  (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
  },
);

test("a name, a number and an apostrophe of one's own stay as they are", () => {
  for (const text of ["Ada", "O'Neill", "'tis", "4", "-2", "+1", "", "a=b"])
    expect(neutralised(text)).toBe(text);
});

test("whatever was written comes back unchanged, and nothing that a file holds runs", () => {
  const risky = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "＝", "a", "1") });
  fc.assert(
    fc.property(fc.oneof(risky, fc.string()), (text) => {
      expect(restored(neutralised(text))).toBe(text);
      expect(neutralised(text)).toMatch(/^([^=+\-@\t\r＝＋－＠]|[+-]\d+(\.\d+)?$|$)/);
    }),
  );
});
