import "fake-indexeddb/auto";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { changeRow, DeviceDatabase, type OperationRow } from "./database";
import { rowsOf } from "./rows";

const row = (scorecardId: string, clientSeq: number): OperationRow => ({
  opId: v7(),
  scorecardId,
  clientId: v7(),
  clientSeq,
  state: "waiting",
  revision: 0,
  savedAt: 0,
  sealed: { nonce: new Uint8Array(12), data: new ArrayBuffer(1) },
});

test("a transaction is all of it or nothing: whatever fails in it, nothing of it stays", async () => {
  const db = new DeviceDatabase("all-or-nothing");
  const scorecardId = v7();
  const first = row(scorecardId, 1);
  const kept = () => db.read(({ operations }) => rowsOf(operations, scorecardId));
  const failing = db.write(async ({ operations }) => {
    await operations.add(first);
    throw new Error("after the first");
  });
  await expect(failing).rejects.toThrow("after the first");
  expect(await kept()).toEqual([]);

  await db.write(({ operations }) => operations.add(first));
  const twice = db.write(({ operations }) =>
    Promise.all([row(scorecardId, 2), first, row(scorecardId, 3)].map((one) => operations.add(one))),
  );
  await expect(twice).rejects.toMatchObject({ name: "ConstraintError" });
  expect(await kept()).toEqual([first]);
});

test("awaiting anything but the store inside a transaction fails loudly instead of writing half", async () => {
  const db = new DeviceDatabase("misplaced");
  const scorecardId = v7();
  const misplaced = db.write(async ({ operations }) => {
    await operations.add(row(scorecardId, 1));
    await new Promise((next) => setTimeout(next, 20));
    await operations.add(row(scorecardId, 2));
  });
  await expect(misplaced).rejects.toMatchObject({ name: "TransactionInactiveError" });
});

test("rows come by number, of one scorecard alone; of a row that is not there, a change makes none", async () => {
  const db = new DeviceDatabase("by-number");
  const [mine, other] = [v7(), v7()];
  await db.write(async ({ operations }) => {
    for (const one of [row(mine, 10), row(other, 3), row(mine, 2)]) await operations.add(one);
    await changeRow(operations, v7(), { state: "saved" });
  });
  const numbers = (await db.read(({ operations }) => rowsOf(operations, mine))).map((one) => one.clientSeq);
  expect(numbers).toEqual([2, 10]);
  expect(await db.read(({ operations }) => rowsOf(operations, other))).toHaveLength(1);
});

test("a store that an earlier build laid out, through its library, opens as it is", async () => {
  const name = "earlier-build";
  await laidOutByEarlierBuild(name);
  const db = new DeviceDatabase(name);
  const one = row(v7(), 1);
  await db.write(({ operations }) => operations.add(one));
  expect(await db.read(({ operations }) => rowsOf(operations, one.scorecardId))).toEqual([one]);
  expect(await db.read(({ cards }) => cards.index("ownerId").getAll(v7()))).toEqual([]);
});

/** As Dexie 4 made it of `version(1).stores({...})`, until November 2026. */
function laidOutByEarlierBuild(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 10);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const cards = request.result.createObjectStore("cards", { keyPath: "scorecardId" });
      cards.createIndex("interviewId", "interviewId");
      cards.createIndex("ownerId", "ownerId");
      const operations = request.result.createObjectStore("operations", { keyPath: "opId" });
      operations.createIndex("[scorecardId+clientSeq]", ["scorecardId", "clientSeq"]);
      operations.createIndex("[scorecardId+state]", ["scorecardId", "state"]);
      request.result.createObjectStore("settings", { keyPath: "name" });
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
