import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../context";
import { fitSnapshots } from "../schema/index";

export interface SnapshotRecord {
  key: string;
  /** What was asked for, as its verb wrote it. */
  scope: string;
  ratings: number;
  askedAt: Date;
  progress: string;
  step: number;
  failed: boolean;
  /** Null until it is computed. */
  figures: unknown;
}

const columns = {
  key: fitSnapshots.key,
  scope: fitSnapshots.scope,
  ratings: fitSnapshots.ratings,
  askedAt: fitSnapshots.askedAt,
  progress: fitSnapshots.progress,
  step: fitSnapshots.step,
  failed: sql<boolean>`${fitSnapshots.failedAt} is not null`,
  figures: fitSnapshots.figures,
};

/** The snapshot of exactly these ratings. The row policy hides one that the viewer may not read. */
export async function findSnapshot(ctx: Context, key: string): Promise<SnapshotRecord | null> {
  const [row] = await ctx.tx
    .select(columns)
    .from(fitSnapshots)
    .where(and(eq(fitSnapshots.organizationId, ctx.organization.id), eq(fitSnapshots.key, key)));
  return row ?? null;
}

/** The last one that was computed for the same question: what stands on the screen while a newer one is made. */
export async function findLastSnapshot(ctx: Context, scope: string): Promise<SnapshotRecord | null> {
  const [row] = await ctx.tx
    .select(columns)
    .from(fitSnapshots)
    .where(
      and(
        eq(fitSnapshots.organizationId, ctx.organization.id),
        eq(fitSnapshots.scope, scope),
        isNotNull(fitSnapshots.computedAt),
      ),
    )
    .orderBy(desc(fitSnapshots.computedAt), desc(fitSnapshots.key))
    .limit(1);
  return row ?? null;
}
