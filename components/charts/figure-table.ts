/** One cell: text, a figure, or nothing known. Never a 0 in place of nothing. */
export type Cell = string | number | null;

/** The numbers of a picture. Picture, table view and CSV are drawn from the same rows. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** How a cell reads on screen: a true minus, and a dash where there is no figure. */
export function cellText(cell: Cell): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? String(cell).replace("-", "−") : cell;
}
