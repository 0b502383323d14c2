import { once } from "node:events";
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { Table } from "./table";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Excel takes no longer name for a sheet, and none of these characters. */
const SHEET_NAME_MAX = 31;
const NOT_IN_SHEET_NAME = /[*?:\\/[\]]/g;

/** A workbook of one sheet, made row by row. Text cells are typed as text: Excel runs none of them. */
export async function* xlsxOf(title: string, table: Table): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const written = write(title, table, out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const chunk of out) yield chunk;
  await written;
}

async function write(title: string, { columns, rows }: Table, out: PassThrough): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false });
  const name = title.replace(NOT_IN_SHEET_NAME, " ").slice(0, SHEET_NAME_MAX);
  const sheet = book.addWorksheet(name || "Plumbline");
  sheet.addRow([...columns]).commit();
  for await (const row of rows) {
    sheet.addRow([...row]).commit();
    if (out.writableNeedDrain) await once(out, "drain");
  }
  sheet.commit();
  await book.commit();
}
