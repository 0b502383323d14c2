import type { Context } from "@/db/context";
import { lastEventSeq, listEventsSince } from "@/db/queries/live-events";
import type { InputOf } from "@/lib/contracts/contract";
import type { LiveEvent, listenContract } from "@/lib/contracts/events";

/** Whoever missed more than this is better served by asking for everything again. */
const EVENTS_AT_ONCE_MAX = 200;
/** How many of an organisation's deeds the records keep events for (migration 0008). */
const KEPT_DEEDS = 10_000;

/** What happened since, as far as this member may know it, and the number to go on from. */
export async function listen(
  ctx: Context,
  { since }: InputOf<typeof listenContract>,
): Promise<{ events: LiveEvent[]; seq: number }> {
  const seq = await lastEventSeq(ctx);
  if (since === undefined || since === seq) return { events: [], seq };
  const reset: LiveEvent = {
    seq,
    kind: "reset",
    openingId: null,
    applicationId: null,
    interviewId: null,
    practiceRoundId: null,
  };
  // A number from the future belongs to records that were put back from a backup.
  if (since > seq || since < seq - KEPT_DEEDS) return { events: [reset], seq };
  const found = await listEventsSince(ctx, since, EVENTS_AT_ONCE_MAX + 1);
  if (found.length > EVENTS_AT_ONCE_MAX) return { events: [reset], seq };
  const events = found.map(
    ({ nudged, ...event }): LiveEvent => ({
      ...event,
      kind: nudged ? "nudged" : "changed",
    }),
  );
  return { events, seq: events.at(-1)?.seq ?? since };
}
