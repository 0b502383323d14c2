import type { Context } from "@/db/context";

/** Null is an empty cell: no data, and never a 0. A number is written as a number, text is kept from running. */
export type Cell = string | number | null;

export interface Table {
  columns: readonly string[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** A file that is made while it travels. The verb has checked and audited; `body` reads, in a transaction of its own. */
export interface Download {
  fileName: string;
  type: string;
  body(ctx: Context): AsyncIterable<string | Uint8Array>;
}

/** A file name from a title: lower case, hyphens, nothing a file system minds. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain || "plumbline"}.${ending}`;
}
