import type { Context } from "@/db/context";
import type { TABLE_FORMATS } from "@/lib/contracts/exports";
import { CSV_TYPE, csvOf } from "./csv";
import { type Download, fileName, type Table } from "./table";
import { XLSX_TYPE, xlsxOf } from "./xlsx";

type Format = (typeof TABLE_FORMATS)[number];

/** A table as a file in the format asked for; `read` makes it when the file is on its way. */
export function asFile(title: string, format: Format, read: (ctx: Context) => Promise<Table>): Download {
  return {
    fileName: fileName(title, format),
    type: format === "csv" ? CSV_TYPE : XLSX_TYPE,
    async *body(ctx) {
      const table = await read(ctx);
      yield* format === "csv" ? csvOf(table) : xlsxOf(title, table);
    },
  };
}
