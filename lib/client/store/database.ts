import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  openDB,
  type StoreKey,
  type StoreValue,
} from "idb";
import type { Sealed } from "./seal";

/** One scorecard that was opened here. Ids, numbers and ciphertext: no name and no word of a note in plain. */
export interface CardRow {
  scorecardId: string;
  interviewId: string;
  /** The member whose scorecard this is: nobody else's sign-in on this browser shows or sends it. */
  ownerId: string;
  /** This browser's name in the ledger for this scorecard, shared by all its tabs. */
  clientId: string;
  nextSeq: number;
  key: CryptoKey;
  /** The interview as the server last told it, for opening without a network. */
  snapshot: Sealed | null;
  /** The scorecard's revision in that snapshot. */
  revision: number;
  /** Its author has pressed Submit, and it leaves at this moment of this browser's clock; absent or null otherwise. */
  submitBy?: number | null;
}

export interface OperationRow {
  opId: string;
  scorecardId: string;
  clientId: string;
  clientSeq: number;
  /** `overtaken`: refused, and a later value of its field is saved; `late`: the scorecard was submitted before it came. */
  state: "waiting" | "saved" | "overtaken" | "late";
  /** The ledger's revision once saved, 0 before, `REOPENED_REVISION` once the server was found to have lost it. */
  revision: number;
  /** When the server's word arrived, by this browser's clock; 0 before. */
  savedAt: number;
  sealed: Sealed;
}

interface SettingRow {
  name: "owner";
  value: string;
}

/** An operation's scorecard with its number there, and with its state. */
export const BY_NUMBER = "[scorecardId+clientSeq]";
export const BY_STATE = "[scorecardId+state]";

interface Layout extends DBSchema {
  cards: { key: string; value: CardRow; indexes: { interviewId: string; ownerId: string } };
  operations: {
    key: string;
    value: OperationRow;
    indexes: { [BY_NUMBER]: [string, number]; [BY_STATE]: [string, string] };
  };
  settings: { key: SettingRow["name"]; value: SettingRow };
}

const NAMES = ["cards", "operations", "settings"] as const;
type Names = typeof NAMES;
type Name = Names[number];
type Mode = "readonly" | "readwrite";

/** One store in a transaction. Nothing but the stores may be awaited between its calls: the browser would end it. */
export type Store<N extends Name, M extends Mode = "readwrite"> = IDBPObjectStore<Layout, Names, N, M>;
/** The stores of one transaction. */
export type Stores<M extends Mode> = { [N in Name]: Store<N, M> };

/** Ten times the version of our own: so counted the library that this store was first made with. */
const VERSION = 10;

/** Everything Plumbline keeps in this browser. It opens when it is first asked for something. */
export class DeviceDatabase {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<Layout>> | null = null;

  constructor(name = "plumbline") {
    this.#name = name;
  }

  open(): Promise<IDBPDatabase<Layout>> {
    this.#opening ??= openLaidOut(this.#name);
    return this.#opening;
  }

  read<T>(work: (stores: Stores<"readonly">) => Promise<T>): Promise<T> {
    return this.#within("readonly", work);
  }

  /** All of it or nothing; strict: it is done when it is on the disk, not when the browser has heard of it. */
  write<T>(work: (stores: Stores<"readwrite">) => Promise<T>): Promise<T> {
    return this.#within("readwrite", work);
  }

  async #within<M extends Mode, T>(mode: M, work: (stores: Stores<M>) => Promise<T>): Promise<T> {
    const transaction = (await this.open()).transaction(NAMES, mode, { durability: "strict" });
    const { done } = transaction;
    done.catch(() => {});
    try {
      const answer = await work({
        cards: transaction.objectStore("cards"),
        operations: transaction.objectStore("operations"),
        settings: transaction.objectStore("settings"),
      });
      await done;
      return answer;
    } catch (cause) {
      try {
        transaction.abort();
      } catch {
        // Over already: it was the end of the transaction that failed.
      }
      throw cause;
    }
  }
}

/** Changes a row that is there; of one that is not, nothing is made. */
export async function changeRow<N extends Name>(
  store: Store<N>,
  key: StoreKey<Layout, N>,
  changed: Partial<StoreValue<Layout, N>>,
): Promise<void> {
  const row = await store.get(key);
  if (row !== undefined) await store.put({ ...row, ...changed });
}

function openLaidOut(name: string): Promise<IDBPDatabase<Layout>> {
  return openDB<Layout>(name, VERSION, {
    upgrade(database) {
      const cards = database.createObjectStore("cards", { keyPath: "scorecardId" });
      cards.createIndex("interviewId", "interviewId");
      cards.createIndex("ownerId", "ownerId");
      const operations = database.createObjectStore("operations", { keyPath: "opId" });
      operations.createIndex(BY_NUMBER, ["scorecardId", "clientSeq"]);
      operations.createIndex(BY_STATE, ["scorecardId", "state"]);
      database.createObjectStore("settings", { keyPath: "name" });
    },
    // A later build wants to lay it out anew: what is kept is on the disk, and this page goes on in memory.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}
