import type { Context } from "@/db/context";
import { listApiTokens } from "@/db/queries/api-tokens";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listTokensContract } from "@/lib/contracts/tokens";
import { mayAdminister } from "@/lib/domain/roles";
import { requirePerson } from "../shared/require-role";

/** One's own tokens; an administrator sees everybody's. */
export async function listTokens(ctx: Context): Promise<OutputOf<typeof listTokensContract>> {
  requirePerson(ctx);
  const tokens = await listApiTokens(ctx, mayAdminister(ctx.member.roles) ? null : ctx.member.id);
  return {
    tokens: tokens.map(({ createdAt, expiresAt, lastUsedAt, ...token }) => ({
      ...token,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  };
}
