import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvError } from "csv-parse";
import type { AnalysisOptions } from "../options";
import { type Table, UnreadableFile } from "../table";
import type { ColumnNames } from "./columns";
import { RowReader } from "./row-reader";

const GZIP_MAGIC = [0x1f, 0x8b];

/** True when these are the first bytes of a compressed file. */
export function isGzip(start: Uint8Array): boolean {
  return GZIP_MAGIC.every((byte, at) => start[at] === byte);
}

/** A ratings file as it streams by, compressed or not, as a table; what cannot be read at all is said in words. */
export async function readRatings(
  source: Readable,
  gzipped: boolean,
  options: Pick<AnalysisOptions, "bipolar" | "scale">,
  progress: (lines: number) => void,
  names?: ColumnNames,
): Promise<Table> {
  const rows = new RowReader(options, progress, names);
  try {
    if (gzipped) await pipeline(source, createGunzip(), (bytes) => rows.readAll(bytes));
    else await pipeline(source, (bytes) => rows.readAll(bytes));
  } catch (cause) {
    if (cause instanceof UnreadableFile || cause instanceof CsvError) throw new UnreadableFile(cause.message);
    if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_")) {
      throw new UnreadableFile(`The compressed file is damaged or cut short (${cause.message}).`);
    }
    throw cause;
  }
  return rows.finish();
}

/** The same of a file that is held in pieces. */
export function readPieces(
  pieces: readonly Uint8Array[],
  options: Pick<AnalysisOptions, "bipolar" | "scale">,
  progress: (lines: number) => void,
  names?: ColumnNames,
): Promise<Table> {
  const buffers = pieces.map((piece) => Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  return readRatings(Readable.from(buffers), isGzip(pieces[0] ?? new Uint8Array()), options, progress, names);
}
