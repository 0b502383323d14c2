import type { Operation } from "@/lib/contracts/operations";
import { newId } from "../ids";
import { appendNumbered, reserveNumbers } from "./append";
import { purgeCards } from "./cards";
import { type CardRow, changeRow, type DeviceDatabase, type OperationRow } from "./database";
import { Numbers } from "./numbers";
import { REOPENED_REVISION } from "./reopened";
import { type Draft, type KeptOperation, openRow, rowsOf } from "./rows";
import { importDraftKey, seal } from "./seal";
import { aboutOf } from "./sealed-row";
import type { Snapshot } from "./snapshot";
import { channelName, type TabChannel, type Written } from "./tab-channel";

/** How long what the server has acknowledged is kept, to fill gaps of a server that lost its last second. */
export const KEPT_AFTER_SAVED_MS = 24 * 3_600_000;

/** One scorecard's part of the store. Every promise resolves when it is on the disk. */
export interface ScorecardStore {
  /** Numbers and writes changes in the order given, in one transaction: all of them or none. */
  append(drafts: readonly Draft[]): Promise<Operation[]>;
  /** Gives changes their numbers for good before they are written; where it cannot, as `otherwise` says. */
  number(drafts: readonly Draft[], otherwise: (made: Draft) => Operation): Operation[];
  /** Somebody comes to this tab, perhaps from another: its numbers are to come after what was written there. */
  renew(): Promise<void>;
  /** Everything kept, in the author's order. */
  list(): Promise<KeptOperation[]>;
  acknowledge(saved: readonly { opId: string; revision: number }[], now: number): Promise<void>;
  /** The server lost these: they wait again. */
  reopen(opIds: readonly string[]): Promise<void>;
  overtake(opIds: readonly string[]): Promise<void>;
  /** The scorecard was submitted before these came: they are kept to be shown, and sent no more. */
  setAside(opIds: readonly string[]): Promise<void>;
  remember(seen: Snapshot): Promise<void>;
  /** Keeps that this scorecard is to be submitted then, or is not any more. */
  mean(submitBy: number | null): Promise<void>;
  /** When it is to be submitted; null when it is not meant, undefined when the scorecard is no longer kept here. */
  meant(): Promise<number | null | undefined>;
  /** Drops what the server has had for a day and the snapshot holds. */
  tidy(now: number): Promise<void>;
  /** Called after another tab wrote something. */
  onChange(listener: () => void): () => void;
  /** Forgets this scorecard, key and all. */
  purge(): Promise<void>;
}

export interface StoreStart {
  scorecardId: string;
  interviewId: string;
  ownerId: string;
  /** Asks the server for the scorecard's key; only a scorecard that is new here needs it. */
  fetchKey(): Promise<string>;
  /** How the tabs of a browser hear of each other. */
  channel?: (name: string) => TabChannel;
}

/** Opens a scorecard's part of the store; throws when the browser cannot keep anything, or it is somebody else's. */
export async function openScorecardStore(db: DeviceDatabase, start: StoreStart): Promise<ScorecardStore> {
  const card = (await db.read(({ cards }) => cards.get(start.scorecardId))) ?? (await addCard(db, start));
  if (card.ownerId !== start.ownerId) throw new Error("This scorecard is kept here for somebody else");
  const numbers = new Numbers(card.clientId);
  await reserveNumbers(db, card, numbers);
  return storeOf(db, card, numbers, start.channel ?? ((name) => new BroadcastChannel(name)));
}

function storeOf(
  db: DeviceDatabase,
  card: CardRow,
  numbers: Numbers,
  channelOf: (name: string) => TabChannel,
): ScorecardStore {
  const { scorecardId, key } = card;
  const channel = channelOf(channelName(scorecardId));
  const read = new Map<string, Operation>();
  const tellOthers = () => channel.postMessage("anything");

  const mark = async (opIds: readonly string[], change: (opId: string) => Partial<OperationRow>) => {
    await db.write(async ({ operations }) => {
      for (const opId of opIds) await changeRow(operations, opId, change(opId));
    });
    tellOthers();
  };
  const operationIn = async (row: OperationRow): Promise<Operation | null> => {
    const known = read.get(row.opId);
    if (known) return known;
    const whole = await openRow(key, row);
    if (whole !== null) read.set(row.opId, whole);
    return whole;
  };

  return {
    async append(drafts) {
      const operations = await appendNumbered(db, card, numbers, drafts);
      tellOthers();
      for (const one of operations) read.set(one.opId, one);
      return operations;
    },
    number: (drafts, otherwise) => numbers.give(drafts, otherwise),
    async renew() {
      if (numbers.isStale) await reserveNumbers(db, card, numbers);
    },
    async list() {
      const rows = await db.read(({ operations }) => rowsOf(operations, scorecardId));
      const kept = rows.map(async (row) => {
        const operation = await operationIn(row);
        return operation && { operation, state: row.state, revision: row.revision };
      });
      return (await Promise.all(kept)).filter((one) => one !== null);
    },
    acknowledge(saved, now) {
      const revisions = new Map(saved.map(({ opId, revision }) => [opId, revision]));
      return mark([...revisions.keys()], (opId) => ({
        state: "saved",
        revision: revisions.get(opId) ?? 0,
        savedAt: now,
      }));
    },
    reopen: (opIds) => mark(opIds, () => ({ state: "waiting", revision: REOPENED_REVISION, savedAt: 0 })),
    setAside: (opIds) => mark(opIds, () => ({ state: "late" })),
    overtake: (opIds) => mark(opIds, () => ({ state: "overtaken" })),
    async remember(seen) {
      const sealed = await seal(key, aboutOf(scorecardId, "snapshot"), seen);
      const revision = seen.interview.mine?.revision ?? 0;
      await db.write(({ cards }) => changeRow(cards, scorecardId, { snapshot: sealed, revision }));
    },
    async mean(submitBy) {
      await db.write(({ cards }) => changeRow(cards, scorecardId, { submitBy }));
      tellOthers();
    },
    async meant() {
      const row = await db.read(({ cards }) => cards.get(scorecardId));
      return row && (row.submitBy ?? null);
    },
    tidy(now) {
      return db.write(async ({ cards, operations }) => {
        const row = await cards.get(scorecardId);
        const gone = (await rowsOf(operations, scorecardId)).filter(
          ({ state, revision, savedAt }) =>
            (state === "saved" || state === "overtaken") &&
            revision <= (row?.revision ?? 0) &&
            savedAt < now - KEPT_AFTER_SAVED_MS,
        );
        await Promise.all(gone.map(({ opId }) => operations.delete(opId)));
      });
    },
    onChange(listener) {
      const heard = ({ data }: { data: Written }) => {
        numbers.overtaken(data === "anything" ? undefined : data.upTo);
        listener();
      };
      channel.addEventListener("message", heard);
      return () => {
        channel.removeEventListener("message", heard);
        channel.close();
      };
    },
    async purge() {
      await purgeCards(db, [scorecardId]);
      tellOthers();
    },
  };
}

async function addCard(db: DeviceDatabase, start: StoreStart): Promise<CardRow> {
  const { scorecardId, interviewId, ownerId } = start;
  const key = await importDraftKey(await start.fetchKey());
  return db.write(async ({ cards }) => {
    // Another tab may have been first; then its number and key are the ones.
    const present = await cards.get(scorecardId);
    if (present) return present;
    const row: CardRow = {
      scorecardId,
      interviewId,
      ownerId,
      clientId: newId(),
      nextSeq: 1,
      key,
      snapshot: null,
      revision: 0,
    };
    await cards.add(row);
    return row;
  });
}
