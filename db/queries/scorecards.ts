import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Amendment } from "@/lib/domain/amendments";
import type { TimerEvent } from "@/lib/domain/beats";
import type { Dimension, RatingValue } from "@/lib/domain/scale";
import type { EvidenceNote, ScorecardContent, TrapFlag } from "@/lib/domain/scorecard";
import type { StoryFacts } from "@/lib/domain/story-facts";
import type { Context } from "../context";
import { submissions } from "../schema/index";
import { uuidArray } from "./uuids";

/** One scorecard as it stands, with its author and content. Row policies decide which of them you get. */
export interface ScorecardRecord {
  scorecardId: string;
  interviewId: string;
  rubricVersionId: string;
  author: { id: string; name: string };
  revision: number;
  submittedAt: Date | null;
  /** The first, independent score; what was said later stands in `amendments`. */
  content: ScorecardContent;
  amendments: Amendment[];
}

interface ContentRow extends Record<string, unknown> {
  id: string;
  interview_id: string;
  rubric_version_id: string;
  author_id: string;
  author_name: string;
  revision: number;
  recommendation: ScorecardContent["recommendation"];
  confidence: ScorecardContent["confidence"];
  submitted_at: string | Date | null;
  ratings: Partial<Record<Dimension, RatingValue>>;
  evidence: EvidenceNote[];
  traps: TrapFlag[];
  facts: StoryFacts;
  timer: TimerEvent[];
  probes: Dimension[];
  scored_on_paper_at: string | Date | null;
  amendments: Amendment[];
}

/** The lists inside a scorecard, each from its own table: one statement however many cards. */
const own = (table: string) =>
  sql.raw(`${table} x where x.organization_id = c.organization_id and x.scorecard_id = c.id`);

async function listScorecards({ tx, organization }: Context, where: SQL): Promise<ScorecardRecord[]> {
  const rows = await tx.execute<ContentRow>(sql`
    select c.id, c.interview_id, c.rubric_version_id, c.author_id, m.name as author_name, c.revision,
      c.recommendation, c.confidence, c.scored_on_paper_at, s.submitted_at,
      (select coalesce(jsonb_object_agg(x.dimension, case when x.mark is null then '{"state":"not-observed"}'::jsonb
        else jsonb_build_object('state', 'observed', 'mark', x.mark) end), '{}') from ${own("ratings")}) as ratings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'dimension', x.dimension, 'text', x.body, 'atMs', x.at_ms)
        order by x.position, x.id), '[]') from ${own("evidence_notes")}) as evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('trap', x.trap, 'reason', x.reason) order by x.trap), '[]')
        from ${own("trap_flags")}) as traps,
      (select coalesce(jsonb_object_agg(x.fact, coalesce(to_jsonb(x.choice),
        jsonb_build_object('amount', x.amount, 'unit', x.unit))), '{}') from ${own("story_facts")}) as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'beat', x.beat, 'at', x.at_ms)
        order by x.at_ms, x.id), '[]') from ${own("beats")}) as timer,
      (select coalesce(jsonb_agg(x.dimension order by x.dimension), '[]') from ${own("probes_asked")}) as probes,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'change', x.change, 'reason', x.reason,
        'amendedAt', x.amended_at) order by x.place), '[]') from ${own("amendments")}) as amendments
    from scorecards c
    join memberships m on m.organization_id = c.organization_id and m.id = c.author_id
    left join submissions s on s.organization_id = c.organization_id and s.scorecard_id = c.id
    where c.organization_id = ${organization.id} and ${where}
    order by m.name, c.id`);
  return rows.map((row) => ({
    scorecardId: row.id,
    interviewId: row.interview_id,
    rubricVersionId: row.rubric_version_id,
    author: { id: row.author_id, name: row.author_name },
    revision: row.revision,
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    content: {
      ratings: row.ratings,
      evidence: row.evidence,
      traps: row.traps,
      facts: row.facts,
      timer: row.timer,
      probesAsked: row.probes,
      recommendation: row.recommendation,
      confidence: row.confidence,
      scoredOnPaperAt: row.scored_on_paper_at && new Date(row.scored_on_paper_at).toISOString(),
    },
    amendments: row.amendments.map((one) => ({ ...one, amendedAt: new Date(one.amendedAt).toISOString() })),
  }));
}

/** Your own scorecard of one interview, submitted or not; null when you have no seat there. */
export async function findOwnScorecard(ctx: Context, interviewId: string): Promise<ScorecardRecord | null> {
  const rows = await listScorecards(
    ctx,
    sql`c.interview_id = ${interviewId} and c.author_id = ${ctx.member.id}`,
  );
  return rows[0] ?? null;
}

/** Submitted scorecards of these interviews, as far as the viewer may see them. */
export async function listSubmittedScorecards(
  ctx: Context,
  interviewIds: readonly string[],
): Promise<(ScorecardRecord & { submittedAt: Date })[]> {
  if (interviewIds.length === 0) return [];
  const rows = await listScorecards(
    ctx,
    sql`c.interview_id = any (${uuidArray(interviewIds)}) and s.submitted_at is not null`,
  );
  return rows.flatMap((row) => (row.submittedAt === null ? [] : [{ ...row, submittedAt: row.submittedAt }]));
}

export interface OwnScorecard {
  scorecardId: string;
  interviewId: string;
  rubricVersionId: string;
  revision: number;
}

interface OwnRow extends Record<string, unknown> {
  id: string;
  interview_id: string;
  rubric_version_id: string;
  revision: number;
}

/** Your own scorecard, locked until the transaction ends: its changes and its submission come one after another. */
export async function findOwnScorecardForUpdate(
  { tx, organization, member }: Context,
  scorecardId: string,
): Promise<OwnScorecard | null> {
  const [card] =
    await tx.execute<OwnRow>(sql`select id, interview_id, rubric_version_id, revision from scorecards
    where organization_id = ${organization.id} and id = ${scorecardId} and author_id = ${member.id} for update`);
  if (!card) return null;
  const { id, interview_id, rubric_version_id, revision } = card;
  return { scorecardId: id, interviewId: interview_id, rubricVersionId: rubric_version_id, revision };
}

/** When a locked scorecard was submitted. Ask after the lock: joined to it, this would be read as before the wait. */
export async function findSubmittedAt(ctx: Context, scorecardId: string): Promise<Date | null> {
  const [submission] = await ctx.tx
    .select({ submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(
      and(eq(submissions.organizationId, ctx.organization.id), eq(submissions.scorecardId, scorecardId)),
    );
  return submission?.submittedAt ?? null;
}
