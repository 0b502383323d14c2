import { deviceDatabase } from "./device";
import { cardsOf } from "./store/cards";
import { recallSnapshot, type Snapshot } from "./store/snapshot";

/** An interview as it was last seen here, and by whom. */
export type Kept = Snapshot;

/**
 * The interviews opened on this device by whoever was signed in last and has not signed out: all there is to go by
 * without a network.
 */
export async function keptInterviews(): Promise<Kept[]> {
  const db = await deviceDatabase();
  const owner = await db.read(({ settings }) => settings.get("owner"));
  if (!owner) return [];
  const seen = await Promise.all((await cardsOf(db, owner.value)).map(recallSnapshot));
  return seen.filter((one) => one !== null);
}
