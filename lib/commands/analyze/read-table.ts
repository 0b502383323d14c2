import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { isGzip, readRatings } from "../../analysis/reading/read-ratings";
import { type Table, UnreadableFile } from "../../analysis/table";
import type { Options } from "./options";

const CHUNK_BYTES = 1 << 20;

/** Streams the file once; `progress` hears of every hundred thousand lines. */
export async function readTable(options: Options, progress: (lines: number) => void): Promise<Table> {
  const gzipped = await isGzipped(options.file);
  return readRatings(
    createReadStream(options.file, { highWaterMark: CHUNK_BYTES }),
    gzipped,
    options,
    progress,
  );
}

async function isGzipped(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      if (bytesRead === 0) throw new UnreadableFile("The file is empty.");
      return bytesRead === 2 && isGzip(buffer);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT") throw new UnreadableFile(`There is no file ${file}.`);
    if (code === "EISDIR") throw new UnreadableFile(`${file} is a folder, not a file.`);
    throw new UnreadableFile(`${file} cannot be opened (${String(code)}).`);
  }
}
