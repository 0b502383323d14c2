import type { Context } from "@/db/context";
import { findOwnScorecardForUpdate, findSubmittedAt } from "@/db/queries/scorecards";
import { requireDraftKey } from "@/db/writes/draft-keys";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { openDraftContract } from "@/lib/contracts/drafts";
import { Problem } from "@/lib/domain/errors";

/** The key for one's own unsaved changes; none for a scorecard that is in. */
export async function openDraft(
  ctx: Context,
  { scorecardId }: InputOf<typeof openDraftContract>,
): Promise<OutputOf<typeof openDraftContract>> {
  const card = await findOwnScorecardForUpdate(ctx, scorecardId);
  if (!card) throw new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  if (await findSubmittedAt(ctx, scorecardId))
    throw new Problem("CONFLICT", "This scorecard is submitted; nothing is drafted any more");
  return { key: (await requireDraftKey(ctx, scorecardId)).toString("base64") };
}
