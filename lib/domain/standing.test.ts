import fc from "fast-check";
import { expect, test } from "vitest";
import { aheadOf, chanceOf, type JudgedPair, untoldRuns } from "./standing";

/** Pairs of A, B, C ... from those told apart, the better one first; every other pair is known and untold. */
function pairsOf(order: string, told: readonly string[]): JudgedPair[] {
  const ids = [...order];
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b): JudgedPair => {
      if (told.includes(a + b)) return { state: "known", a, b, probability: 0.98, toldApart: true };
      if (told.includes(b + a)) return { state: "known", a, b, probability: 0.02, toldApart: true };
      return { state: "known", a, b, probability: 0.6, toldApart: false };
    }),
  );
}

test.each([
  // A is ahead of C alone: B, tied with both, keeps anybody from being clearly ahead.
  ["ABC", ["AC"], "", ["AB", "BC"]],
  ["ABC", ["AC", "BC"], "AB", ["AB"]],
  ["ABC", ["AB", "AC"], "A", ["BC"]],
  ["ABC", [], "", ["ABC"]],
  ["ABC", ["AB", "AC", "BC"], "A", []],
  ["ABCD", ["AC", "AD", "BD", "CD"], "ABC", ["AB", "BC"]],
  ["AB", ["AB"], "A", []],
  ["A", [], "", []],
])("of %s with %j told apart, ahead are '%s', brackets stand over %j", (order, told, ahead, runs) => {
  const pairs = pairsOf(order, told);
  expect(aheadOf([...order], pairs).join("")).toBe(ahead);
  expect(untoldRuns([...order], pairs).map((run) => run.join(""))).toEqual(runs);
});

test("the pair's own order does not matter, and a pair without figures tells nobody apart", () => {
  expect(aheadOf(["B", "A"], pairsOf("AB", ["BA"]))).toEqual(["B"]);
  const unknown: JudgedPair[] = [{ state: "not-enough", a: "A", b: "B" }];
  expect(aheadOf(["A", "B"], unknown)).toEqual([]);
  expect(untoldRuns(["A", "B"], unknown)).toEqual([["A", "B"]]);
});

const anyPairs = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const order = "ABCDEF".slice(0, size);
  const all = [...order].flatMap((a, i) => [...order].slice(i + 1).map((b) => a + b));
  return fc.record({ order: fc.constant(order), told: fc.subarray(all) });
});

test("nobody outside the leading set is tied with a member, and no bracket holds two who are told apart", () => {
  fc.assert(
    fc.property(anyPairs, ({ order, told }) => {
      const pairs = pairsOf(order, told);
      const ahead = aheadOf([...order], pairs);
      for (const member of ahead) {
        for (const other of order) if (!ahead.includes(other)) expect(told).toContain(member + other);
      }
      for (const run of untoldRuns([...order], pairs)) {
        for (const a of run) for (const b of run) expect(told).not.toContain(a + b);
      }
      // Neighbours that nothing tells apart always stand under one bracket.
      for (let at = 1; at < order.length; at++) {
        const [a, b] = [order[at - 1] ?? "", order[at] ?? ""];
        if (told.includes(a + b)) continue;
        expect(untoldRuns([...order], pairs).some((run) => run.includes(a) && run.includes(b))).toBe(true);
      }
    }),
  );
});

test("a chance is never said to be certain", () => {
  expect([0.5, 0.581, 0.999, 0.0001].map(chanceOf)).toEqual([50, 58, 99, 1]);
});
