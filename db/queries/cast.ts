import { and, asc, eq, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { Role } from "@/lib/domain/roles";
import type { Transaction } from "../context";
import { memberships, organizations } from "../schema/index";

export interface CastMember {
  memberId: string;
  organization: { id: string; name: string };
  userId: string | null;
  name: string;
  roles: Role[];
}

/** Everybody who can sign in, for demo mode's one-click page. Identity scope only. */
export function listCast(tx: Transaction): Promise<CastMember[]> {
  return liveMemberships(tx, isNotNull(memberships.userId));
}

/** The same and those who are invited and have not come yet, for a command on the server itself. Identity scope only. */
export function listCastAndInvited(tx: Transaction): Promise<CastMember[]> {
  return liveMemberships(tx, or(isNotNull(memberships.userId), isNotNull(memberships.email)));
}

/** What one person is a member of, the first joined first. Identity scope only. */
export function listMembershipsOf(tx: Transaction, userId: string): Promise<CastMember[]> {
  return liveMemberships(tx, eq(memberships.userId, userId));
}

async function liveMemberships(tx: Transaction, which: SQL | undefined): Promise<CastMember[]> {
  return tx
    .select({
      memberId: memberships.id,
      organization: { id: organizations.id, name: organizations.name },
      userId: memberships.userId,
      name: memberships.name,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(isNull(memberships.deactivatedAt), which))
    .orderBy(asc(memberships.createdAt), asc(memberships.name));
}
