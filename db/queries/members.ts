import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../context";
import { directoryMembers, memberships } from "../schema/index";

export type MemberRecord = Omit<
  typeof memberships.$inferSelect,
  "organizationId" | "createdAt" | "invitationMailedAt"
> & {
  /** A directory keeps them: no invitation lets them in. */
  ofDirectory: boolean;
};

/** Everybody in the organisation, by name. */
export async function listMembers(ctx: Context): Promise<MemberRecord[]> {
  return ctx.tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: memberships.name,
      email: memberships.email,
      roles: memberships.roles,
      deactivatedAt: memberships.deactivatedAt,
      lastSeenAt: memberships.lastSeenAt,
      comparedUntil: memberships.comparedUntil,
      invitedUntil: memberships.invitedUntil,
      ofDirectory: sql<boolean>`exists (select from ${directoryMembers} d where d.organization_id =
        memberships.organization_id and d.member_id = memberships.id and d.user_name is not null)`,
    })
    .from(memberships)
    .where(eq(memberships.organizationId, ctx.organization.id))
    .orderBy(asc(memberships.name), asc(memberships.id));
}
