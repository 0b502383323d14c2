import { constants, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { UnreadableFile } from "../table";
import { delimiterOf } from "./columns";
import { asUtf8, TextBytes } from "./decode";
import { isGzip } from "./read-ratings";

/** The first lines of any spreadsheet are in here. */
const HEAD_BYTES = 200_000;
const SAMPLE_ROWS = 5;
/** A workbook is a zip file. */
const ZIP_MAGIC = [0x50, 0x4b];

export interface Head {
  columns: string[];
  /** The first rows below the names, as they are written. */
  sample: string[][];
}

/** The names of the columns and a few rows, without reading the rest; says in words why there are none. */
export async function readHead(first: Uint8Array): Promise<Head> {
  if (ZIP_MAGIC.every((byte, at) => first[at] === byte))
    throw new UnreadableFile(
      "This is a workbook or an archive, not a text file. Save the sheet as CSV first.",
    );
  const bytes = isGzip(first)
    ? gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES)
    : first.subarray(0, HEAD_BYTES);
  const text = await textOf(Buffer.from(bytes));
  if (text.includes("\0"))
    throw new UnreadableFile("This is not a text file (it holds zero bytes). Save it as CSV in UTF-8.");
  const rows: string[][] = parse(text, {
    bom: true,
    trim: true,
    delimiter: delimiterOf(text.split(/\r?\n/, 1)[0] ?? ""),
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    to: SAMPLE_ROWS + 1,
  });
  const [columns, ...sample] = rows;
  if (!columns) throw new UnreadableFile("The file is empty: not even a line of column names.");
  return { columns, sample };
}

async function textOf(bytes: Buffer): Promise<string> {
  const whole = new TextBytes();
  const parts: Buffer[] = [];
  const one = async function* () {
    yield bytes;
  };
  for await (const chunk of asUtf8(one())) parts.push(whole.push(chunk));
  parts.push(whole.finish());
  return Buffer.concat(parts).toString("utf8");
}
