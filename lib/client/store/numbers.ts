import type { Operation } from "@/lib/contracts/operations";
import type { Draft } from "./rows";

/** More than anybody makes while one write is held up; what comes on top goes under the tab's own name. */
const RESERVED = 32;

/** Some of a browser's numbers: from the first, to before the end. */
export interface Block {
  from: number;
  end: number;
}

/**
 * The browser's numbers that are this tab's alone, because the disk says so. A page that leaves gives them away before the
 * disk has its changes: whatever is written later, here or by another page, never bears the same number.
 */
export class Numbers {
  readonly #given = new Map<string, Operation>();
  #next = 0;
  #end = 0;
  #stale = false;

  constructor(readonly clientId: string) {}

  get isStale(): boolean {
    return this.#stale;
  }

  /**
   * Somebody else wrote: what is made from now on comes after that, and these numbers may not.
   * @param upTo the highest number written: this page's own last words, in the worker's hand, overtake nothing
   */
  overtaken(upTo = Number.POSITIVE_INFINITY): void {
    this.#stale ||= upTo >= this.#next;
  }

  /** The browser's next number, as the disk has it: these are the newest while nobody else reserved any. */
  compare(nextSeq: number): void {
    this.#stale = nextSeq !== this.#end;
  }

  /** What to reserve for so many more changes, with room for the last words of this page. */
  wanted(count: number, nextSeq: number): Block {
    const from = nextSeq === this.#end ? this.#next : nextSeq;
    return { from, end: Math.max(nextSeq, from + count + RESERVED) };
  }

  /** The disk has it: they are ours. */
  have({ from, end }: Block): void {
    this.#next = Math.max(from, this.#next);
    this.#end = end;
    this.#stale = false;
  }

  /** Changes with their numbers for good: what was numbered before keeps that, the rest is as `otherwise` says. */
  give<Other extends Operation | null>(
    drafts: readonly Draft[],
    otherwise: (made: Draft) => Other,
  ): (Operation | Other)[] {
    return drafts.map((made) => {
      const operation = this.#given.get(made.opId) ?? numbered(made) ?? this.#number(made) ?? otherwise(made);
      if (operation) this.#given.set(made.opId, operation);
      return operation;
    });
  }

  /** On the disk: nobody asks for their numbers again. */
  forget(operations: readonly Operation[]): void {
    for (const { opId } of operations) this.#given.delete(opId);
  }

  #number(made: Draft): Operation | null {
    if (this.#stale || this.#next >= this.#end) return null;
    this.#next += 1;
    return { ...made, clientId: this.clientId, clientSeq: this.#next - 1 };
  }
}

function numbered(made: Draft): Operation | null {
  const { clientId, clientSeq } = made;
  return clientId === undefined || clientSeq === undefined ? null : { ...made, clientId, clientSeq };
}
