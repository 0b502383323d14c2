import type { Operation } from "@/lib/contracts/operations";
import { addMissing } from "./append";
import { DeviceDatabase } from "./database";
import { sealDraft, waitingRow } from "./sealed-row";
import { channelName, type TabChannel } from "./tab-channel";

/**
 * Writes what a page had not on the disk when it left, under the numbers it bears; a scorecard that is not kept here keeps
 * nothing. Tabs that are open hear of it.
 */
export async function keepLastWords(
  scorecardId: string,
  operations: readonly Operation[],
  db = new DeviceDatabase(),
  channelOf: (name: string) => Pick<TabChannel, "postMessage" | "close"> = (name) =>
    new BroadcastChannel(name),
): Promise<void> {
  const card = await db.read(({ cards }) => cards.get(scorecardId));
  if (!card) return;
  const rows = await Promise.all(
    operations.map(async (one) => waitingRow(scorecardId, one, await sealDraft(card.key, scorecardId, one))),
  );
  await db.write(async ({ cards, operations: kept }) => {
    // Purged or written meanwhile: by a page that went on after all.
    if (await cards.get(scorecardId)) await addMissing(kept, rows);
  });
  const channel = channelOf(channelName(scorecardId));
  const own = rows.filter(({ clientId }) => clientId === card.clientId);
  channel.postMessage({ upTo: Math.max(0, ...own.map(({ clientSeq }) => clientSeq)) });
  channel.close();
}
