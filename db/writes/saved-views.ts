import { and, eq } from "drizzle-orm";
import type { Context } from "../context";
import type { SavedView } from "../queries/saved-views";
import { savedViews } from "../schema/index";

/** Keeps one of one's own; one of the same name gives way. */
export async function keepView(
  { tx, organization, member, now }: Context,
  { name, query }: SavedView,
): Promise<void> {
  const { organizationId, memberId } = savedViews;
  await tx
    .insert(savedViews)
    .values({ organizationId: organization.id, memberId: member.id, name, query, savedAt: now })
    .onConflictDoUpdate({
      target: [organizationId, memberId, savedViews.name],
      set: { query, savedAt: now },
    });
}

/** Forgets one of one's own; one that is gone already stays gone. */
export async function dropView({ tx, organization, member }: Context, name: string): Promise<void> {
  await tx
    .delete(savedViews)
    .where(
      and(
        eq(savedViews.organizationId, organization.id),
        eq(savedViews.memberId, member.id),
        eq(savedViews.name, name),
      ),
    );
}
