import Dexie, { type Table } from "dexie";
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

/** Everything Plumbline keeps in this browser. */
export class DeviceDatabase extends Dexie {
  declare cards: Table<CardRow, string>;
  declare operations: Table<OperationRow, string>;
  declare settings: Table<SettingRow, string>;

  constructor(name = "plumbline") {
    // Strict: a write is done when it is on the disk, not when the browser has heard of it.
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores({
      cards: "scorecardId, interviewId, ownerId",
      operations: "opId, [scorecardId+clientSeq], [scorecardId+state]",
      settings: "name",
    });
  }
}
