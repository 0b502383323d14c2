import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Problem } from "../domain/errors";

/** Writes a zipped file while it is made. Only a whole one gets the name that was asked for, and its owner alone reads it. */
export async function writeZipped<T>(file: string, write: (to: Writable) => Promise<T>): Promise<T> {
  const unfinished = `${file}.unfinished`;
  const zip = createGzip();
  const written = pipeline(zip, createWriteStream(unfinished, { mode: 0o600 }));
  try {
    const [result] = await Promise.all([
      write(zip).then((done) => {
        zip.end();
        return done;
      }),
      written,
    ]);
    await rename(unfinished, file);
    return result;
  } catch (error) {
    zip.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Reads a zipped file while it is unpacked; one that breaks off or is no such file is refused in a sentence. */
export async function readZipped<T>(file: string, read: (from: Readable) => Promise<T>): Promise<T> {
  const zip = createGunzip();
  const unpacked = pipeline(createReadStream(file), zip).catch(() => {});
  try {
    return await read(zip);
  } catch (error) {
    if (codeOf(error)?.startsWith("Z_"))
      throw new Problem("INVALID", `${file} is not whole, or was not written by Plumbline`, {}, error);
    throw error;
  } finally {
    zip.destroy();
    await unpacked;
  }
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
