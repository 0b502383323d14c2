import type { Context } from "@/db/context";
import type { InputOf } from "@/lib/contracts/contract";
import type { Debrief, getDebriefContract } from "@/lib/contracts/debriefs";
import { debriefView } from "./room";

/** The room as it stands, without entering it. */
export async function getDebrief(
  ctx: Context,
  { interviewId }: InputOf<typeof getDebriefContract>,
): Promise<Debrief> {
  return debriefView(ctx, interviewId);
}
