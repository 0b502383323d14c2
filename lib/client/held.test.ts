import { expect, test } from "vitest";
import { runsOf, spansOf } from "./held";

const made = (clientId: string, ...numbers: number[]) =>
  numbers.map((clientSeq) => ({ clientId, clientSeq }));

test("a span says the first and the last, a run leaves out what was never taken", () => {
  const held = [...made("b", 2), ...made("a", 5, 1, 2, 2)];
  expect(spansOf(held)).toEqual([
    { clientId: "b", from: 2, to: 2 },
    { clientId: "a", from: 1, to: 5 },
  ]);
  expect(runsOf(held)).toEqual([
    { clientId: "a", from: 1, to: 2 },
    { clientId: "a", from: 5, to: 5 },
    { clientId: "b", from: 2, to: 2 },
  ]);
});

test("more runs than one question may name: the newest are asked about", () => {
  const odd = Array.from({ length: 30 }, (_, n) => 2 * n + 1);
  expect(runsOf(made("a", ...odd)).map(({ from }) => from)).toEqual(odd.slice(-20));
});
