import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../context";
import { apiTokens } from "../schema/index";

type NewToken = Omit<typeof apiTokens.$inferInsert, "organizationId" | "memberId" | "createdAt">;

/** Keeps a token of one's own, by its hash. */
export async function createApiToken(ctx: Context, token: NewToken): Promise<void> {
  await ctx.tx.insert(apiTokens).values({
    ...token,
    organizationId: ctx.organization.id,
    memberId: ctx.member.id,
    createdAt: ctx.now,
  });
}

/** Revokes a token, for ever. `memberId` limits it to one's own. True when there was one still in force. */
export async function revokeApiToken(
  ctx: Context,
  token: { id: string; memberId: string | null },
): Promise<boolean> {
  const own = token.memberId === null ? [] : [eq(apiTokens.memberId, token.memberId)];
  const revoked = await ctx.tx
    .update(apiTokens)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(apiTokens.organizationId, ctx.organization.id),
        eq(apiTokens.id, token.id),
        isNull(apiTokens.revokedAt),
        ...own,
      ),
    )
    .returning({ id: apiTokens.id });
  return revoked.length === 1;
}
