import type { Context } from "@/db/context";
import { revokeApiToken } from "@/db/writes/api-tokens";
import { audit } from "@/db/writes/audit";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { revokeTokenContract } from "@/lib/contracts/tokens";
import { Problem } from "@/lib/domain/errors";
import { mayAdminister } from "@/lib/domain/roles";
import { requirePerson } from "../shared/require-role";

/** Revokes a token of one's own; an administrator, anybody's. */
export async function revokeToken(
  ctx: Context,
  { tokenId }: InputOf<typeof revokeTokenContract>,
): Promise<OutputOf<typeof revokeTokenContract>> {
  requirePerson(ctx);
  const memberId = mayAdminister(ctx.member.roles) ? null : ctx.member.id;
  if (!(await revokeApiToken(ctx, { id: tokenId, memberId })))
    throw new Problem("NOT_FOUND", "There is no such token in force");
  await audit(ctx, { action: "token.revoke", subjectKind: "token", subjectId: tokenId });
  return { tokenId };
}
