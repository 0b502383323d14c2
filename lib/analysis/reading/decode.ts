import { isUtf8 } from "node:buffer";

const LINE_FEED = 10;
const RETURN = 13;

/**
 * Bytes of a text file as UTF-8, whole lines at a time. A line that is not UTF-8 is read as Windows-1252 (which holds
 * Latin-1's letters), so that no name loses an accent; `lines` says how many there were.
 */
export class TextBytes {
  /** Lines that were not UTF-8, and the first of them. */
  lines = 0;
  firstLine = 0;
  private passed = 0;
  private rest: Buffer[] = [];
  private readonly western = new TextDecoder("windows-1252");

  /** The whole lines so far; what follows the last line end waits for the next chunk. */
  push(chunk: Buffer): Buffer {
    const end = Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(RETURN)) + 1;
    const ready = end > 0 ? Buffer.concat([...this.rest, chunk.subarray(0, end)]) : Buffer.alloc(0);
    if (end > 0) this.rest = [];
    this.rest.push(chunk.subarray(end));
    return this.decoded(ready);
  }

  finish(): Buffer {
    return this.decoded(Buffer.concat(this.rest));
  }

  private decoded(bytes: Buffer): Buffer {
    if (isUtf8(bytes)) {
      this.passed += count(bytes, LINE_FEED);
      return bytes;
    }
    const parts: Buffer[] = [];
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(LINE_FEED, from) + 1 || bytes.length;
      const line = bytes.subarray(from, end);
      this.passed++;
      parts.push(isUtf8(line) ? line : this.fromWestern(line));
      from = end;
    }
    return Buffer.concat(parts);
  }

  private fromWestern(line: Buffer): Buffer {
    if (this.lines++ === 0) this.firstLine = this.passed;
    return Buffer.from(this.western.decode(line), "utf8");
  }
}

const UTF16_MARKS = { "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] } as const;

/** A file whose first bytes mark it as UTF-16, which spreadsheets call "Unicode text", goes on as UTF-8. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const next: Buffer = start === null ? chunk : Buffer.concat([start, chunk]);
    if (start !== null) {
      start = next;
      if (next.length < 2) continue;
      decoder = utf16Decoder(next);
      start = null;
    }
    yield decoder === null ? next : Buffer.from(decoder.decode(next, { stream: true }), "utf8");
  }
  if (start !== null && start.length > 0) yield start;
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield Buffer.from(rest, "utf8");
}

function utf16Decoder(start: Buffer): TextDecoder | null {
  const found = (["utf-16le", "utf-16be"] as const).find((name) =>
    UTF16_MARKS[name].every((byte, at) => start[at] === byte),
  );
  return found === undefined ? null : new TextDecoder(found);
}

function count(bytes: Buffer, value: number): number {
  let found = 0;
  for (let at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + 1)) found++;
  return found;
}
