import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Comparison } from "@/lib/contracts/candidates";
import { CompareNotes } from "./compare-notes";
import { comparedCandidate } from "./testing/compared-candidate";

const [mira, jonas] = [comparedCandidate("Mira", 4.4), comparedCandidate("Jonas", 4.3)];

function comparison(over: Partial<Comparison>): Comparison {
  return {
    opening: { id: "o", title: "Backend" },
    rubric: {} as Comparison["rubric"],
    rubrics: [],
    candidates: [mira, jonas],
    model: { state: "not-enough", reason: "Too few." },
    pairs: [],
    ties: { state: "not-enough", reason: "Too few." },
    asOf: 0,
    warnings: [],
    ...over,
  };
}
const shown = (over: Partial<Comparison>) =>
  renderToStaticMarkup(<CompareNotes comparison={comparison(over)} onNudged={() => {}} />);

test("pairs that cannot be told apart stand beside the plots and on paper, with their chance", () => {
  const html = shown({
    pairs: [{ state: "known", a: "Mira", b: "Jonas", probability: 0.58, difference: 0.04, toldApart: false }],
  });
  expect(html).toContain("Pairs that cannot be told apart");
  expect(html).toContain("Mira over Jonas: 58 %");
  expect(html).not.toContain('data-print="no"');
});

test("why the fair score is not the order is said wherever fair scores are shown, linked or not", () => {
  const known: Comparison["model"] = {
    state: "known",
    method: "integrated",
    priorScale: 1,
    candidates: 4,
    interviewers: 4,
    scorecards: 8,
    leftOut: 0,
    panels: 2,
    spread: { candidates: 1, interviewers: 0.2, residual: 0.4 },
  };
  expect(shown({ model: known })).toContain("Why the fair score is not the order");
  expect(shown({})).toContain("The order is of raw composites");
});
