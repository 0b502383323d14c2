import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context";
import { fitSnapshots } from "../schema/index";

/** Sheets of one question that are kept: leads who may not read the same interviews read different ones. */
const KEPT_OF_A_SCOPE = 4;
/** A job asked for this long ago and not done has used up its tries. */
const ASK_AGAIN_MS = 15 * 60_000;

export interface SnapshotAsked {
  key: string;
  /** Whose own figures; null: a sheet for leads. */
  memberId: string | null;
  scope: string;
  /** Interviews it rests on: whoever is still to score in one reads nothing of it. */
  interviews: readonly string[];
  ratings: number;
}

const one = ({ organization }: Context, key: string) =>
  and(eq(fitSnapshots.organizationId, organization.id), eq(fitSnapshots.key, key));

/** Puts a snapshot there that is still to be computed. False when somebody has, and it is not too long ago. */
async function begin(ctx: Context, asked: SnapshotAsked, progress: string): Promise<boolean> {
  const askedNow = { askedBy: ctx.member.id, askedAt: ctx.now, failedAt: null };
  const begun = await ctx.tx
    .insert(fitSnapshots)
    .values({
      ...{ ...asked, interviews: [...asked.interviews], organizationId: ctx.organization.id },
      ...{ ...askedNow, progress, step: 0 },
    })
    .onConflictDoUpdate({
      target: [fitSnapshots.organizationId, fitSnapshots.key],
      set: { ...askedNow, progress, step: sql`${fitSnapshots.step} + 1` },
      setWhere: sql`${fitSnapshots.computedAt} is null and ${fitSnapshots.askedAt} < ${new Date(ctx.now.getTime() - ASK_AGAIN_MS).toISOString()}`,
    })
    .returning({ key: fitSnapshots.key });
  return begun.length > 0;
}

/** Asks for a snapshot and its job in one breath: whoever asks second finds both there. */
export async function askForSnapshot(ctx: Context, asked: SnapshotAsked): Promise<void> {
  if (await begin(ctx, asked, "waiting for its turn"))
    await ctx.tx.execute(sql`select ask_for_sheet(${asked.key})`);
}

/** The ratings have changed since it was asked for: its job goes on with those there are now. */
export async function moveSnapshot(ctx: Context, from: string, asked: SnapshotAsked): Promise<void> {
  await removeSnapshot(ctx, from);
  await begin(ctx, asked, "reading the ratings");
}

/** Says how far it is. */
export async function tellSnapshotProgress(ctx: Context, key: string, progress: string): Promise<void> {
  await ctx.tx
    .update(fitSnapshots)
    .set({ progress, step: sql`${fitSnapshots.step} + 1` })
    .where(one(ctx, key));
}

/** Says that it is not going to be computed, and why. */
export async function failSnapshot(ctx: Context, key: string, why: string): Promise<void> {
  await ctx.tx
    .update(fitSnapshots)
    .set({ progress: why, failedAt: ctx.now, step: sql`${fitSnapshots.step} + 1` })
    .where(one(ctx, key));
}

/** Keeps the figures; of older ones of the same question only the last few stay. */
export async function keepSnapshot(
  ctx: Context,
  { key, scope }: Pick<SnapshotAsked, "key" | "scope">,
  figures: unknown,
): Promise<void> {
  await ctx.tx
    .update(fitSnapshots)
    .set({ figures, computedAt: ctx.now, failedAt: null, step: sql`${fitSnapshots.step} + 1` })
    .where(one(ctx, key));
  await ctx.tx.execute(sql`
    delete from fit_snapshots where organization_id = ${ctx.organization.id} and scope = ${scope} and key in (
      select key from fit_snapshots where organization_id = ${ctx.organization.id} and scope = ${scope}
        and computed_at is not null
      order by computed_at desc, key desc offset ${KEPT_OF_A_SCOPE})`);
}

export async function removeSnapshot(ctx: Context, key: string): Promise<void> {
  await ctx.tx.delete(fitSnapshots).where(one(ctx, key));
}
