import "fake-indexeddb/auto";
import type { Operation } from "@/lib/contracts/operations";
import { DeviceDatabase } from "../store/database";
import { keepLastWords } from "../store/last-words";
import { openScorecardStore, type ScorecardStore, type StoreStart } from "../store/scorecard-store";
import type { TabChannel, Written } from "../store/tab-channel";

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
/** One store a device for all sequences: each sequence has a scorecard of its own in them. */
const databases = [new DeviceDatabase("model-0"), new DeviceDatabase("model-1")];

export const DEVICES_OF_THE_MODEL = databases.length;

type Listener = (message: { data: Written }) => void;

/** One device's disk: real, but for a hand on the brake. */
export class ModelDisk {
  /** Every operation that is on it, by id. */
  readonly written = new Set<string>();
  readonly #db: DeviceDatabase;
  readonly #tabs = new Set<Listener>();
  #moving: { promise: Promise<void>; go: () => void } | null = null;

  constructor(
    device: number,
    readonly place: Omit<StoreStart, "fetchKey" | "channel">,
    /** Counts work that is under way and will come to its end by itself. */
    readonly count: <T>(work: Promise<T>) => Promise<T>,
  ) {
    const db = databases[device];
    if (!db) throw new Error(`There is no device ${device}`);
    this.#db = db;
  }

  /** A write now waits, and whoever made it knows nothing of its end, until the disk moves on. */
  hold(): void {
    let go = () => {};
    const promise = new Promise<void>((resolve) => {
      go = resolve;
    });
    this.#moving ??= { promise, go };
  }

  release(): void {
    this.#moving?.go();
    this.#moving = null;
  }

  /** @param isGone a page that is gone takes with it what it has not written */
  async open(isGone: () => boolean): Promise<ScorecardStore> {
    const { count } = this;
    const fetchKey = async () => KEY;
    const store = await openScorecardStore(this.#db, {
      ...this.place,
      fetchKey,
      channel: () => this.#channel(),
    });
    return {
      ...store,
      append: async (drafts) => {
        await this.#moving?.promise;
        // A write takes a moment, and one that is not done when its page goes is undone.
        await count(new Promise(setImmediate));
        if (isGone()) return new Promise(() => {});
        return this.#noted(count(store.append(drafts)));
      },
      renew: () => count(store.renew()),
      list: () => count(store.list()),
      acknowledge: (saved, now) => count(store.acknowledge(saved, now)),
      reopen: (opIds) => count(store.reopen(opIds)),
      overtake: (opIds) => count(store.overtake(opIds)),
    };
  }

  /** The worker of this device's browser has them: it outlives the page, and the disk's delays. */
  async keep(operations: readonly Operation[]): Promise<void> {
    await this.#moving?.promise;
    const written = keepLastWords(this.place.scorecardId, operations, this.#db, () => this.#channel());
    await this.#noted(this.count(written.then(() => operations)));
  }

  async #noted<T extends readonly Operation[]>(work: Promise<T>): Promise<T> {
    const operations = await work;
    for (const { opId } of operations) this.written.add(opId);
    return operations;
  }

  #channel(): TabChannel {
    let own: Listener | null = null;
    return {
      postMessage: (data) => {
        for (const listener of this.#tabs) if (listener !== own) setImmediate(listener, { data });
      },
      addEventListener: (_, listener) => {
        own = listener;
        this.#tabs.add(listener);
      },
      removeEventListener: (_, listener) => this.#tabs.delete(listener),
      close: () => {},
    };
  }
}
