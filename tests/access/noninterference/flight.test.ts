import { expect, test } from "vitest";
import { withoutMoment } from "./flight";

const DATA = "text/x-component";
/** Two rows of content, a module and a text, as React numbers them when the text is ready first, and last. */
const first =
  '1:Tc,a:long\ntext 2:I[7,["x.js"],"Dot"]\n3:["$","$L2",null,{"mark":4,"note":"$1"}]\n0:{"page":"$L3"}\n';
const last =
  '1:I[7,["x.js"],"Dot"]\n2:["$","$L1",null,{"mark":4,"note":"$3"}]\n3:Tc,a:long\ntext 0:{"page":"$L2"}\n';

test("the order in which rows were ready, and the numbers it gave them, are no difference", () => {
  expect(withoutMoment(first, DATA)).toBe(withoutMoment(last, DATA));
});

test("a mark, a word of a text, and what a row points at are", () => {
  const same = withoutMoment(first, DATA);
  expect(withoutMoment(last.replace('"mark":4', '"mark":3'), DATA)).not.toBe(same);
  expect(withoutMoment(last.replace("a:long\ntext", "a:long\ntexx"), DATA)).not.toBe(same);
  expect(withoutMoment(last.replace('"note":"$3"', '"note":"$1"'), DATA)).not.toBe(same);
});

test("in a page the rows are read out of its scripts, however they were cut; the rest stands", () => {
  const page = (head: string, ...pieces: string[]) =>
    `<p>${head}</p>${pieces.map((piece) => `<script nonce="n">self.__next_f.push([1,${JSON.stringify(piece)}])</script>`).join("")}`;
  const whole = withoutMoment(page("Compare", first), "text/html; charset=utf-8");
  expect(withoutMoment(page("Compare", last.slice(0, 40), last.slice(40)), "text/html; charset=utf-8")).toBe(
    whole,
  );
  expect(withoutMoment(page("compare", first), "text/html; charset=utf-8")).not.toBe(whole);
});
