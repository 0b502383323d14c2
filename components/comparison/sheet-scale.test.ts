import { expect, test } from "vitest";
import { DIMENSIONS } from "@/lib/domain/scale";
import type { SheetCard } from "./sheet-card";
import { firstSheetScale, sheetScale } from "./sheet-scale";

const card = (characters: number): SheetCard => ({
  scorecardId: "s",
  rubricVersionId: "r",
  author: { id: "a", name: "Ada" },
  submittedAt: "2026-11-01T11:00:00.000Z",
  composite: { state: "complete", value: 3, dimensions: 5 },
  ratings: {},
  evidence: DIMENSIONS.map((dimension) => ({
    id: dimension,
    dimension,
    text: "x".repeat(characters),
    atMs: 1,
  })),
  traps: [],
  facts: {},
  timer: [],
  recommendation: null,
  confidence: null,
  amendments: [],
});
const scaleOf = (cards: SheetCard[], above = 0) => Number(/[\d.]+(?=])/.exec(sheetScale(cards, above)) ?? 1);

test("five short scorecards print as they are; the wordier, the smaller, down to what can be read", () => {
  expect(sheetScale(Array.from({ length: 5 }, () => card(60)))).toBe("");
  const scales = [60, 200, 400, 800, 5_000].map((characters) =>
    scaleOf(Array.from({ length: 5 }, () => card(characters))),
  );
  expect(scales).toEqual([...scales].sort((a, b) => b - a));
  expect(new Set(scales).size).toBeGreaterThan(3);
  expect(scales.at(-1)).toBe(0.52);
});

test("more interviewers have narrower columns, and what stands above takes its room", () => {
  const of = (n: number) => Array.from({ length: n }, () => card(300));
  expect(scaleOf(of(6))).toBeLessThan(scaleOf(of(2)));
  expect(scaleOf(of(4), 12)).toBeLessThan(scaleOf(of(4)));
});

test("a packet's first sheet makes room for its notes and for pairs that cannot be told apart", () => {
  const pair = {
    state: "known",
    a: "a",
    b: "b",
    probability: 0.6,
    difference: 0.1,
    toldApart: false,
  } as const;
  const warning = { warning: "split", applicationIds: ["a"] } as const;
  const scale = (warnings: number, pairs: number) =>
    firstSheetScale({
      warnings: Array.from({ length: warnings }, () => ({ ...warning, applicationIds: ["a"] })),
      pairs: Array.from({ length: pairs }, () => pair),
    });
  expect([scale(1, 1), scale(4, 5), scale(7, 15)]).toEqual([
    "print:[zoom:0.82]",
    "print:[zoom:0.74]",
    "print:[zoom:0.56]",
  ]);
});
