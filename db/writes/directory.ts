import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/domain/roles";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import { directoryGroupMembers, directoryGroups, directoryMembers, memberships } from "../schema/index";

/** What a directory says of one member. */
export interface UserWords {
  userName: string;
  externalId: string | null;
  /** Of the provider whose subject the external id is. */
  issuer: string | null;
  name: string;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  active: boolean;
}

/** Puts one organisation's provisioning in order: what was looked at stays so until this transaction ends. */
export async function lockDirectory({ tx, organization }: Context): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`directory ${organization.id}`}, 0))`);
}

/** Adds a member whom only their external id, never their address, lets in: nothing of an invitation. */
export async function createDirectoryUser(ctx: Context, words: UserWords, roles: Role[]): Promise<string> {
  const id = newId();
  await ctx.tx.insert(memberships).values({
    organizationId: ctx.organization.id,
    id,
    name: words.name,
    email: words.email,
    roles,
    createdAt: ctx.now,
    deactivatedAt: words.active ? null : ctx.now,
  });
  await putWords(ctx, id, words);
  return id;
}

/**
 * Writes what the directory says of a member over what it said before.
 * @param forgetsAccount who has signed in as this member does so no more: the directory names somebody else
 */
export async function changeDirectoryUser(
  ctx: Context,
  id: string,
  words: UserWords,
  { wasActive, forgetsAccount }: { wasActive: boolean; forgetsAccount: boolean },
): Promise<void> {
  await ctx.tx
    .update(memberships)
    .set({
      name: words.name,
      email: words.email,
      ...(words.active === wasActive ? {} : { deactivatedAt: words.active ? null : ctx.now }),
      ...(forgetsAccount ? { userId: null } : {}),
    })
    .where(and(eq(memberships.organizationId, ctx.organization.id), eq(memberships.id, id)));
  await putWords(ctx, id, words);
}

async function putWords(ctx: Context, memberId: string, words: UserWords): Promise<void> {
  const { userName, externalId, issuer, givenName, familyName } = words;
  const row = { userName, externalId, issuer, givenName, familyName, changedAt: ctx.now };
  await ctx.tx
    .insert(directoryMembers)
    .values({ organizationId: ctx.organization.id, memberId, ...row })
    .onConflictDoUpdate({ target: [directoryMembers.organizationId, directoryMembers.memberId], set: row });
}

/** Ends a membership and forgets what the directory said, but for the id by which the same person may come back. */
export async function deleteDirectoryUser(ctx: Context, id: string): Promise<void> {
  const { organization, now, tx } = ctx;
  await tx
    .update(memberships)
    .set({ deactivatedAt: now, email: null })
    .where(and(eq(memberships.organizationId, organization.id), eq(memberships.id, id)));
  await tx
    .update(directoryMembers)
    .set({ userName: null, givenName: null, familyName: null, changedAt: now })
    .where(and(eq(directoryMembers.organizationId, organization.id), eq(directoryMembers.memberId, id)));
}

/** Sets the roles of one member, and nothing else. */
export async function setRoles(ctx: Context, memberId: string, roles: Role[]): Promise<void> {
  await ctx.tx
    .update(memberships)
    .set({ roles })
    .where(and(eq(memberships.organizationId, ctx.organization.id), eq(memberships.id, memberId)));
}

export async function createDirectoryGroup(
  ctx: Context,
  group: { displayName: string; externalId: string | null },
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(directoryGroups).values({
    organizationId: ctx.organization.id,
    id,
    ...group,
    createdAt: ctx.now,
    changedAt: ctx.now,
  });
  return id;
}

/** Changes what is given of a group. True when there is such a group. */
export async function changeDirectoryGroup(
  ctx: Context,
  id: string,
  change: { displayName?: string; externalId?: string | null; role?: Role | null },
): Promise<boolean> {
  const changed = await ctx.tx
    .update(directoryGroups)
    .set({ ...change, changedAt: ctx.now })
    .where(and(eq(directoryGroups.organizationId, ctx.organization.id), eq(directoryGroups.id, id)))
    .returning({ id: directoryGroups.id });
  return changed.length === 1;
}

export async function deleteDirectoryGroup(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .delete(directoryGroups)
    .where(and(eq(directoryGroups.organizationId, ctx.organization.id), eq(directoryGroups.id, id)));
}

export async function addToGroup(ctx: Context, groupId: string, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const rows = memberIds.map((memberId) => ({ organizationId: ctx.organization.id, groupId, memberId }));
  await ctx.tx.insert(directoryGroupMembers).values(rows).onConflictDoNothing();
}

/** Takes members out of a group; (null) out of every one. */
export async function takeOutOfGroup(
  ctx: Context,
  groupId: string | null,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const { organizationId, groupId: group, memberId } = directoryGroupMembers;
  await ctx.tx
    .delete(directoryGroupMembers)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        inArray(memberId, [...memberIds]),
        ...(groupId === null ? [] : [eq(group, groupId)]),
      ),
    );
}

/**
 * Gives every live membership that a directory keeps for this very subject of this very issuer to whoever just proved to
 * be it, and answers which. Runs in the identity scope.
 */
export async function claimProvisioned(
  tx: Transaction,
  userId: string,
  { issuer, externalId }: { issuer: string; externalId: string },
): Promise<string[]> {
  const other = alias(memberships, "other");
  const taken = await tx
    .update(memberships)
    .set({ userId })
    .from(directoryMembers)
    .where(
      and(
        eq(directoryMembers.organizationId, memberships.organizationId),
        eq(directoryMembers.memberId, memberships.id),
        eq(directoryMembers.issuer, issuer),
        eq(directoryMembers.externalId, externalId),
        sql`${directoryMembers.userName} is not null and ${memberships.userId} is null
          and ${memberships.deactivatedAt} is null`,
        // Already here as another member: one person is one member of an organisation.
        notExists(
          tx
            .select({ one: sql`1` })
            .from(other)
            .where(and(eq(other.organizationId, memberships.organizationId), eq(other.userId, userId))),
        ),
      ),
    )
    .returning({ id: memberships.id });
  return taken.map(({ id }) => id);
}
