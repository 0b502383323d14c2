import type { Context } from "@/db/context";
import { listMissing } from "@/db/queries/operations";
import { findOwnScorecard, findOwnScorecardForUpdate, findSubmittedAt } from "@/db/queries/scorecards";
import { audit } from "@/db/writes/audit";
import { dropDraftKey } from "@/db/writes/draft-keys";
import { recordSubmission } from "@/db/writes/submissions";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { submitScorecardContract } from "@/lib/contracts/submission";
import { Problem } from "@/lib/domain/errors";
import { missingForSubmission } from "@/lib/domain/submission";

/** Submits one's own scorecard: written once, counted and audited in the same transaction. */
export async function submitScorecard(
  ctx: Context,
  { scorecardId, held = [] }: InputOf<typeof submitScorecardContract>,
): Promise<OutputOf<typeof submitScorecardContract>> {
  const locked = await findOwnScorecardForUpdate(ctx, scorecardId);
  if (!locked) throw new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  const before = await findSubmittedAt(ctx, scorecardId);
  if (before) return { scorecardId, submittedAt: before.toISOString() };

  const lost = await listMissing(ctx, scorecardId, held);
  if (lost.length > 0) {
    throw new Problem("CONFLICT", "Some of your last changes have to be saved again first", {
      lost: lost.length,
    });
  }
  const card = await findOwnScorecard(ctx, locked.interviewId);
  if (!card) throw new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  const missing = missingForSubmission(card.content);
  if (missing.length > 0) {
    throw new Problem(
      "INVALID",
      `${missing.length} ${missing.length === 1 ? "thing is" : "things are"} missing`,
      {
        missing,
      },
    );
  }
  const { interviewId } = locked;
  const submittedAt = await recordSubmission(ctx, { scorecardId, interviewId, submittedAt: ctx.now });
  await dropDraftKey(ctx, scorecardId);
  await audit(ctx, {
    action: "scorecard.submit",
    subjectKind: "scorecard",
    subjectId: scorecardId,
    detail: { revision: locked.revision, interviewId },
  });
  return { scorecardId, submittedAt: submittedAt.toISOString() };
}
