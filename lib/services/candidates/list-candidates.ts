import type { Context } from "@/db/context";
import type { listCandidatesContract } from "@/lib/contracts/candidates";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { withMissing } from "../shared/candidate-rows";
import { requireCompare } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { openingList } from "./opening-list";

/** The recruiter's home: one opening's candidates with what has been submitted so far. */
export async function listCandidates(
  ctx: Context,
  { offset, limit, ...query }: InputOf<typeof listCandidatesContract>,
): Promise<OutputOf<typeof listCandidatesContract>> {
  requireCompare(ctx);
  const { openings, opening, rubric, rows, totals } = await openingList(ctx, query);
  return {
    openings,
    opening,
    rubric: rubricView(rubric),
    ...totals,
    offset,
    candidates: await withMissing(ctx, rows.slice(offset, offset + limit)),
  };
}
