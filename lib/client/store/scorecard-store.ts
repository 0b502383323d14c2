import { z } from "zod";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { getMeContract } from "@/lib/contracts/members";
import { type Operation, operation } from "@/lib/contracts/operations";
import { newId } from "../ids";
import type { CardRow, DeviceDatabase, OperationRow } from "./database";
import { REOPENED_REVISION } from "./reopened";
import { importDraftKey, seal, unseal } from "./seal";

/** How long what the server has acknowledged is kept, to fill gaps of a server that lost its last second. */
export const KEPT_AFTER_SAVED_MS = 24 * 3_600_000;

/** A change before it has its number. */
export const draft = operation.omit({ clientId: true, clientSeq: true });
export type Draft = z.output<typeof draft>;

/** What opening without a network needs: the interview, and who is looking. */
export const snapshot = z.object({ interview: getInterviewContract.output, me: getMeContract.output });
export type Snapshot = z.output<typeof snapshot>;

export interface KeptOperation {
  operation: Operation;
  state: OperationRow["state"];
  revision: number;
}

/** One scorecard's part of the store. Every promise resolves when it is on the disk. */
export interface ScorecardStore {
  /** Numbers and writes changes in the order given, in one transaction: all of them or none. */
  append(drafts: readonly Draft[]): Promise<Operation[]>;
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

/** As much of a `BroadcastChannel` as is used. */
export interface TabChannel {
  postMessage(message: string): void;
  addEventListener(type: "message", listener: () => void): void;
  removeEventListener(type: "message", listener: () => void): void;
  close(): void;
}

/** Opens a scorecard's part of the store; throws when the browser cannot keep anything, or it is somebody else's. */
export async function openScorecardStore(db: DeviceDatabase, start: StoreStart): Promise<ScorecardStore> {
  const card = (await db.cards.get(start.scorecardId)) ?? (await addCard(db, start));
  if (card.ownerId !== start.ownerId) throw new Error("This scorecard is kept here for somebody else");
  return storeOf(db, card, start.channel ?? ((name) => new BroadcastChannel(name)));
}

function storeOf(
  db: DeviceDatabase,
  { scorecardId, clientId, key }: CardRow,
  channelOf: (name: string) => TabChannel,
): ScorecardStore {
  const channel = channelOf(`plumbline.scorecard.${scorecardId}`);
  const read = new Map<string, Operation>();
  const tellOthers = () => channel.postMessage("changed");

  const mark = async (opIds: readonly string[], change: (opId: string) => Partial<OperationRow>) => {
    await db.transaction("rw", db.operations, async () => {
      for (const opId of opIds) await db.operations.update(opId, change(opId));
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
      // Sealed first: a transaction does not wait for anything but the store.
      const sealed = await Promise.all(drafts.map((one) => seal(key, aboutOf(scorecardId, one.opId), one)));
      const first = await db.transaction("rw", db.cards, db.operations, async () => {
        const row = await db.cards.get(scorecardId);
        if (!row) throw new Error("This scorecard is no longer kept here");
        const rows = drafts.flatMap(({ opId }, n): OperationRow[] => {
          const own = sealed[n];
          if (!own) return [];
          const clientSeq = row.nextSeq + n;
          return [
            {
              opId,
              scorecardId,
              clientId,
              clientSeq,
              state: "waiting",
              revision: 0,
              savedAt: 0,
              sealed: own,
            },
          ];
        });
        await db.operations.bulkAdd(rows);
        await db.cards.update(scorecardId, { nextSeq: row.nextSeq + rows.length });
        return row.nextSeq;
      });
      tellOthers();
      const operations = drafts.map((one, n) => ({ ...one, clientId, clientSeq: first + n }));
      for (const one of operations) read.set(one.opId, one);
      return operations;
    },
    async list() {
      const rows = await rowsOf(db, scorecardId);
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
      await db.cards.update(scorecardId, {
        snapshot: sealed,
        revision: seen.interview.mine?.revision ?? 0,
      });
    },
    async mean(submitBy) {
      await db.cards.update(scorecardId, { submitBy });
      tellOthers();
    },
    async meant() {
      const row = await db.cards.get(scorecardId);
      return row && (row.submitBy ?? null);
    },
    async tidy(now) {
      const card = await db.cards.get(scorecardId);
      const gone = (await rowsOf(db, scorecardId)).filter(
        ({ state, revision, savedAt }) =>
          (state === "saved" || state === "overtaken") &&
          revision <= (card?.revision ?? 0) &&
          savedAt < now - KEPT_AFTER_SAVED_MS,
      );
      await db.operations.bulkDelete(gone.map(({ opId }) => opId));
    },
    onChange(listener) {
      channel.addEventListener("message", listener);
      return () => {
        channel.removeEventListener("message", listener);
        channel.close();
      };
    },
    async purge() {
      await purgeCards(db, [scorecardId]);
      tellOthers();
    },
  };
}

/** The interview as it was last seen here; null when it never was. */
export async function recallSnapshot(card: CardRow): Promise<Snapshot | null> {
  if (!card.snapshot) return null;
  // One that an older build wrote may no longer read; the operations beside it do.
  return unseal(card.key, aboutOf(card.scorecardId, "snapshot"), card.snapshot, snapshot).catch(() => null);
}

/** Scorecards of a member with operations that are not saved, or about to be submitted. */
export async function waitingCards(db: DeviceDatabase, ownerId: string): Promise<CardRow[]> {
  const cards = await db.cards.where("ownerId").equals(ownerId).toArray();
  const counts = await Promise.all(
    cards.map(({ scorecardId }) =>
      db.operations.where("[scorecardId+state]").equals([scorecardId, "waiting"]).count(),
    ),
  );
  return cards.filter(({ submitBy }, n) => (counts[n] ?? 0) > 0 || (submitBy ?? null) !== null);
}

/** What came too late for its scorecard, in the author's order. */
export async function lateOperations(db: DeviceDatabase, scorecardId: string): Promise<Operation[]> {
  const card = await db.cards.get(scorecardId);
  if (!card) return [];
  const rows = (await rowsOf(db, scorecardId)).filter(({ state }) => state === "late");
  return (await Promise.all(rows.map((row) => openRow(card.key, row)))).filter((one) => one !== null);
}

/** Scorecards of a member with something that came too late and has not been looked at. */
export async function lateCards(db: DeviceDatabase, ownerId: string): Promise<CardRow[]> {
  const cards = await db.cards.where("ownerId").equals(ownerId).toArray();
  const late = await Promise.all(
    cards.map(({ scorecardId }) =>
      db.operations.where("[scorecardId+state]").equals([scorecardId, "late"]).count(),
    ),
  );
  return cards.filter((_, n) => (late[n] ?? 0) > 0);
}

/** Drops scorecards with their operations and keys. */
export async function purgeCards(db: DeviceDatabase, scorecardIds: readonly string[]): Promise<void> {
  await db.transaction("rw", db.cards, db.operations, async () => {
    for (const scorecardId of scorecardIds) {
      await db.operations.bulkDelete((await rowsOf(db, scorecardId)).map(({ opId }) => opId));
    }
    await db.cards.bulkDelete([...scorecardIds]);
  });
}

/** As many as the server is asked about in one go. */
const ASKED_AT_ONCE = 200;

/**
 * Drops what was erased meanwhile, of everything kept here for a member, saved or not. Answers what went.
 * @param erasedOf which of these the server says are erased
 */
export async function forgetErasedCards(
  db: DeviceDatabase,
  ownerId: string,
  erasedOf: (scorecardIds: readonly string[]) => Promise<readonly string[]>,
): Promise<string[]> {
  const kept = (await db.cards.where("ownerId").equals(ownerId).toArray()).map((card) => card.scorecardId);
  if (kept.length === 0) return [];
  const erased = new Set(await erasedOf(kept.slice(0, ASKED_AT_ONCE)));
  const gone = kept.filter((scorecardId) => erased.has(scorecardId));
  if (gone.length > 0) await purgeCards(db, gone);
  return gone;
}

function rowsOf(db: DeviceDatabase, scorecardId: string): Promise<OperationRow[]> {
  return db.operations
    .where("[scorecardId+clientSeq]")
    .between([scorecardId, 0], [scorecardId, Number.MAX_SAFE_INTEGER])
    .toArray();
}

async function addCard(db: DeviceDatabase, start: StoreStart): Promise<CardRow> {
  const { scorecardId, interviewId, ownerId } = start;
  const key = await importDraftKey(await start.fetchKey());
  return db.transaction("rw", db.cards, async () => {
    // Another tab may have been first; then its number and key are the ones.
    const present = await db.cards.get(scorecardId);
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
    await db.cards.add(row);
    return row;
  });
}

/** Null for a row whose bits were changed: nobody can read it, and it must not hold up the others. */
async function openRow(key: CryptoKey, row: OperationRow): Promise<Operation | null> {
  const made = await unseal(key, aboutOf(row.scorecardId, row.opId), row.sealed, draft).catch(() => null);
  return made && { ...made, clientId: row.clientId, clientSeq: row.clientSeq };
}

function aboutOf(scorecardId: string, what: string): string {
  return `${scorecardId} ${what}`;
}
