import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { findOwnScorecard, findOwnScorecardForUpdate } from "@/db/queries/scorecards";
import { appendAmendment } from "@/db/writes/amendments";
import { audit } from "@/db/writes/audit";
import type { amendScorecardContract } from "@/lib/contracts/amendments";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { altersScorecard, amendedContent } from "@/lib/domain/amendments";
import { Problem } from "@/lib/domain/errors";
import { sameJson } from "@/lib/domain/same-json";

/** Changes one's own submitted scorecard: appended with its reason, beside the first score and never over it. */
export async function amendScorecard(
  ctx: Context,
  { scorecardId, amendmentId, change, reason }: InputOf<typeof amendScorecardContract>,
): Promise<OutputOf<typeof amendScorecardContract>> {
  const locked = await findOwnScorecardForUpdate(ctx, scorecardId);
  const card = locked && (await findOwnScorecard(ctx, locked.interviewId));
  if (!card) throw new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  if (!card.submittedAt) {
    throw new Problem("CONFLICT", "This scorecard is not submitted yet; change it in the cockpit");
  }
  const before = card.amendments.find((one) => one.id === amendmentId);
  if (before && sameJson([before.change, before.reason], [change, reason])) return before;
  if (before) throw new Problem("CONFLICT", "This amendment's id was used before for another change");
  if (!altersScorecard(amendedContent(card.content, card.amendments), change)) {
    throw new Problem("INVALID", "The scorecard says this already");
  }
  const amendment = { id: amendmentId, change, reason, amendedAt: ctx.now.toISOString() };
  await appendAmendment(ctx, scorecardId, card.amendments.length + 1, amendment).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("CONFLICT", "This amendment's id was used before for another change", {}, error);
  });
  await audit(ctx, {
    action: "scorecard.amend",
    subjectKind: "scorecard",
    subjectId: scorecardId,
    detail: { amendment: amendmentId, field: change.field },
  });
  return amendment;
}
