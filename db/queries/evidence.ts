import { and, asc, eq, inArray } from "drizzle-orm";
import type { Dimension } from "@/lib/domain/scale";
import type { Context } from "../context";
import { evidenceNotes } from "../schema/index";

/** What was written down on these scorecards, in its order; the row policy says whose you may read. */
export async function listNotesOf(
  { tx, organization }: Context,
  scorecardIds: readonly string[],
): Promise<{ scorecardId: string; dimension: Dimension; text: string }[]> {
  if (scorecardIds.length === 0) return [];
  return tx
    .select({
      scorecardId: evidenceNotes.scorecardId,
      dimension: evidenceNotes.dimension,
      text: evidenceNotes.body,
    })
    .from(evidenceNotes)
    .where(
      and(
        eq(evidenceNotes.organizationId, organization.id),
        inArray(evidenceNotes.scorecardId, [...scorecardIds]),
      ),
    )
    .orderBy(asc(evidenceNotes.scorecardId), asc(evidenceNotes.position), asc(evidenceNotes.id));
}
