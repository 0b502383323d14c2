import type { Context } from "@/db/context";
import { findPerson, type HoldRecord, type PersonRecord } from "@/db/queries/privacy";
import type { Hold, PersonRow } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";

/** The candidate asked about, erased or not. */
export async function requirePersonRecord(ctx: Context, candidateId: string): Promise<PersonRecord> {
  const found = await findPerson(ctx, candidateId);
  if (!found) throw new Problem("NOT_FOUND", "There is no such candidate");
  return found;
}

export function personView({ erasedAt, ...row }: PersonRecord): PersonRow {
  return { ...row, erasedAt: erasedAt?.toISOString() ?? null };
}

export function holdView({ holdId, reason, placedBy, placedAt, liftedBy, liftedAt }: HoldRecord): Hold {
  return {
    holdId,
    reason,
    placedBy,
    placedAt: placedAt.toISOString(),
    liftedBy,
    liftedAt: liftedAt?.toISOString() ?? null,
  };
}
