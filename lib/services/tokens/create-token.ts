import type { Context } from "@/db/context";
import { newId } from "@/db/ids";
import { createApiToken } from "@/db/writes/api-tokens";
import { audit } from "@/db/writes/audit";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { createTokenContract } from "@/lib/contracts/tokens";
import { requireAdmin, requirePerson } from "../shared/require-role";
import { hashOfToken, makeToken } from "./token-text";

const DAY_MS = 86_400_000;

/** Makes a token for a program that acts as this member, and tells its secret this once. */
export async function createToken(
  ctx: Context,
  { name, scope, days }: InputOf<typeof createTokenContract>,
): Promise<OutputOf<typeof createTokenContract>> {
  requirePerson(ctx);
  if (scope === "provisioning") requireAdmin(ctx);
  const { text, prefix } = makeToken(ctx.organization.id);
  const [id, expiresAt] = [newId(), new Date(ctx.now.getTime() + days * DAY_MS)];
  await createApiToken(ctx, { id, name, prefix, scope, expiresAt, tokenHash: hashOfToken(text) });
  await audit(ctx, { action: "token.create", subjectKind: "token", subjectId: id, detail: { scope, days } });
  return { tokenId: id, token: text, expiresAt: expiresAt.toISOString() };
}
