import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { listDecisions } from "@/db/queries/debriefs";
import { listMembers } from "@/db/queries/members";
import { audit } from "@/db/writes/audit";
import { appendDecision } from "@/db/writes/debriefs";
import type { InputOf } from "@/lib/contracts/contract";
import type { Debrief, decideDebriefContract } from "@/lib/contracts/debriefs";
import { Problem } from "@/lib/domain/errors";
import { requireDebriefLead } from "../shared/require-role";
import { debriefView, enterRoom, requireSeeing } from "./room";

/** Records what the panel decided, why, and who took part; an earlier decision stays readable under it. */
export async function decideDebrief(
  ctx: Context,
  input: InputOf<typeof decideDebriefContract>,
): Promise<Debrief> {
  requireDebriefLead(ctx);
  const { interviewId, decisionId, outcome, rationale } = input;
  const room = await enterRoom(ctx, interviewId);
  requireSeeing(room);
  if (room.state !== "revealed") throw new Problem("CONFLICT", "Reveal the scorecards first, then decide");
  const before = await listDecisions(ctx, [interviewId]);
  if (before.some((each) => each.decisionId === decisionId)) return debriefView(ctx, interviewId);
  const tookPart = [...new Set(input.tookPart)];
  const known = new Set((await listMembers(ctx)).map(({ id }) => id));
  if (!tookPart.every((id) => known.has(id))) {
    throw new Problem("INVALID", "One of those who took part is not a member here");
  }
  const decision = { id: decisionId, interviewId, place: before.length + 1, outcome, rationale, tookPart };
  await appendDecision(ctx, decision).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem(
      "CONFLICT",
      "Somebody has just recorded a decision. Read it, then record yours",
      {},
      error,
    );
  });
  await audit(ctx, {
    action: "debrief.decide",
    subjectKind: "interview",
    subjectId: interviewId,
    detail: { decision: decisionId, outcome, tookPart: tookPart.length },
  });
  return debriefView(ctx, interviewId);
}
