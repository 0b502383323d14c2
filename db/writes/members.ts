import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Role } from "@/lib/domain/roles";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import { directoryMembers, memberships } from "../schema/index";

const DAY_MS = 86_400_000;
/** An invitation that nobody took up by then is over; it can be made again. */
export const INVITATION_DAYS = 14;

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

/**
 * Adds somebody to the organisation: with an account, or invited by e-mail, or known only from a file.
 * @param tell lets a mail about the invitation go out
 */
export async function createMember(
  ctx: Context,
  member: { id?: string; name: string; email?: string | null; userId?: string | null; roles: Role[] },
  tell = false,
): Promise<string> {
  const id = member.id ?? newId();
  const invited = member.email && !member.userId;
  await ctx.tx.insert(memberships).values({
    ...member,
    id,
    organizationId: ctx.organization.id,
    createdAt: ctx.now,
    ...(invited ? { invitedUntil: invitationEnd(ctx.now), invitationMailedAt: tell ? null : ctx.now } : {}),
  });
  return id;
}

/** A directory's member comes by their issuer and subject: an address alone, proved or not, is not them. */
const notOfDirectory: SQL = sql`not exists (select from ${directoryMembers} d
  where d.organization_id = ${memberships.organizationId} and d.member_id = ${memberships.id}
    and d.user_name is not null)`;

/** Lets an invitation that nobody has taken up yet run anew, and its mail go out again. True when there was one. */
export async function renewInvitation(ctx: Context, memberId: string): Promise<boolean> {
  const renewed = await ctx.tx
    .update(memberships)
    .set({ invitedUntil: invitationEnd(ctx.now), invitationMailedAt: null })
    .where(
      and(
        eq(memberships.organizationId, ctx.organization.id),
        eq(memberships.id, memberId),
        isNull(memberships.userId),
        isNull(memberships.deactivatedAt),
        isNotNull(memberships.email),
        notOfDirectory,
      ),
    )
    .returning({ id: memberships.id });
  return renewed.length === 1;
}

/** Changes roles and whether the membership is live. True when there was such a member. */
export async function changeMembership(
  ctx: Context,
  member: { id: string; roles: Role[]; active: boolean },
): Promise<boolean> {
  const changed = await ctx.tx
    .update(memberships)
    .set({ roles: member.roles, deactivatedAt: member.active ? null : ctx.now })
    .where(and(eq(memberships.organizationId, ctx.organization.id), eq(memberships.id, member.id)))
    .returning({ id: memberships.id });
  return changed.length === 1;
}

/**
 * Gives every open invitation for a verified address to the person who proved it, and answers which.
 * Runs in the identity scope: at this moment nobody is a member of anything yet.
 */
export async function claimInvitations(
  tx: Transaction,
  userId: string,
  verifiedEmail: string,
): Promise<string[]> {
  const taken = await tx
    .update(memberships)
    .set({ userId })
    .where(
      and(
        eq(memberships.email, verifiedEmail.toLowerCase()),
        isNull(memberships.userId),
        isNull(memberships.deactivatedAt),
        // Null: made by a version that knew no end.
        or(isNull(memberships.invitedUntil), gt(memberships.invitedUntil, sql`now()`)),
        notOfDirectory,
        // Already here as another member: one person is one member of an organisation.
        sql`not exists (select from ${memberships} other where other.user_id = ${userId}
          and other.organization_id = ${memberships.organizationId})`,
      ),
    )
    .returning({ id: memberships.id });
  return taken.map(({ id }) => id);
}
