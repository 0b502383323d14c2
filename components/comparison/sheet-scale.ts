import type { Comparison } from "@/lib/contracts/candidates";
import { factLines } from "@/lib/domain/fact-lines";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import type { SheetCard } from "./sheet-card";

/** A landscape sheet in the pixels of its print style, and what stands on it whatever was written. */
const SHEET = { width: 1_300, height: 870 };
const HEAD = 48;
const GRID_HEAD = { width: 119, height: 36 };
const COLUMN_GAP = 14;
/** A row of marks is never lower than its dot strip; traps, verdict and beats are about as high each time. */
const ROW_LEAST = 66;
const MARK = 34;
const OTHER_ROWS = 215;
const LINE = 14.5;
const FACT_LINE = 12.8;
const CHARACTER = 5.3;

/** The largest that fits is taken. */
const SCALES = [
  { scale: 1, print: "" },
  { scale: 0.9, print: "print:[zoom:0.9]" },
  { scale: 0.8, print: "print:[zoom:0.8]" },
  { scale: 0.7, print: "print:[zoom:0.7]" },
  { scale: 0.6, print: "print:[zoom:0.6]" },
] as const;
/** Below this nobody reads it: what is longer still runs on to a second page rather than being cut. */
const SMALLEST = "print:[zoom:0.52]";

/**
 * The class that keeps a candidate's scorecards on one sheet: the wordier, the smaller.
 * @param above lines of text that stand over the grid: a decision with its reasons
 */
export function sheetScale(cards: readonly SheetCard[], above = 0): string {
  const fits = SCALES.find(
    ({ scale }) => heightAt(cards, scale) <= (SHEET.height - HEAD - above * LINE) / scale,
  );
  return fits?.print ?? SMALLEST;
}

/** Notes stand three in a row below the plots; pairs that cannot be told apart are lines of one of them. */
const NOTE_ROW = 62;
const PAIR_LINE = 17;
const FIRST_SHEETS = [
  { notes: 150, print: "print:[zoom:0.82]" },
  { notes: 240, print: "print:[zoom:0.74]" },
] as const;

/** The class that keeps a comparison's plots and what is to be kept in mind on the packet's first sheet. */
export function firstSheetScale({ warnings, pairs }: Pick<Comparison, "warnings" | "pairs">): string {
  const untold = pairs.filter((pair) => pair.state === "known" && !pair.toldApart).length;
  const high = Math.ceil((warnings.length + 2) / 3) * NOTE_ROW + untold * PAIR_LINE;
  return FIRST_SHEETS.find(({ notes }) => high <= notes)?.print ?? "print:[zoom:0.56]";
}

/** How high the grid would be at a scale: smaller print has more characters in a line as well. */
function heightAt(cards: readonly SheetCard[], scale: number): number {
  const width = (SHEET.width / scale - GRID_HEAD.width) / Math.max(1, cards.length) - COLUMN_GAP;
  const perLine = Math.max(8, Math.floor(width / CHARACTER));
  const tallest = (of: (card: SheetCard) => number) => Math.max(0, ...cards.map(of));
  const marks = DIMENSIONS.map((dimension) =>
    Math.max(ROW_LEAST, MARK + tallest((card) => linesOf(card, dimension, perLine)) * LINE),
  );
  const facts = tallest((card) => factLines(card.facts).length) * FACT_LINE;
  return GRID_HEAD.height + marks.reduce((sum, height) => sum + height, 0) + OTHER_ROWS + facts;
}

function linesOf(card: SheetCard, dimension: Dimension, perLine: number): number {
  const wrapped = (text: string) =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const notes = card.evidence
    .filter((note) => note.dimension === dimension)
    .reduce((sum, { atMs, text }) => sum + wrapped(text) + (atMs === null ? 0 : 1), 0);
  const later = card.amendments
    .filter(({ change }) => change.field === "rating" && change.dimension === dimension)
    .reduce((sum, { reason }) => sum + wrapped(`Later: not observed, 12 Nov 2026: ${reason}`), 0);
  return notes + later;
}
