import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { appendDebriefStep } from "@/db/writes/debriefs";
import type { InputOf } from "@/lib/contracts/contract";
import type { Debrief, openDebriefContract } from "@/lib/contracts/debriefs";
import { Problem } from "@/lib/domain/errors";
import { requireDebriefLead } from "../shared/require-role";
import { debriefView, enterRoom, requireSeeing } from "./room";

/** Opens the room although seats are still to submit; who has not submitted stays blind in it. */
export async function openDebrief(
  ctx: Context,
  { interviewId, reason }: InputOf<typeof openDebriefContract>,
): Promise<Debrief> {
  requireDebriefLead(ctx);
  const room = await enterRoom(ctx, interviewId);
  requireSeeing(room);
  if (!room.seats.some(({ submittedAt }) => submittedAt !== null)) {
    throw new Problem("CONFLICT", "Nobody has submitted yet: there is nothing to talk about");
  }
  if (room.state === "waiting" && (await appendDebriefStep(ctx, interviewId, "opened-early", reason))) {
    const missing = room.seats.filter(({ submittedAt }) => submittedAt === null).length;
    await audit(ctx, {
      action: "debrief.open",
      subjectKind: "interview",
      subjectId: interviewId,
      detail: { missing },
    });
  }
  return debriefView(ctx, interviewId);
}
