import type { Context } from "@/db/context";
import { listErasedOf } from "@/db/queries/privacy";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { listErasedScorecardsContract } from "@/lib/contracts/privacy";

/** Of the scorecards a device holds, those it has to forget. */
export async function listErasedScorecards(
  ctx: Context,
  { scorecards }: InputOf<typeof listErasedScorecardsContract>,
): Promise<OutputOf<typeof listErasedScorecardsContract>> {
  return { scorecardIds: await listErasedOf(ctx, scorecards) };
}
