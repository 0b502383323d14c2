import { deviceDatabase } from "./device";
import { recallSnapshot, type Snapshot } from "./store/cards";

/** An interview as it was last seen here, and by whom. */
export type Kept = Snapshot;

/**
 * The interviews opened on this device by whoever was signed in last and has not signed out: all there is to go by
 * without a network.
 */
export async function keptInterviews(): Promise<Kept[]> {
  const db = await deviceDatabase();
  const owner = await db.settings.get("owner");
  if (!owner) return [];
  const cards = await db.cards.where("ownerId").equals(owner.value).toArray();
  const seen = await Promise.all(cards.map(recallSnapshot));
  return seen.filter((one) => one !== null);
}
