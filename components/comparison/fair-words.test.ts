import { expect, test } from "vitest";
import type { ComparedCandidate, Comparison } from "@/lib/contracts/candidates";
import { comparisonTitle, pairTable, tiedGroups, untoldPairs, vagueText } from "./fair-words";
import { comparedCandidate } from "./testing/compared-candidate";

const mira = comparedCandidate("Mira Okafor", 4.39);
const jonas = comparedCandidate("Jonas Lindqvist", 4.33);
const priya = comparedCandidate("Priya Raman", 3.21);

type Told = Pick<Comparison, "ties" | "pairs" | "candidates">;
/** By fair score `order` stands from the top down; the pairs in `apart` are told apart, the better one first. */
const told = (
  candidates: ComparedCandidate[],
  order: ComparedCandidate[],
  apart: [ComparedCandidate, ComparedCandidate][] = [],
): Told => ({
  candidates,
  ties: { state: "known", groups: [order.map((each) => each.applicationId)] },
  pairs: order.flatMap((a, i) =>
    order.slice(i + 1).map((b) => {
      const toldApart = apart.some(([better, other]) => better === a && other === b);
      const probability = toldApart ? 0.98 : 0.58;
      const [first, second] = [a.applicationId, b.applicationId];
      return { state: "known" as const, a: first, b: second, probability, difference: 0.1, toldApart };
    }),
  ),
});

test.each([
  [
    told(
      [mira, jonas, priya],
      [mira, jonas, priya],
      [
        [mira, priya],
        [jonas, priya],
      ],
    ),
    "Mira Okafor and Jonas Lindqvist are ahead; they cannot be told apart",
  ],
  // Jonas cannot be told from Priya: that Mira can does not put the two of them ahead.
  [told([mira, jonas, priya], [mira, jonas, priya], [[mira, priya]]), "Nobody is clearly ahead"],
  [told([mira, jonas, priya], [jonas, mira, priya]), "These three cannot be told apart"],
  [told([mira, jonas], [mira, jonas]), "Mira Okafor and Jonas Lindqvist cannot be told apart"],
  [told([mira, priya], [mira, priya], [[mira, priya]]), "Mira Okafor is ahead"],
  // One of them has no fair score: nobody is said to be ahead of her.
  [
    told([mira, jonas, priya], [mira, jonas], [[mira, jonas]]),
    "Mira Okafor is ahead; Priya Raman has no fair score yet",
  ],
])("the title says as much as the evidence does (%#)", (comparison, title) => {
  expect(comparisonTitle(comparison)).toBe(title);
});

test("without fair scores the title says what the raw composites say", () => {
  const ties = { state: "not-enough" as const, reason: "Too few." };
  expect(comparisonTitle({ candidates: [mira, priya], ties, pairs: [] })).toBe(
    "Mira Okafor stands first at 4.39, then Priya Raman at 3.21",
  );
});

test("brackets stand over stretches of two and more, named in the order of the columns; they may overlap", () => {
  const apart: [ComparedCandidate, ComparedCandidate][] = [[mira, priya]];
  expect(tiedGroups(told([priya, jonas, mira], [mira, jonas, priya], apart))).toEqual([
    [jonas, mira],
    [priya, jonas],
  ]);
});

test("each pair that cannot be told apart stands in sight with its chance, the likelier one first", () => {
  const comparison = told([mira, jonas, priya], [mira, jonas, priya], [[mira, priya]]);
  expect(untoldPairs(comparison)).toEqual({
    title: "Pairs that cannot be told apart",
    lines: ["Mira Okafor over Jonas Lindqvist: 58 %", "Jonas Lindqvist over Priya Raman: 58 %"],
  });
  const turned = comparison.pairs.map((pair) =>
    pair.state === "known" && !pair.toldApart ? { ...pair, probability: 0.42 } : pair,
  );
  expect(untoldPairs({ ...comparison, pairs: turned })?.lines[0]).toBe(
    "Jonas Lindqvist over Mira Okafor: 58 %",
  );
  expect(untoldPairs(told([mira, priya], [mira, priya], [[mira, priya]]))?.lines).toEqual([]);
  expect(untoldPairs({ ...comparison, pairs: [] })).toBeNull();
});

test("a fair score that sees less than half of the differences is said to be too vague", () => {
  const fair = { state: "known", value: 4, se: 0.2, interval: [3.6, 4.4], n: 3 } as const;
  const of = (reliability: number | null) =>
    vagueText({ ...fair, interval: [...fair.interval], reliability });
  expect([0.412, 0.5, null].map(of)).toEqual(["too vague to go by: reliability .41", null, null]);
});

test("a pair without figures says why in its row, and has no difference of 0", () => {
  const pairs: Comparison["pairs"] = [
    { state: "not-enough", a: mira.applicationId, b: priya.applicationId, reason: "Not linked." },
  ];
  expect(pairTable({ pairs, candidates: [mira, priya] }).rows).toEqual([
    ["Mira Okafor", "Priya Raman", "Not linked.", null, null],
  ]);
});
