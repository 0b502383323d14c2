import { and, eq, lt, sql } from "drizzle-orm";
import type { Context } from "../context";
import type { OwnScope } from "../queries/retention";
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

const one = ({ organization }: Pick<OwnScope, "organization">, fileId: string) =>
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

export async function removeScoreFile(
  scope: Pick<OwnScope, "tx" | "organization">,
  fileId: string,
): Promise<void> {
  await scope.tx.delete(scoreFiles).where(one(scope, fileId));
}

/** Clears away what nobody kept, whoever brought it. */
export async function removeExpiredScoreFiles({ tx, organization, now }: Context): Promise<void> {
  await tx
    .delete(scoreFiles)
    .where(and(eq(scoreFiles.organizationId, organization.id), lt(scoreFiles.expiresAt, now)));
}

/** Puts other bytes in a file's place; what was computed from the old ones goes. */
export async function rewriteScoreFile(
  scope: OwnScope,
  fileId: string,
  file: { title: string; choices: unknown; content: Buffer; partBytes: number },
): Promise<void> {
  const { tx, organization } = scope;
  const { title, choices, content, partBytes } = file;
  await tx
    .delete(scoreFileParts)
    .where(and(eq(scoreFileParts.organizationId, organization.id), eq(scoreFileParts.fileId, fileId)));
  const parts = Math.ceil(content.length / partBytes);
  await tx
    .update(scoreFiles)
    .set({
      ...{ title, choices, parts, bytes: content.length, figures: null, figuresFor: null },
      cleared: sql`${scoreFiles.cleared} + 1`,
    })
    .where(one(scope, fileId));
  for (let place = 0; place < parts; place += 1)
    await tx.insert(scoreFileParts).values({
      ...{ organizationId: organization.id, fileId, place },
      content: content.subarray(place * partBytes, (place + 1) * partBytes),
    });
}
