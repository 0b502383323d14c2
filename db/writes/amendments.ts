import type { Amendment } from "@/lib/domain/amendments";
import type { Context } from "../context";
import { amendments } from "../schema/index";

/** Appends one amendment of one's own submitted scorecard; `place` counts them from 1. */
export async function appendAmendment(
  { tx, organization, member, now }: Context,
  scorecardId: string,
  place: number,
  { id, change, reason }: Amendment,
): Promise<void> {
  await tx.insert(amendments).values({
    organizationId: organization.id,
    id,
    scorecardId,
    authorId: member.id,
    place,
    change,
    reason,
    amendedAt: now,
  });
}
