import type { Operation } from "@/lib/contracts/operations";
import { type CardRow, changeRow, type DeviceDatabase, type OperationRow, type Store } from "./database";
import type { Numbers } from "./numbers";
import type { Draft } from "./rows";
import { sealDraft, waitingRow } from "./sealed-row";

/** Reserves this tab's numbers of a scorecard on the disk, before any is used; anew once another tab has written. */
export async function reserveNumbers(
  db: DeviceDatabase,
  { scorecardId }: CardRow,
  numbers: Numbers,
): Promise<void> {
  const block = await db.write(async ({ cards }) => {
    const nextSeq = await nextSeqOf(cards, scorecardId);
    numbers.compare(nextSeq);
    const wanted = numbers.wanted(0, nextSeq);
    await changeRow(cards, scorecardId, { nextSeq: wanted.end });
    return wanted;
  });
  numbers.have(block);
}

/** Writes changes in the order given, all of them or none, under numbers that were reserved before. */
export async function appendNumbered(
  db: DeviceDatabase,
  { scorecardId, key }: CardRow,
  numbers: Numbers,
  drafts: readonly Draft[],
): Promise<Operation[]> {
  // Sealed first: a transaction does not wait for anything but the store.
  const sealed = new Map(
    await Promise.all(
      drafts.map(async (made) => [made.opId, await sealDraft(key, scorecardId, made)] as const),
    ),
  );
  for (let renewed = false; ; renewed = true) {
    const { written, block } = await db.write(async ({ cards, operations }) => {
      const nextSeq = await nextSeqOf(cards, scorecardId);
      // Numbers that were reserved after the changes were made are new enough, whoever reserved some since.
      if (!renewed) numbers.compare(nextSeq);
      const given = numbers.give(drafts, () => null).filter((one) => one !== null);
      const isEnough = given.length === drafts.length;
      if (isEnough) {
        // The worker may have been quicker with the last words of a page that went on after all.
        const rows = given.flatMap((one) => {
          const words = sealed.get(one.opId);
          return words ? [waitingRow(scorecardId, one, words)] : [];
        });
        await addMissing(operations, rows);
      }
      const wanted = numbers.wanted(isEnough ? 0 : drafts.length, nextSeq);
      await changeRow(cards, scorecardId, { nextSeq: wanted.end });
      return { written: isEnough ? given : null, block: wanted };
    });
    numbers.have(block);
    if (written === null) continue;
    numbers.forget(written);
    return written;
  }
}

/** Adds the rows that are not there yet. */
export async function addMissing(
  operations: Store<"operations">,
  rows: readonly OperationRow[],
): Promise<void> {
  const present = await Promise.all(rows.map(({ opId }) => operations.get(opId)));
  await Promise.all(rows.filter((_, n) => !present[n]).map((row) => operations.add(row)));
}

async function nextSeqOf(cards: Store<"cards">, scorecardId: string): Promise<number> {
  const row = await cards.get(scorecardId);
  if (!row) throw new Error("This scorecard is no longer kept here");
  return row.nextSeq;
}
