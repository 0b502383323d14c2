import { and, eq, sql } from "drizzle-orm";
import type { Fold, RubricContent, Weights } from "@/lib/domain/rubric";
import type { Context } from "../context";
import { newId } from "../ids";
import { rubricVersions } from "../schema/index";

interface RubricText {
  content: RubricContent;
  weights: Weights;
  fold: Fold;
}

const one = ({ organization }: Context, id: string) =>
  and(eq(rubricVersions.organizationId, organization.id), eq(rubricVersions.id, id));

/** A new draft under the next number; the number's key settles two leads who begin one at the same moment. */
export async function createDraft(ctx: Context, draft: RubricText & { number: number }): Promise<string> {
  const id = newId();
  await ctx.tx.insert(rubricVersions).values({
    ...draft,
    id,
    organizationId: ctx.organization.id,
    state: "draft",
    reason: "",
    createdAt: ctx.now,
  });
  return id;
}

/** False when the draft is gone, published, or was saved by somebody else since `revision`. */
export async function saveDraft(
  ctx: Context,
  id: string,
  revision: number,
  text: RubricText,
): Promise<boolean> {
  const saved = await ctx.tx
    .update(rubricVersions)
    .set({ ...text, revision: sql`${rubricVersions.revision} + 1` })
    .where(and(one(ctx, id), eq(rubricVersions.state, "draft"), eq(rubricVersions.revision, revision)))
    .returning({ id: rubricVersions.id });
  return saved.length > 0;
}

/** False when it is no draft any more, or changed since `revision`. From here on it never changes. */
export async function publishDraft(
  ctx: Context,
  id: string,
  revision: number,
  reason: string,
): Promise<boolean> {
  const published = await ctx.tx
    .update(rubricVersions)
    .set({ state: "published", reason, publishedAt: ctx.now })
    .where(and(one(ctx, id), eq(rubricVersions.state, "draft"), eq(rubricVersions.revision, revision)))
    .returning({ id: rubricVersions.id });
  return published.length > 0;
}

export async function discardDraft(ctx: Context, id: string): Promise<boolean> {
  const gone = await ctx.tx
    .delete(rubricVersions)
    .where(and(one(ctx, id), eq(rubricVersions.state, "draft")))
    .returning({ id: rubricVersions.id });
  return gone.length > 0;
}

export async function retireVersion(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .update(rubricVersions)
    .set({ state: "retired" })
    .where(and(one(ctx, id), eq(rubricVersions.state, "published")));
}

export async function reinstateVersion(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .update(rubricVersions)
    .set({ state: "published" })
    .where(and(one(ctx, id), eq(rubricVersions.state, "retired")));
}
