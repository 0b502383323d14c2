import { asc, eq } from "drizzle-orm";
import type { Context } from "../context";
import { memberships } from "../schema/index";

export type MemberRecord = Omit<
  typeof memberships.$inferSelect,
  "organizationId" | "createdAt" | "invitationMailedAt"
>;

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
    })
    .from(memberships)
    .where(eq(memberships.organizationId, ctx.organization.id))
    .orderBy(asc(memberships.name), asc(memberships.id));
}
