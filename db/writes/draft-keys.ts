import { and, eq } from "drizzle-orm";
import type { Context } from "../context";
import { draftKeys } from "../schema/index";

const ofCard = ({ organization }: Context, scorecardId: string) =>
  and(eq(draftKeys.organizationId, organization.id), eq(draftKeys.scorecardId, scorecardId));

/** The key of one's own scorecard, made at the first asking; two that ask at once get the same. */
export async function requireDraftKey(ctx: Context, scorecardId: string): Promise<Buffer> {
  const { organization, member, tx } = ctx;
  await tx
    .insert(draftKeys)
    .values({ organizationId: organization.id, scorecardId, authorId: member.id })
    .onConflictDoNothing();
  const [row] = await tx.select({ key: draftKeys.key }).from(draftKeys).where(ofCard(ctx, scorecardId));
  if (!row) throw new Error("A draft key that was just made is not there");
  return row.key;
}

/** Nothing is drafted any more; whatever ciphertext is left somewhere stays ciphertext. */
export async function dropDraftKey(ctx: Context, scorecardId: string): Promise<void> {
  await ctx.tx.delete(draftKeys).where(ofCard(ctx, scorecardId));
}
