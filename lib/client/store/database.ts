import type { Sealed } from "./seal";
import { answerOf, inTransaction, Table } from "./tables";

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

/** The stores of one transaction. */
export interface Tables {
  cards: Table<CardRow, string>;
  operations: Table<OperationRow, string>;
  settings: Table<SettingRow, string>;
}

const STORES = ["cards", "operations", "settings"] as const;
/** Ten times the version of our own: so counted the library that this store was first made with. */
const VERSION = 10;
/** An operation's scorecard with its number there, and with its state. */
export const BY_NUMBER = "[scorecardId+clientSeq]";
export const BY_STATE = "[scorecardId+state]";

/** Everything Plumbline keeps in this browser. It opens when it is first asked for something. */
export class DeviceDatabase {
  readonly #name: string;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(name = "plumbline") {
    this.#name = name;
  }

  open(): Promise<IDBDatabase> {
    this.#opening ??= openNative(this.#name);
    return this.#opening;
  }

  read<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#within("readonly", work);
  }

  /** All of it or nothing; strict: it is done when it is on the disk, not when the browser has heard of it. */
  write<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#within("readwrite", work);
  }

  async #within<T>(mode: "readonly" | "readwrite", work: (tables: Tables) => Promise<T>): Promise<T> {
    const opened = await this.open();
    return inTransaction(opened.transaction(STORES, mode, { durability: "strict" }), (transaction) =>
      work({
        cards: new Table(transaction.objectStore("cards")),
        operations: new Table(transaction.objectStore("operations")),
        settings: new Table(transaction.objectStore("settings")),
      }),
    );
  }
}

async function openNative(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => layOut(request.result);
  const opened = await answerOf(request);
  // A later build wants to lay it out anew: what is kept is on the disk, and this page goes on in memory.
  opened.onversionchange = () => opened.close();
  return opened;
}

function layOut(database: IDBDatabase): void {
  const cards = database.createObjectStore("cards", { keyPath: "scorecardId" });
  for (const index of ["interviewId", "ownerId"]) cards.createIndex(index, index);
  const operations = database.createObjectStore("operations", { keyPath: "opId" });
  operations.createIndex(BY_NUMBER, ["scorecardId", "clientSeq"]);
  operations.createIndex(BY_STATE, ["scorecardId", "state"]);
  database.createObjectStore("settings", { keyPath: "name" });
}
