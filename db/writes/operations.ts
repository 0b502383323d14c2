import { sql } from "drizzle-orm";
import type { Change } from "@/lib/domain/changes";
import type { Context } from "../context";
import type { operations } from "../schema/index";

export type NewOperation = Omit<typeof operations.$inferInsert, "organizationId" | "authorId" | "receivedAt">;

/**
 * Appends operations to the ledger, in the order given. An id that stands there already is an error.
 * One statement for any number of rows: the server plans it once, and the query builder is not on the way of a save.
 */
export async function appendOperations(ctx: Context, rows: readonly NewOperation[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx.execute(sql`
    insert into operations (organization_id, author_id, received_at, op_id, scorecard_id, client_id, client_seq, field,
      change, base_revision, revision, rubric_version_id, at_ms, wall_clock, made_at, device, overtaken)
    select ${ctx.organization.id}, ${ctx.member.id}, ${ctx.now.toISOString()}, r."opId", r."scorecardId", r."clientId",
      r."clientSeq", r.field, r.change, r."baseRevision", r.revision, r."rubricVersionId", r."atMs", r."wallClock",
      r."madeAt", r.device, coalesce(r.overtaken, false)
    from jsonb_to_recordset(${JSON.stringify(rows)}) as r("opId" uuid, "scorecardId" uuid, "clientId" uuid,
      "clientSeq" integer, field text, change jsonb, "baseRevision" integer, revision integer, "rubricVersionId" uuid,
      "atMs" bigint, "wallClock" timestamptz, "madeAt" timestamptz, device text, overtaken boolean)`);
}

/** Moves a scorecard to its newest revision, with what its own row holds of the content. */
export async function advanceScorecard(
  ctx: Context,
  scorecardId: string,
  revision: number,
  changes: readonly Change[],
): Promise<void> {
  const set = [sql`revision = ${revision}`];
  const newest = changes.toReversed();
  const recommended = newest.find((change) => change.field === "recommendation");
  const sure = newest.find((change) => change.field === "confidence");
  const onPaper = newest.find((change) => change.field === "paper");
  if (recommended) set.push(sql`recommendation = ${recommended.value}`);
  if (sure) set.push(sql`confidence = ${sure.value}`);
  if (onPaper) set.push(sql`scored_on_paper_at = ${onPaper.value}`);
  await ctx.tx.execute(sql`update scorecards set ${sql.join(set, sql`, `)}
    where organization_id = ${ctx.organization.id} and id = ${scorecardId}`);
}
