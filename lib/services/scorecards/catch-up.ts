import type { Context } from "@/db/context";
import { listContested, listMissing } from "@/db/queries/operations";
import { findOwnScorecard, findOwnScorecardForUpdate } from "@/db/queries/scorecards";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { catchUpContract } from "@/lib/contracts/operations";
import { Problem } from "@/lib/domain/errors";

/** What a browser needs to know after it was away: how the card stands, what is missing, who changed what. */
export async function catchUp(
  ctx: Context,
  { scorecardId, held }: InputOf<typeof catchUpContract>,
): Promise<OutputOf<typeof catchUpContract>> {
  const nothing = () => new Problem("NOT_FOUND", "There is no such scorecard, or it is not yours");
  // Locked, so that content, ledger and revision are of one moment.
  const own = await findOwnScorecardForUpdate(ctx, scorecardId);
  if (!own) throw nothing();
  const card = await findOwnScorecard(ctx, own.interviewId);
  if (!card) throw nothing();
  return {
    revision: card.revision,
    content: card.content,
    submittedAt: card.submittedAt?.toISOString() ?? null,
    missing: await listMissing(ctx, scorecardId, held),
    history: (await listContested(ctx, scorecardId)).map(({ madeAt, ...past }) => ({
      ...past,
      madeAt: madeAt.toISOString(),
    })),
  };
}
