import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { appendDebriefStep } from "@/db/writes/debriefs";
import type { InputOf } from "@/lib/contracts/contract";
import type { Debrief, revealDebriefContract } from "@/lib/contracts/debriefs";
import { Problem } from "@/lib/domain/errors";
import { requireDebriefLead } from "../shared/require-role";
import { debriefView, enterRoom, requireSeeing } from "./room";

/** Shows the marks to everybody in the room at once; the second lead who asks changes nothing. */
export async function revealDebrief(
  ctx: Context,
  { interviewId }: InputOf<typeof revealDebriefContract>,
): Promise<Debrief> {
  requireDebriefLead(ctx);
  const room = await enterRoom(ctx, interviewId);
  requireSeeing(room);
  if (room.state === "waiting") {
    throw new Problem(
      "CONFLICT",
      "Seats are still to submit. Wait for them, or open the debrief early with a reason",
    );
  }
  if (await appendDebriefStep(ctx, interviewId, "revealed", null)) {
    await audit(ctx, { action: "debrief.reveal", subjectKind: "interview", subjectId: interviewId });
  }
  return debriefView(ctx, interviewId);
}
