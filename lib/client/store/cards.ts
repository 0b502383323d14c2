import { BY_STATE, type CardRow, type DeviceDatabase, type OperationRow } from "./database";
import { rowsOf } from "./rows";

/** Scorecards of a member with operations that are not saved, or about to be submitted. */
export async function waitingCards(db: DeviceDatabase, ownerId: string): Promise<CardRow[]> {
  const counted = await countedCards(db, ownerId, "waiting");
  return counted.filter(({ card, count }) => count > 0 || (card.submitBy ?? null) !== null).map(cardOf);
}

/** Scorecards of a member with something that came too late and has not been looked at. */
export async function lateCards(db: DeviceDatabase, ownerId: string): Promise<CardRow[]> {
  return (await countedCards(db, ownerId, "late")).filter(({ count }) => count > 0).map(cardOf);
}

/** Everything kept here for a member. */
export function cardsOf(db: DeviceDatabase, ownerId: string): Promise<CardRow[]> {
  return db.read(({ cards }) => cards.index("ownerId").getAll(ownerId));
}

function countedCards(db: DeviceDatabase, ownerId: string, state: OperationRow["state"]) {
  return db.read(async ({ cards, operations }) => {
    const own = await cards.index("ownerId").getAll(ownerId);
    const counting = own.map(async (card) => {
      return { card, count: await operations.index(BY_STATE).count([card.scorecardId, state]) };
    });
    return Promise.all(counting);
  });
}

const cardOf = ({ card }: { card: CardRow }) => card;

/** Drops scorecards with their operations and keys. */
export function purgeCards(db: DeviceDatabase, scorecardIds: readonly string[]): Promise<void> {
  return db.write(async ({ cards, operations }) => {
    for (const scorecardId of scorecardIds) {
      const rows = await rowsOf(operations, scorecardId);
      await Promise.all(rows.map(({ opId }) => operations.delete(opId)));
      await cards.delete(scorecardId);
    }
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
  const kept = (await cardsOf(db, ownerId)).map((card) => card.scorecardId);
  if (kept.length === 0) return [];
  const erased = new Set(await erasedOf(kept.slice(0, ASKED_AT_ONCE)));
  const gone = kept.filter((scorecardId) => erased.has(scorecardId));
  if (gone.length > 0) await purgeCards(db, gone);
  return gone;
}
