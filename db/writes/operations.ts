import { type SQL, sql } from "drizzle-orm";
import type { Change } from "@/lib/domain/changes";
import type { Context } from "../context";
import type { operations } from "../schema/index";

export type NewOperation = Omit<
  typeof operations.$inferInsert,
  "organizationId" | "authorId" | "receivedAt" | "scorecardId"
>;

/**
 * Appends operations to the ledger of a scorecard, in the order given, and moves it to the newest revision among them,
 * with what its own row holds of the content. An id that stands there already is an error.
 * One statement for any number of rows: every save pays for it, and the query builder is not on its way.
 * @param standing the changes that won, in the order given
 */
export async function recordOperations(
  ctx: Context,
  scorecardId: string,
  rows: readonly NewOperation[],
  standing: readonly Change[],
): Promise<void> {
  const revision = Math.max(...rows.map((row) => row.revision));
  await ctx.tx.execute(sql`
    with ledger as (
      insert into operations (organization_id, author_id, received_at, op_id, scorecard_id, client_id, client_seq, field,
        change, base_revision, revision, rubric_version_id, at_ms, wall_clock, made_at, device, overtaken)
      select ${ctx.organization.id}, ${ctx.member.id}, ${ctx.now.toISOString()}, r."opId", ${scorecardId}, r."clientId",
        r."clientSeq", r.field, r.change, r."baseRevision", r.revision, r."rubricVersionId", r."atMs", r."wallClock",
        r."madeAt", r.device, coalesce(r.overtaken, false)
      from jsonb_to_recordset(${JSON.stringify(rows)}) as r("opId" uuid, "clientId" uuid,
        "clientSeq" integer, field text, change jsonb, "baseRevision" integer, revision integer, "rubricVersionId" uuid,
        "atMs" bigint, "wallClock" timestamptz, "madeAt" timestamptz, device text, overtaken boolean))
    update scorecards set ${sql.join(ownColumns(revision, standing), sql`, `)}
    where organization_id = ${ctx.organization.id} and id = ${scorecardId}`);
}

/** What a scorecard's own row holds: where it stands, and the answers that are one to a card. */
function ownColumns(revision: number, standing: readonly Change[]): SQL[] {
  const newest = standing.toReversed();
  const recommended = newest.find((change) => change.field === "recommendation");
  const sure = newest.find((change) => change.field === "confidence");
  const onPaper = newest.find((change) => change.field === "paper");
  return [
    sql`revision = ${revision}`,
    ...(recommended ? [sql`recommendation = ${recommended.value}`] : []),
    ...(sure ? [sql`confidence = ${sure.value}`] : []),
    ...(onPaper ? [sql`scored_on_paper_at = ${onPaper.value}`] : []),
  ];
}
