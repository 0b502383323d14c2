import type { ScorecardContent } from "@/lib/domain/scorecard";

/** A line of evidence on the sheet holds about this much; a note begins a line of its own. */
const CHARACTERS_A_LINE = 95;
/** Lines of evidence that fit beside everything else, at each size of print. */
const FITS = [
  { lines: 17, scale: "print:[zoom:1]" },
  { lines: 27, scale: "print:[zoom:0.88]" },
  { lines: 42, scale: "print:[zoom:0.76]" },
  { lines: 62, scale: "print:[zoom:0.66]" },
] as const;
/** Below this nobody reads it: what is longer still runs on to a second page rather than being cut. */
const SMALLEST = "print:[zoom:0.58]";

/** The class that keeps a card on one page: the wordier, the smaller. */
export function sheetScale(card: ScorecardContent | null): string {
  const lines = (card?.evidence ?? []).reduce(
    (sum, note) =>
      sum +
      note.text.split("\n").reduce((all, line) => all + Math.ceil((line.length + 8) / CHARACTERS_A_LINE), 0),
    0,
  );
  return FITS.find((fit) => lines <= fit.lines)?.scale ?? SMALLEST;
}
