import "fake-indexeddb/auto";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { Change } from "@/lib/domain/changes";
import { forgetErasedCards, lateCards, waitingCards } from "./cards";
import { BY_STATE, changeRow, DeviceDatabase } from "./database";
import { keepLastWords } from "./last-words";
import { type Draft, lateOperations, rowsOf } from "./rows";
import { KEPT_AFTER_SAVED_MS, openScorecardStore, type StoreStart } from "./scorecard-store";

const KEY = btoa(String.fromCharCode(...Array.from({ length: 32 }, (_, n) => n)));
const note = (text: string): Change => ({
  field: "note",
  noteId: v7(),
  value: { dimension: "fix", text, atMs: null },
});
const draftOf = (change: Change): Draft => ({
  opId: v7(),
  change,
  baseRevision: 0,
  rubricVersionId: v7(),
  at: 1,
  wallClock: "2026-11-23T10:00:00.000Z",
});

const cardIn = (db: DeviceDatabase, scorecardId: string) => db.read(({ cards }) => cards.get(scorecardId));

const place = (ownerId = v7()): StoreStart => ({
  scorecardId: v7(),
  interviewId: v7(),
  ownerId,
  fetchKey: async () => KEY,
});

test("what two tabs write is found again by the next, in order, each under a number of its own", async () => {
  const start = place();
  const [left, right] = await Promise.all([
    openScorecardStore(new DeviceDatabase(), start),
    openScorecardStore(new DeviceDatabase(), start),
  ]);
  const drafts = Array.from({ length: 6 }, (_, n) => draftOf(note(`heard ${n}`)));
  await Promise.all(drafts.map((one, n) => (n % 2 ? left : right).append([one])));
  const reopened = await openScorecardStore(new DeviceDatabase(), { ...start, fetchKey: refuse });
  const kept = await reopened.list();
  const numbers = kept.map(({ operation }) => operation.clientSeq);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(new Set(kept.map(({ operation }) => operation.clientId)).size).toBe(1);
  expect(new Set(kept.map(({ operation }) => operation.opId))).toEqual(
    new Set(drafts.map((one) => one.opId)),
  );
  expect(kept.every(({ state }) => state === "waiting")).toBe(true);
});

test("one tab's numbers have no gaps, and what a page gave away before it was written keeps its number", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  await store.append([draftOf(note("a"))]);
  const [before, after] = [draftOf(note("b")), draftOf(note("c"))];
  const given = store.number([before], never);
  await store.append([before, after]);
  const kept = (await store.list()).map(({ operation }) => operation);
  expect(kept.map(({ clientSeq }) => clientSeq)).toEqual([1, 2, 3]);
  expect(kept[1]).toEqual(given[0]);

  const unwritten = store.number([draftOf(note("last words"))], never);
  const next = await openScorecardStore(new DeviceDatabase(), start);
  await next.append([draftOf(note("of the next page"))]);
  await keepLastWords(start.scorecardId, unwritten, db);
  await keepLastWords(start.scorecardId, unwritten, db);
  await store.append(unwritten);
  const all = (await next.list()).map(({ operation }) => operation);
  expect(all.map(({ opId }) => opId).filter((opId) => opId === unwritten[0]?.opId)).toHaveLength(1);
  expect(new Set(all.map(({ clientSeq }) => clientSeq)).size).toBe(5);
  expect(all[3]).toEqual(unwritten[0]);
});

test("numbers that another tab has overtaken are given to nobody, and a scorecard that is gone keeps nothing", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  const heard = new Promise<void>((resolve) => store.onChange(resolve));
  await (await openScorecardStore(db, start)).append([draftOf(note("elsewhere"))]);
  await heard;
  const own = (made: Draft) => ({ ...made, clientId: v7(), clientSeq: 1 });
  const [alone] = store.number([draftOf(note("here"))], own);
  expect(alone?.clientSeq).toBe(1);
  await store.append(alone ? [alone] : []);
  expect((await store.list()).map(({ operation }) => operation)).toContainEqual(alone);
  await store.purge();
  await keepLastWords(start.scorecardId, alone ? [alone] : [], db);
  expect(await store.list()).toEqual([]);
});

test("the disk holds ciphertext, ids and numbers; a key that cannot be taken out; never a word of a note", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  await store.append([draftOf(note("Miranda forgot the backup"))]);
  const [row] = await db.read(({ operations }) =>
    operations.index(BY_STATE).getAll([start.scorecardId, "waiting"]),
  );
  const bytes = new TextDecoder("latin1").decode(row?.sealed.data);
  expect(bytes.length).toBeGreaterThan(50);
  expect(JSON.stringify(row) + bytes).not.toMatch(/Miranda|backup|noticing|dimension/);
  const card = await cardIn(db, start.scorecardId);
  expect(card?.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", card?.key as CryptoKey)).rejects.toThrow();
});

