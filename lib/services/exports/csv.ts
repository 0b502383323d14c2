import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { neutralised } from "@/lib/domain/spreadsheet-text";
import type { Cell, Table } from "./table";

export const CSV_TYPE = "text/csv; charset=utf-8";

/** What makes a spreadsheet read the file as UTF-8; our own import passes over it. */
const BYTE_ORDER_MARK = "\ufeff";

/** RFC 4180 text of a table, made row by row. */
export async function* csvOf(table: Table): AsyncGenerator<string | Uint8Array> {
  yield BYTE_ORDER_MARK;
  const lines = stringify({ record_delimiter: "windows" });
  // A failing source ends `lines` with its error, which the loop below throws.
  pipeline(Readable.from(cellsOf(table)), lines, () => {});
  for await (const chunk of lines) yield chunk;
}

async function* cellsOf({ columns, rows }: Table): AsyncGenerator<string[]> {
  yield columns.map(neutralised);
  for await (const row of rows) yield row.map(textOf);
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : neutralised(cell);
}
