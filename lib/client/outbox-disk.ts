import type { Operation } from "@/lib/contracts/operations";
import { ownNumber } from "./outbox";
import type { OutboxDesk } from "./outbox-ports";
import type { ScorecardStore } from "./store/scorecard-store";

/** The outbox and this browser's store: everything made goes there before it is sent. */
export interface OutboxDisk {
  /** Opens the store, and shows what it still holds. */
  adopt(opening: Promise<ScorecardStore>): Promise<void>;
  /** Writes what was made and is not there yet. */
  write(): Promise<void>;
  /** What is not there yet, with the numbers it will bear there. */
  unwritten(): readonly Operation[];
  /** Tells the store what the outbox heard; should it not take the news, the server knows operations by their id. */
  tell(news: (store: ScorecardStore) => Promise<void>): Promise<void>;
  stop(): void;
}

/** @param pump called when there may be something to send, or to ask */
export function runDisk({ ports, read, dispatch, isStopped }: OutboxDesk, pump: () => void): OutboxDisk {
  let store: ScorecardStore | null = null;
  let [writing, mirroring, mirrorAgain] = [false, false, false];
  const endings: (() => void)[] = [];

  /** Drafts go to the disk in the order they were made, as many at once as there are. */
  const write = async () => {
    if (writing || store === null || read().drafts.length === 0) return;
    writing = true;
    try {
      dispatch({ type: "kept", operations: await store.append(read().drafts) });
    } catch {
      giveUpStore();
    }
    writing = false;
    pump();
    if (read().drafts.length > 0) void write();
  };

  const unwritten = () => {
    const { drafts } = read();
    if (drafts.length === 0) return [];
    const otherwise = (made: (typeof drafts)[number]) => ownNumber(read(), made);
    const operations = store ? store.number(drafts, otherwise) : drafts.map(otherwise);
    dispatch({ type: "numbered", operations });
    return operations;
  };

  /** A disk that is full or broken: go on in memory, say so, and send at once. */
  const giveUpStore = () => {
    unwritten();
    store = null;
    dispatch({ type: "storage", state: "memory" });
    dispatch({ type: "behind" });
    pump();
  };

  const mirror = async () => {
    // News that comes while the disk is being read may not be in what is read: it is read once more.
    mirrorAgain = mirroring;
    if (mirroring || store === null) return;
    mirroring = true;
    try {
      dispatch({ type: "mirrored", rows: await store.list() });
    } catch {
      giveUpStore();
    }
    mirroring = false;
    if (mirrorAgain) void mirror();
    pump();
  };

  const takeTurn = (sending: boolean) => {
    dispatch({ type: "turn", sending });
    // What the former sender had on its way may have arrived: the store knows.
    if (sending) void mirror();
    pump();
  };

  const adopt = async (opening: Promise<ScorecardStore>) => {
    try {
      const opened = await opening;
      if (isStopped()) return;
      const rows = await opened.list();
      store = opened;
      endings.push(opened.onChange(() => void mirror()));
      dispatch({ type: "mirrored", rows });
      dispatch({ type: "storage", state: "device" });
      if (ports.turn) endings.push(ports.turn(takeTurn));
      else takeTurn(true);
      dispatch({ type: "behind" });
      void opened.tidy(ports.now()).catch(() => {});
    } catch {
      return giveUpStore();
    }
    void write();
    pump();
  };

  return {
    adopt,
    write,
    unwritten,
    tell: async (news) => {
      if (store) await news(store).catch(() => {});
    },
    stop() {
      for (const end of endings) end();
    },
  };
}
