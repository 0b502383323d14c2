import { sql } from "drizzle-orm";
import { DIMENSIONS, type Dimension, type Mark } from "@/lib/domain/scale";
import type { Context } from "../context";
import { listMembers } from "./members";
import type { SheetRecord } from "./submitted-marks";
import { uuidArray } from "./uuids";

/** One rating of a submitted scorecard: whom, by whom, what. `mark` is null where it was not observed. */
export interface PanelRating {
  applicationId: string;
  interviewId: string;
  scorecardId: string;
  member: { id: string; name: string };
  dimension: Dimension;
  mark: Mark | null;
  submittedAt: Date;
}

/** The ratings of some scorecards, in their order, with who gave them. */
export async function listPanelRatings(ctx: Context, sheets: readonly SheetRecord[]): Promise<PanelRating[]> {
  const members = new Map((await listMembers(ctx)).map(({ id, name }) => [id, { id, name }]));
  return sheets.flatMap(({ memberId, marks, rubricVersionId: _, traps: __, ...sheet }) => {
    const member = members.get(memberId);
    if (!member) return [];
    return DIMENSIONS.flatMap((dimension) => {
      const key = marks[dimension];
      if (key === undefined) return [];
      const mark = key === "not-observed" ? null : (Number(key) as Mark);
      return [{ ...sheet, member, dimension, mark }];
    });
  });
}

/** Interviews of some openings where the viewer is still to score: how many figures leave out. */
export async function countBlindInterviews(ctx: Context, openingIds: readonly string[]): Promise<number> {
  const [row] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from interview_progress
    where organization_id = ${ctx.organization.id} and opening_id = any (${uuidArray(openingIds)})
      and interview_id = any ((select interviews_to_score())::uuid[])`);
  return row?.count ?? 0;
}
