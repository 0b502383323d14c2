import type { Cell, FigureTable } from "./figure-table";

/** A spreadsheet runs text that starts with one of these; an apostrophe in front makes it text again. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 text of a table. Numbers stay numbers (also negative ones); no data is an empty cell. */
export function toCsv(table: FigureTable): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** A file name from a title: lower case, hyphens, nothing a file system minds. */
export function csvFileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain || "table"}.csv`;
}
