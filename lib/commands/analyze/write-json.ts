import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes the report as one JSON object, row by row: 250,000 candidates need no string of their size. */
export async function writeJson(report: object, out: Writable): Promise<void> {
  const entries = Object.entries(report);
  await write(out, "{");
  for (const [at, [key, value]] of entries.entries()) {
    await write(out, `${at > 0 ? ",\n " : "\n "}${JSON.stringify(key)}: `);
    if (Array.isArray(value)) await writeRows(value, out);
    else await write(out, JSON.stringify(value));
  }
  await write(out, "\n}\n");
}

const ROWS_AT_ONCE = 2000;

async function writeRows(rows: readonly unknown[], out: Writable): Promise<void> {
  await write(out, "[");
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const text = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row) => JSON.stringify(row))
      .join(",\n  ");
    await write(out, from > 0 ? `,\n  ${text}` : text);
  }
  await write(out, "]");
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, "drain");
}
