import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../context";
import { rubricVersions, submittedMarks } from "../schema/index";

export type RubricRecord = Omit<typeof rubricVersions.$inferSelect, "organizationId" | "createdAt">;

const columns = {
  id: rubricVersions.id,
  number: rubricVersions.number,
  state: rubricVersions.state,
  content: rubricVersions.content,
  weights: rubricVersions.weights,
  fold: rubricVersions.fold,
  reason: rubricVersions.reason,
  publishedAt: rubricVersions.publishedAt,
  revision: rubricVersions.revision,
};

/** The newest published version: what new interviews use. */
export async function findCurrentRubric(ctx: Context): Promise<RubricRecord | null> {
  const rows = await ctx.tx
    .select(columns)
    .from(rubricVersions)
    .where(and(eq(rubricVersions.organizationId, ctx.organization.id), eq(rubricVersions.state, "published")))
    .orderBy(desc(rubricVersions.number))
    .limit(1);
  return rows[0] ?? null;
}

/** The versions with these ids, by id. */
export async function rubricsById(ctx: Context, ids: readonly string[]): Promise<Map<string, RubricRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select(columns)
    .from(rubricVersions)
    .where(
      and(
        eq(rubricVersions.organizationId, ctx.organization.id),
        inArray(rubricVersions.id, [...new Set(ids)]),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The versions that visible scorecards of one opening were scored on, newest first. */
export async function listRubricsOf(ctx: Context, openingId: string): Promise<RubricRecord[]> {
  const used = ctx.tx
    .selectDistinct({ id: submittedMarks.rubricVersionId })
    .from(submittedMarks)
    .where(
      and(eq(submittedMarks.organizationId, ctx.organization.id), eq(submittedMarks.openingId, openingId)),
    );
  return ctx.tx
    .select(columns)
    .from(rubricVersions)
    .where(and(eq(rubricVersions.organizationId, ctx.organization.id), inArray(rubricVersions.id, used)))
    .orderBy(desc(rubricVersions.number));
}

/** Every version, newest first, with how many interviews are scored on it. */
export async function listRubrics(ctx: Context): Promise<(RubricRecord & { interviews: number })[]> {
  return ctx.tx
    .select({
      ...columns,
      // Named by hand: in a select of one table drizzle leaves the table's name away, and `id` would be the interview's.
      interviews: sql<number>`(select count(*)::int from interviews i
        where i.organization_id = rubric_versions.organization_id and i.rubric_version_id = rubric_versions.id)`,
    })
    .from(rubricVersions)
    .where(eq(rubricVersions.organizationId, ctx.organization.id))
    .orderBy(desc(rubricVersions.number));
}
