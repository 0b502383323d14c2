import type { Context } from "@/db/context";
import { findSeat } from "@/db/queries/seats";
import { audit } from "@/db/writes/audit";
import { lockNudges, recordNudge } from "@/db/writes/nudges";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { NUDGE_PAUSE_HOURS, type nudgeSeatContract } from "@/lib/contracts/nudges";
import { Problem } from "@/lib/domain/errors";
import { requireCompare } from "../shared/require-role";

const HOUR_MS = 3_600_000;

/** Reminds an interviewer of a missing scorecard: after the interview, at most once a day, never of anything else. */
export async function nudgeSeat(
  ctx: Context,
  { seatId }: InputOf<typeof nudgeSeatContract>,
): Promise<OutputOf<typeof nudgeSeatContract>> {
  requireCompare(ctx);
  await lockNudges(ctx, seatId);
  const seat = await findSeat(ctx, seatId);
  if (!seat) throw new Problem("NOT_FOUND", "There is no such seat");
  const { name } = seat.member;
  if (seat.submittedAt) throw new Problem("CONFLICT", `${name} has submitted already`);
  if (seat.member.id === ctx.member.id)
    throw new Problem("CONFLICT", "This is your own scorecard: open it under Interviews");
  if (!seat.memberActive)
    throw new Problem("CONFLICT", `${name} is no longer a member and reads no reminder`);
  if (seat.scheduledAt > ctx.now) throw new Problem("CONFLICT", "This interview is still to come");
  const nudgedAt = seat.nudgedAt;
  if (nudgedAt && ctx.now.getTime() - nudgedAt.getTime() < NUDGE_PAUSE_HOURS * HOUR_MS) {
    throw new Problem("CONFLICT", `${name} was reminded within the last ${NUDGE_PAUSE_HOURS} hours`, {
      nudgedAt: nudgedAt.toISOString(),
    });
  }
  await recordNudge(ctx, seatId);
  await audit(ctx, {
    action: "seat.nudge",
    subjectKind: "seat",
    subjectId: seatId,
    detail: { interviewId: seat.interviewId },
  });
  return { seatId, nudgedAt: ctx.now.toISOString() };
}
