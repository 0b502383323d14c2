import { createHash } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { Problem } from "../../lib/domain/errors";
import { parsed } from "../backup/copy";
import { linesOf, writeLine } from "../backup/lines";

/** The last line: how many rows there were, and the hash of every line before this one. */
const Seal = z.object({ rows: z.number().int(), sha256: z.string() });

/** Writes lines, and at the end a seal over all of them. */
export class SealedWriter {
  readonly #to: Writable;
  readonly #hash = createHash("sha256");
  constructor(to: Writable) {
    this.#to = to;
  }

  async line(text: string): Promise<void> {
    this.#hash.update(`${text}\n`);
    await writeLine(this.#to, text);
  }

  async seal(rows: number): Promise<string> {
    const sha256 = this.#hash.digest("hex");
    await writeLine(this.#to, JSON.stringify({ rows, sha256 }));
    return sha256;
  }
}

/** Reads lines, remembering the hash of those before the one that was read last. */
export class SealedReader implements AsyncIterator<string> {
  readonly #lines: AsyncIterator<string>;
  readonly #hash = createHash("sha256");
  #last: string | null = null;
  constructor(from: Readable) {
    this.#lines = linesOf(from);
  }

  async next(): Promise<IteratorResult<string>> {
    if (this.#last !== null) this.#hash.update(`${this.#last}\n`);
    const next = await this.#lines.next();
    this.#last = next.done ? null : next.value;
    return next;
  }

  /** Whether the line that was read last is the seal of the lines before it and of these rows, and nothing follows. */
  async requireSeal(rows: number): Promise<string> {
    const seal = Seal.safeParse(parsed(this.#last));
    if (!seal.success) throw new Problem("INVALID", "The file ends before its last line: it is not whole");
    const { sha256 } = seal.data;
    if (seal.data.rows !== rows || this.#hash.digest("hex") !== sha256)
      throw new Problem("INVALID", "The file is not as it was written: its checksum says otherwise");
    if (!(await this.#lines.next()).done)
      throw new Problem(
        "INVALID",
        "Something follows the last line of the file: it is not as it was written",
      );
    return sha256;
  }
}
