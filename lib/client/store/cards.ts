import { z } from "zod";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { getMeContract } from "@/lib/contracts/members";
import type { Operation } from "@/lib/contracts/operations";
import type { CardRow, DeviceDatabase } from "./database";
import { openRow, rowsOf } from "./rows";
import { unseal } from "./seal";
import { aboutOf } from "./sealed-row";

/** What opening without a network needs: the interview, and who is looking. */
export const snapshot = z.object({ interview: getInterviewContract.output, me: getMeContract.output });
export type Snapshot = z.output<typeof snapshot>;

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