test("nobody else's sign-in opens a scorecard that is kept here", async () => {
  const start = place();
  await openScorecardStore(new DeviceDatabase(), start);
  await expect(openScorecardStore(new DeviceDatabase(), { ...start, ownerId: v7() })).rejects.toThrow(
    "somebody else",
  );
});

test("a row whose bits were changed does not hold up the others", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  const [bad, good] = await store.append([draftOf(note("a")), draftOf(note("b"))]);
  const row = await db.read(({ operations }) => operations.get(bad?.opId ?? ""));
  const data = new Uint8Array(row?.sealed.data ?? new ArrayBuffer(1));
  data[0] = (data[0] ?? 0) ^ 1;
  const sealed = { nonce: row?.sealed.nonce ?? new Uint8Array(12), data: data.buffer };
  await db.write(({ operations }) => changeRow(operations, bad?.opId ?? "", { sealed }));
  const kept = await (await openScorecardStore(new DeviceDatabase(), start)).list();
  expect(kept.map(({ operation }) => operation.opId)).toEqual([good?.opId]);
});

test("what is acknowledged is kept a day, what waits for ever, and purging leaves nothing", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  const [saved, waiting] = await store.append([draftOf(note("a")), draftOf(note("b"))]);
  await store.acknowledge([{ opId: saved?.opId ?? "", revision: 1 }], 1_000);
  await db.write(({ cards }) => changeRow(cards, start.scorecardId, { revision: 5 }));
  await store.tidy(1_000 + KEPT_AFTER_SAVED_MS);
  expect(await store.list()).toHaveLength(2);
  await store.tidy(1_001 + KEPT_AFTER_SAVED_MS);
  expect((await store.list()).map(({ operation }) => operation.opId)).toEqual([waiting?.opId]);
  expect((await waitingCards(db, start.ownerId)).map(({ scorecardId }) => scorecardId)).toEqual([
    start.scorecardId,
  ]);
  await store.purge();
  expect(await store.list()).toEqual([]);
  expect(await cardIn(db, start.scorecardId)).toBeUndefined();
});

test("what was erased with its candidate is forgotten, unsaved words and key; nothing else is, nor anybody else's", async () => {
  const db = new DeviceDatabase();
  const [erased, stays, ofAnother] = [place(), place(), place()];
  const ownerId = erased.ownerId;
  for (const start of [erased, { ...stays, ownerId }, ofAnother]) {
    await (await openScorecardStore(db, start)).append([draftOf(note("words"))]);
  }
  const asked: string[][] = [];
  const erasedOf = async (ids: readonly string[]) => {
    asked.push([...ids].sort());
    return [erased.scorecardId, ofAnother.scorecardId];
  };
  expect(await forgetErasedCards(db, ownerId, erasedOf)).toEqual([erased.scorecardId]);
  expect(asked).toEqual([[erased.scorecardId, stays.scorecardId].sort()]);
  expect(await cardIn(db, erased.scorecardId)).toBeUndefined();
  expect(await db.read(({ operations }) => rowsOf(operations, erased.scorecardId))).toEqual([]);
  expect((await waitingCards(db, ownerId)).map((card) => card.scorecardId)).toEqual([stays.scorecardId]);
  expect(await cardIn(db, ofAnother.scorecardId)).toBeDefined();
});

test("what came too late is sent no more and never tidied away; what is meant to be submitted is found again", async () => {
  const db = new DeviceDatabase();
  const start = place();
  const store = await openScorecardStore(db, start);
  const [late] = await store.append([draftOf(note("on the phone"))]);
  await store.setAside([late?.opId ?? ""]);
  await db.write(({ cards }) => changeRow(cards, start.scorecardId, { revision: 5 }));
  await store.tidy(1_001 + KEPT_AFTER_SAVED_MS);
  expect(await waitingCards(db, start.ownerId)).toEqual([]);
  expect(await lateOperations(db, start.scorecardId)).toMatchObject([{ opId: late?.opId }]);
  expect((await lateCards(db, start.ownerId)).map(({ scorecardId }) => scorecardId)).toEqual([
    start.scorecardId,
  ]);

  expect(await store.meant()).toBeNull();
  await store.mean(1_234);
  expect(await store.meant()).toBe(1_234);
  expect(await waitingCards(db, start.ownerId)).toHaveLength(1);
  await store.mean(null);
  expect(await waitingCards(db, start.ownerId)).toEqual([]);
  await store.purge();
  expect(await store.meant()).toBeUndefined();
});

function never(): never {
  throw new Error("There are numbers left");
}

async function refuse(): Promise<string> {
  throw new Error("The server is not asked for a key that is here");
}
