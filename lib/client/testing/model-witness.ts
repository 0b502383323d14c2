import type { Outbox } from "../outbox-state";
import { saveStateOf } from "../save-state";
import type { ModelDisk } from "./model-disk";
import type { Letter, ModelPost } from "./model-post";
import type { ModelServer } from "./model-server";

/** Who looks over the author's shoulder: what was made, what was claimed, and what may rightly be gone. */
export class ModelWitness {
  readonly lies: string[] = [];
  /** Every operation a tab has shown as kept, by id. */
  readonly kept = new Set<string>();
  /** Every operation made, but those that only a crash can take, or a lost last request where there is no worker. */
  readonly owed = new Set<string>();
  tailLost = false;
  /** Something the author entered may be gone, and rightly so. */
  mayHaveLost = false;
  /** Made in a page that was left, and neither on a disk nor known to have arrived. */
  readonly #onlyInLetters = new Set<string>();

  constructor(
    readonly server: ModelServer,
    readonly post: () => ModelPost,
  ) {}

  /**
   * What every state on screen claims is held against disk and ledger at that very moment.
   * @param made the ids of what was made in this tab so far
   */
  look(outbox: Outbox, disk: ModelDisk, made: Set<string>): void {
    for (const { opId } of outbox.waiting) this.kept.add(opId);
    for (const { opId } of outbox.drafts) {
      if (!made.has(opId)) this.owed.add(opId);
      made.add(opId);
    }
    const state = saveStateOf(outbox);
    const ledger = this.#ledger();
    if (state === "on-this-device")
      for (const opId of made)
        if (!disk.written.has(opId)) this.lies.push(`On this device was said before ${opId} was there`);
    if (this.tailLost || state !== "saved") return;
    const claimed = outbox.acknowledged.map(({ operation }) => operation.opId);
    for (const opId of claimed)
      if (!ledger.has(opId)) this.lies.push(`Saved was said before ${opId} was there`);
  }

  /** A crash takes what no disk has. */
  crashed({ drafts }: Outbox): void {
    this.mayHaveLost = true;
    for (const { opId } of drafts) this.owed.delete(opId);
  }

  /** A page was left that had nobody but its last request to give its last words to. */
  leftAlone({ drafts }: Outbox): void {
    const underWay = idsIn(this.post().letters);
    const ledger = this.#ledger();
    for (const { opId } of drafts)
      if (underWay.has(opId) || ledger.has(opId)) this.#onlyInLetters.add(opId);
      else if (!this.post().online) this.#forgive(opId);
  }

  /** A request was lost before it arrived. */
  lost(letter: Letter): void {
    const known = new Set([...idsIn(this.post().letters), ...this.#ledger()]);
    for (const { opId } of letter.operations)
      if (this.#onlyInLetters.has(opId) && !known.has(opId)) this.#forgive(opId);
  }

  /** The server lost what it had: what never was on a disk nobody can give again. */
  lostTail(opIds: readonly string[]): void {
    if (opIds.length > 0) this.tailLost = true;
    for (const opId of opIds) if (this.#onlyInLetters.has(opId)) this.#forgive(opId);
  }

  #forgive(opId: string): void {
    this.mayHaveLost = true;
    this.owed.delete(opId);
  }

  #ledger(): Set<string> {
    return new Set(this.server.rows.map(({ opId }) => opId));
  }
}

function idsIn(letters: readonly Letter[]): Set<string> {
  return new Set(letters.flatMap(({ operations }) => operations.map(({ opId }) => opId)));
}
