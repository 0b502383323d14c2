import type { Context } from "@/db/context";
import { findApplicationsByName } from "@/db/queries/candidates";
import { type findCandidatesContract, NAMES_FOUND } from "@/lib/contracts/candidates";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { requireCompare } from "../shared/require-role";

/** Candidates of every opening by what somebody types of their name. Who there is was never hidden; scores are not looked at. */
export async function findCandidates(
  ctx: Context,
  { part }: InputOf<typeof findCandidatesContract>,
): Promise<OutputOf<typeof findCandidatesContract>> {
  requireCompare(ctx);
  return { found: await findApplicationsByName(ctx, part.split(/\s+/).filter(Boolean), NAMES_FOUND) };
}
