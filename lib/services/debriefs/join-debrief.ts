import type { Context } from "@/db/context";
import { keepArrival } from "@/db/writes/debriefs";
import type { InputOf } from "@/lib/contracts/contract";
import type { Debrief, joinDebriefContract } from "@/lib/contracts/debriefs";
import { debriefView, enterRoom } from "./room";

/** Says that your page has the room open. Presence is not a deed: it leaves no audit row. */
export async function joinDebrief(
  ctx: Context,
  { interviewId }: InputOf<typeof joinDebriefContract>,
): Promise<Debrief> {
  await enterRoom(ctx, interviewId);
  await keepArrival(ctx, interviewId);
  return debriefView(ctx, interviewId);
}
