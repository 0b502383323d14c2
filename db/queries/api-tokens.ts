import { and, desc, eq, isNull } from "drizzle-orm";
import type { Context } from "../context";
import { apiTokens, memberships } from "../schema/index";

/** Tokens that are not revoked, the newest first; of one member, or (null) of everybody. */
export function listApiTokens(ctx: Context, memberId: string | null) {
  const { id, name, prefix, scope, createdAt, expiresAt, lastUsedAt } = apiTokens;
  return ctx.tx
    .select({
      ...{ id, name, prefix, scope, createdAt, expiresAt, lastUsedAt },
      member: { id: memberships.id, name: memberships.name },
    })
    .from(apiTokens)
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, apiTokens.organizationId), eq(memberships.id, apiTokens.memberId)),
    )
    .where(
      and(
        eq(apiTokens.organizationId, ctx.organization.id),
        isNull(apiTokens.revokedAt),
        ...(memberId === null ? [] : [eq(apiTokens.memberId, memberId)]),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
}
