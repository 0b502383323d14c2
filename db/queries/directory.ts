import {
  type AnyColumn,
  and,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Context } from "../context";
import { directoryGroupMembers, directoryGroups, directoryMembers, memberships } from "../schema/index";

/** A member as a directory sees them: it knows all who may sign in here, whoever let them in. */
export interface DirectoryUser {
  id: string;
  userId: string | null;
  name: string;
  email: string | null;
  userName: string | null;
  externalId: string | null;
  givenName: string | null;
  familyName: string | null;
  active: boolean;
  createdAt: Date;
  changedAt: Date | null;
}

export interface Page {
  offset: number;
  limit: number;
}

/** What a directory asks by, each exactly; all that are given must hold. */
export interface UserMatch {
  id?: string;
  userName?: string;
  externalId?: string;
}

const ours = (column: AnyColumn, ctx: Context) => eq(column, ctx.organization.id);

/** A member that the directory deleted is none of its users any more; neither is a name out of an imported file. */
const isUser = or(
  isNotNull(directoryMembers.userName),
  isNotNull(memberships.email),
  and(isNotNull(memberships.userId), isNull(memberships.deactivatedAt)),
);

/** A member whom no directory has named goes by their address. */
const goesBy = sql<string>`coalesce(${directoryMembers.userName}, ${memberships.email}, ${memberships.id}::text)`;

function users(ctx: Context) {
  return ctx.tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: memberships.name,
      email: memberships.email,
      userName: directoryMembers.userName,
      externalId: directoryMembers.externalId,
      givenName: directoryMembers.givenName,
      familyName: directoryMembers.familyName,
      active: sql<boolean>`${memberships.deactivatedAt} is null`,
      createdAt: memberships.createdAt,
      changedAt: directoryMembers.changedAt,
    })
    .from(memberships)
    .leftJoin(directoryMembers, besideMember);
}

const besideMember = and(
  eq(directoryMembers.organizationId, memberships.organizationId),
  eq(directoryMembers.memberId, memberships.id),
);

function whereUser(ctx: Context, { id, userName, externalId }: UserMatch): SQL | undefined {
  return and(
    ours(memberships.organizationId, ctx),
    isUser,
    ...(id === undefined ? [] : [eq(memberships.id, id)]),
    ...(userName === undefined ? [] : [sql`lower(${goesBy}) = lower(${userName})`]),
    ...(externalId === undefined ? [] : [eq(directoryMembers.externalId, externalId)]),
  );
}

/** The users that match, a page of them in a fixed order, and how many there are in all. */
export async function listDirectoryUsers(
  ctx: Context,
  match: UserMatch,
  { offset, limit }: Page,
): Promise<{ rows: DirectoryUser[]; total: number }> {
  const where = whereUser(ctx, match);
  const [counted] = await ctx.tx
    .select({ total: count() })
    .from(memberships)
    .leftJoin(directoryMembers, besideMember)
    .where(where);
  const rows = await users(ctx)
    .where(where)
    .orderBy(asc(memberships.createdAt), asc(memberships.id))
    .offset(offset)
    .limit(limit);
  return { rows, total: counted?.total ?? 0 };
}

export async function findDirectoryUser(ctx: Context, match: UserMatch): Promise<DirectoryUser | null> {
  const [found] = await users(ctx).where(whereUser(ctx, match)).limit(1);
  return found ?? null;
}

/** A member whom the directory deleted, by the id it knew them by. */
export async function findDeletedUser(ctx: Context, externalId: string): Promise<{ id: string } | null> {
  const [found] = await ctx.tx
    .select({ id: directoryMembers.memberId })
    .from(directoryMembers)
    .where(
      and(
        ours(directoryMembers.organizationId, ctx),
        eq(directoryMembers.externalId, externalId),
        isNull(directoryMembers.userName),
      ),
    );
  return found ?? null;
}

export type DirectoryGroup = Omit<typeof directoryGroups.$inferSelect, "organizationId">;

const GROUP = {
  id: directoryGroups.id,
  displayName: directoryGroups.displayName,
  externalId: directoryGroups.externalId,
  role: directoryGroups.role,
  createdAt: directoryGroups.createdAt,
  changedAt: directoryGroups.changedAt,
};

export interface GroupMatch {
  id?: string;
  displayName?: string;
  externalId?: string;
}

/** The groups that match, a page of them by name, and how many there are in all. */
export async function listDirectoryGroups(
  ctx: Context,
  { id, displayName, externalId }: GroupMatch,
  { offset, limit }: Page,
): Promise<{ rows: DirectoryGroup[]; total: number }> {
  const where = and(
    ours(directoryGroups.organizationId, ctx),
    ...(id === undefined ? [] : [eq(directoryGroups.id, id)]),
    ...(displayName === undefined
      ? []
      : [sql`lower(${directoryGroups.displayName}) = lower(${displayName})`]),
    ...(externalId === undefined ? [] : [eq(directoryGroups.externalId, externalId)]),
  );
  const [counted] = await ctx.tx.select({ total: count() }).from(directoryGroups).where(where);
  const rows = await ctx.tx
    .select(GROUP)
    .from(directoryGroups)
    .where(where)
    .orderBy(asc(directoryGroups.displayName), asc(directoryGroups.id))
    .offset(offset)
    .limit(limit);
  return { rows, total: counted?.total ?? 0 };
}

export async function findDirectoryGroup(ctx: Context, match: GroupMatch): Promise<DirectoryGroup | null> {
  return (await listDirectoryGroups(ctx, match, { offset: 0, limit: 1 })).rows[0] ?? null;
}

/** Who is in which of these groups. */
export async function listGroupMembers(
  ctx: Context,
  groupIds: readonly string[],
): Promise<{ groupId: string; memberId: string }[]> {
  const { groupId, memberId } = directoryGroupMembers;
  return ctx.tx
    .select({ groupId, memberId })
    .from(directoryGroupMembers)
    .where(and(ours(directoryGroupMembers.organizationId, ctx), inArray(groupId, [...groupIds])))
    .orderBy(asc(groupId), asc(memberId));
}

/** Which groups each of these members is in, and what each means. */
export async function listGroupsOf(ctx: Context, memberIds: readonly string[]) {
  return ctx.tx
    .select({
      memberId: directoryGroupMembers.memberId,
      groupId: directoryGroups.id,
      displayName: directoryGroups.displayName,
      role: directoryGroups.role,
    })
    .from(directoryGroupMembers)
    .innerJoin(
      directoryGroups,
      and(
        eq(directoryGroups.organizationId, directoryGroupMembers.organizationId),
        eq(directoryGroups.id, directoryGroupMembers.groupId),
      ),
    )
    .where(
      and(
        ours(directoryGroupMembers.organizationId, ctx),
        inArray(directoryGroupMembers.memberId, [...memberIds]),
      ),
    )
    .orderBy(asc(directoryGroupMembers.memberId), asc(directoryGroups.displayName));
}

/** Which of these ids are users of this organisation. */
export async function listUserIdsAmong(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: memberships.id })
    .from(memberships)
    .leftJoin(directoryMembers, besideMember)
    .where(and(ours(memberships.organizationId, ctx), isUser, inArray(memberships.id, [...ids])));
  return rows.map(({ id }) => id);
}
