import type { Context } from "@/db/context";
import { listHolds } from "@/db/queries/privacy";
import { findRetentionRules, listKept } from "@/db/queries/retention";
import type { InputOf } from "@/lib/contracts/contract";
import type { getPersonContract, PersonRecordView } from "@/lib/contracts/privacy";
import { keptUntil } from "@/lib/domain/retention";
import { requireAdmin } from "../shared/require-role";
import { holdView, personView, requirePersonRecord } from "./people";

/** One candidate as their privacy is looked after. */
export async function getPerson(
  ctx: Context,
  { candidateId }: InputOf<typeof getPersonContract>,
): Promise<PersonRecordView> {
  requireAdmin(ctx);
  const person = await requirePersonRecord(ctx, candidateId);
  const [kept] = await listKept(ctx, { candidateId });
  return {
    person: personView(person),
    holds: (await listHolds(ctx, { candidateId })).map(holdView),
    keptUntil: kept ? keptUntil(kept, await findRetentionRules(ctx)).toISOString() : null,
  };
}
