"use client";

import { Button } from "../ui/button";
import { csvFileName, toCsv } from "./csv";
import type { FigureTable } from "./figure-table";

/** Without the mark a spreadsheet reads names such as Tomás in the wrong alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The browser opens the file after the click has returned; freed at once, there would be nothing to save. */
const KEPT_MS = 60_000;

/** Saves exactly the rows on screen. */
export function CsvButton({ title, table }: { title: string; table: FigureTable }) {
  return (
    <Button
      look="quiet"
      size="s"
      aria-label={`CSV: ${title}`}
      onClick={() => {
        const file = new Blob([BYTE_ORDER_MARK, toCsv(table)], { type: "text/csv;charset=utf-8" });
        const address = URL.createObjectURL(file);
        const link = Object.assign(document.createElement("a"), {
          href: address,
          download: csvFileName(title),
        });
        link.click();
        setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
      }}
    >
      CSV
    </Button>
  );
}
