import type { Context } from "@/db/context";
import { findPeople as find } from "@/db/queries/privacy";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { findPeopleContract } from "@/lib/contracts/privacy";
import { requireAdmin } from "../shared/require-role";
import { personView } from "./people";

/** Candidates by name or address. An administrator needs no right to compare for it, and sees no mark. */
export async function findPeople(
  ctx: Context,
  { q }: InputOf<typeof findPeopleContract>,
): Promise<OutputOf<typeof findPeopleContract>> {
  requireAdmin(ctx);
  return { people: (await find(ctx, q)).map(personView) };
}
