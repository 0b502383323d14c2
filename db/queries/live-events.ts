import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Context } from "../context";
import { liveEvents } from "../schema/index";

export interface LiveEventRecord {
  seq: number;
  openingId: string | null;
  applicationId: string | null;
  interviewId: string | null;
  practiceRoundId: string | null;
  /** The viewer was reminded of a missing scorecard. */
  nudged: boolean;
}

/** The last event the viewer may know of; 0 before the first. */
export async function lastEventSeq(ctx: Context): Promise<number> {
  const [row] = await ctx.tx
    .select({ seq: liveEvents.seq })
    .from(liveEvents)
    .where(eq(liveEvents.organizationId, ctx.organization.id))
    .orderBy(desc(liveEvents.seq))
    .limit(1);
  return row?.seq ?? 0;
}

/** What the viewer may know of since `seq`, oldest first. The row policy decides what that is. */
export async function listEventsSince(ctx: Context, seq: number, most: number): Promise<LiveEventRecord[]> {
  return ctx.tx
    .select({
      seq: liveEvents.seq,
      openingId: liveEvents.openingId,
      applicationId: liveEvents.applicationId,
      interviewId: liveEvents.interviewId,
      practiceRoundId: liveEvents.practiceRoundId,
      nudged: sql<boolean>`coalesce(${liveEvents.nudgedMemberId} = ${ctx.member.id}, false)`,
    })
    .from(liveEvents)
    .where(and(eq(liveEvents.organizationId, ctx.organization.id), gt(liveEvents.seq, seq)))
    .orderBy(asc(liveEvents.seq))
    .limit(most);
}
