import { and, eq, lt } from "drizzle-orm";
import type { Context } from "../context";
import { scoreFileParts, scoreFiles } from "../schema/index";

/** Announcing a file twice is announcing it once. */
export async function createScoreFile(
  ctx: Context,
  file: { id: string; title: string; bytes: number; parts: number; expiresAt: Date },
): Promise<void> {
  await ctx.tx
    .insert(scoreFiles)
    .values({
      ...file,
      organizationId: ctx.organization.id,
      uploadedBy: ctx.member.id,
      uploadedAt: ctx.now,
    })
    .onConflictDoNothing();
}

/** A piece that is there already stays as it is. */
export async function keepScorePart(
  { tx, organization }: Context,
  part: { fileId: string; place: number; content: Buffer },
): Promise<void> {
  await tx
    .insert(scoreFileParts)
    .values({ ...part, organizationId: organization.id })
    .onConflictDoNothing();
}

const one = ({ organization }: Context, fileId: string) =>
  and(eq(scoreFiles.organizationId, organization.id), eq(scoreFiles.id, fileId));

export async function keepScoreChoices(ctx: Context, fileId: string, choices: unknown): Promise<void> {
  await ctx.tx.update(scoreFiles).set({ choices }).where(one(ctx, fileId));
}

/** A sheet is computed once for its choices. */
export async function keepScoreFigures(
  ctx: Context,
  fileId: string,
  figuresFor: string,
  figures: unknown,
): Promise<void> {
  await ctx.tx.update(scoreFiles).set({ figures, figuresFor }).where(one(ctx, fileId));
}

export async function markScoreFileKept(ctx: Context, fileId: string): Promise<void> {
  await ctx.tx.update(scoreFiles).set({ keptAt: ctx.now, expiresAt: null }).where(one(ctx, fileId));
}

export async function removeScoreFile(ctx: Context, fileId: string): Promise<void> {
  await ctx.tx.delete(scoreFiles).where(one(ctx, fileId));
}

/** Clears away what nobody kept, whoever brought it. */
export async function removeExpiredScoreFiles({ tx, organization, now }: Context): Promise<void> {
  await tx
    .delete(scoreFiles)
    .where(and(eq(scoreFiles.organizationId, organization.id), lt(scoreFiles.expiresAt, now)));
}
