import type { Context } from "@/db/context";
import { findInterview, listSeats } from "@/db/queries/interviews";
import { rubricsById } from "@/db/queries/rubrics";
import { findOwnScorecard, listSubmittedScorecards } from "@/db/queries/scorecards";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { getInterviewContract } from "@/lib/contracts/interviews";
import { Problem } from "@/lib/domain/errors";
import { mayCompare } from "@/lib/domain/roles";
import { canReadScorecard, isBlindHere, type Viewer } from "@/lib/domain/visibility";
import { revealedView, rubricView, seatHere, seatView } from "../shared/views";

/** One interview as you may see it: blind before your own scorecard is in, whole afterwards. */
export async function getInterview(
  ctx: Context,
  { interviewId }: InputOf<typeof getInterviewContract>,
): Promise<OutputOf<typeof getInterviewContract>> {
  const interview = await findInterview(ctx, interviewId);
  const viewer: Viewer | null = interview && {
    memberId: ctx.member.id,
    roles: ctx.member.roles,
    seatHere: seatHere(interview),
  };
  if (!interview || !viewer || (viewer.seatHere === "none" && !mayCompare(ctx.member.roles))) {
    throw new Problem("NOT_FOUND", "There is no such interview, or you have no seat in it");
  }
  const rubrics = await rubricsById(ctx, [interview.rubricVersionId]);
  const rubric = rubrics.get(interview.rubricVersionId);
  if (!rubric) throw new Problem("INTERNAL", "This interview's rubric version is missing");
  const seats = await listSeats(ctx, [interviewId]);
  const mine = viewer.seatHere === "none" ? null : await findOwnScorecard(ctx, interviewId);
  const others = isBlindHere(viewer) ? [] : await listSubmittedScorecards(ctx, [interviewId]);
  return {
    interviewId,
    scheduledAt: interview.scheduledAt.toISOString(),
    candidate: interview.candidate,
    opening: interview.opening,
    applicationId: interview.applicationId,
    rubric: rubricView(rubric),
    seats: seats.map((seat) => seatView(seat, ctx.member.id)),
    mine: mine && {
      scorecardId: mine.scorecardId,
      submittedAt: mine.submittedAt?.toISOString() ?? null,
      revision: mine.revision,
      content: mine.content,
      amendments: mine.amendments,
    },
    blind: isBlindHere(viewer),
    revealed: others
      .filter((card) => canReadScorecard(viewer, { authorId: card.author.id, submittedAt: card.submittedAt }))
      .map((card) => revealedView(card, rubrics)),
  };
}
