import { sql } from "drizzle-orm";
import type { DimensionCounts } from "@/lib/domain/composite";
import type { Fold, Weights } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, type MarkKey } from "@/lib/domain/scale";
import type { Trap } from "@/lib/domain/traps";
import type { Context } from "../context";
import { chosen, type WhichApplications } from "./candidates";
import { uuidArray } from "./uuids";

/** A candidate's visible scorecards on one rubric version: integers per level, and how many flag which trap. */
export interface CountedMarks {
  rubricVersionId: string;
  counts: DimensionCounts;
  traps: Partial<Record<Trap, number>>;
  /** Scorecards counted. */
  scorecards: number;
}

interface CountedRow extends Record<string, unknown> {
  application_id: string;
  rubric_version_id: string;
  marks: string;
  traps: string | null;
  scorecards: number;
}

/** Marks within a scorecard, scorecards within a candidate: neither sign stands in a mark's key. */
const [WITHIN, BETWEEN] = [",", ";"];

/**
 * Per candidate the counts of their visible scorecards, one entry a rubric version. The row policy leaves interviews
 * out where the viewer is blind. One statement: each scorecard travels as some twenty characters, counted here.
 */
export async function countedMarksOf(
  ctx: Context,
  which: WhichApplications,
): Promise<Map<string, CountedMarks[]>> {
  const rows = await ctx.tx.execute<CountedRow>(sql`
    select application_id, rubric_version_id, count(*)::int as scorecards,
      string_agg(array_to_string(marks, ${WITHIN}, ''), ${BETWEEN}) as marks,
      string_agg(array_to_string(traps, ${WITHIN}), ${WITHIN}) filter (where cardinality(traps) > 0) as traps
    from submitted_marks
    where organization_id = ${ctx.organization.id} and ${chosen(which, "application_id")}
    group by application_id, rubric_version_id`);
  const counted = new Map<string, CountedMarks[]>();
  const read = readerOfMarks();
  for (const row of rows) {
    const entry: CountedMarks = {
      rubricVersionId: row.rubric_version_id,
      counts: countsOf(row.marks.split(BETWEEN).map(read)),
      traps: {},
      scorecards: row.scorecards,
    };
    for (const trap of (row.traps?.split(WITHIN) ?? []) as Trap[]) {
      entry.traps[trap] = (entry.traps[trap] ?? 0) + 1;
    }
    const of = counted.get(row.application_id);
    if (of) of.push(entry);
    else counted.set(row.application_id, [entry]);
  }
  return counted;
}

/** One submitted scorecard's marks by dimension; what was not rated is absent. */
export type SheetMarks = Partial<Record<Dimension, MarkKey>>;

export interface SheetRecord {
  scorecardId: string;
  applicationId: string;
  interviewId: string;
  memberId: string;
  rubricVersionId: string;
  submittedAt: Date;
  marks: SheetMarks;
  traps: Trap[];
}

/** All rows of submitted_marks as one text, in the order they came in; `sheetsIn` reads it. */
const sheetsText = sql`string_agg(concat_ws(${BETWEEN}, scorecard_id, application_id, interview_id, member_id,
  rubric_version_id, round(extract(epoch from submitted_at) * 1000), array_to_string(marks, ${WITHIN}, ''),
  array_to_string(traps, ${WITHIN})), E'\n' order by submitted_at, scorecard_id)`;

/** Every visible scorecard of some openings, in the order they came in: what models of a whole panel are fitted on. */
export async function listSheets(ctx: Context, openingIds: readonly string[]): Promise<SheetRecord[]> {
  const [row] = await ctx.tx.execute<{ sheets: string | null }>(sql`
    select ${sheetsText} as sheets
    from submitted_marks where organization_id = ${ctx.organization.id} and opening_id = any (${uuidArray(openingIds)})`);
  return sheetsIn(row?.sheets ?? null);
}

function sheetsIn(text: string | null): SheetRecord[] {
  if (!text) return [];
  const read = readerOfMarks();
  return text.split("\n").map((line) => {
    const [
      scorecardId = "",
      applicationId = "",
      interviewId = "",
      memberId = "",
      rubricVersionId = "",
      submitted = "",
      marks = "",
      traps = "",
    ] = line.split(BETWEEN);
    return {
      ...{ scorecardId, applicationId, interviewId, memberId, rubricVersionId, marks: read(marks) },
      submittedAt: new Date(Number(submitted)),
      traps: traps === "" ? [] : (traps.split(WITHIN) as Trap[]),
    };
  });
}

/** Thousands of scorecards say the same five marks as another one: those are read once. */
function readerOfMarks(): (text: string) => SheetMarks {
  const known = new Map<string, SheetMarks>();
  return (text) => {
    const marks = known.get(text) ?? marksFrom(text);
    known.set(text, marks);
    return marks;
  };
}

/** The keys were written by our own trigger from checked columns; their order is that of the rubric. */
function marksFrom(text: string): SheetMarks {
  const keys = text.split(WITHIN);
  const marks: SheetMarks = {};
  for (const [place, dimension] of DIMENSIONS.entries()) {
    const key = keys[place];
    if (key) marks[dimension] = key as MarkKey;
  }
  return marks;
}

/** How often each mark was given, by dimension. */
export function countsOf(sheets: readonly SheetMarks[]): DimensionCounts {
  const counts: DimensionCounts = {};
  for (const sheet of sheets) {
    for (const dimension of DIMENSIONS) {
      const key = sheet[dimension];
      if (key === undefined) continue;
      const of = counts[dimension] ?? {};
      of[key] = (of[key] ?? 0) + 1;
      counts[dimension] = of;
    }
  }
  return counts;
}

/** What an opening's figures were computed from: they stand until one of the two changes. */
export interface OpeningVersion {
  version: string;
  /** Interviews of the opening that the viewer is still to score. */
  hidden: string[];
}

/** What one opening's fair scores are fitted on, and the version of its records that it is: one statement, one moment. */
export interface FitInput extends OpeningVersion {
  sheets: SheetRecord[];
  /** Of every rubric version that one of the sheets was scored on. */
  versions: Map<string, { weights: Weights; fold: Fold }>;
}

interface FitRow extends Record<string, unknown> {
  version: string;
  hidden: string[];
  sheets: string | null;
  versions: { id: string; weights: Weights; fold: Fold }[];
}

/** Null where there is no such opening. */
export async function findFitInput(ctx: Context, openingId: string): Promise<FitInput | null> {
  const marks = sql`from submitted_marks where organization_id = ${ctx.organization.id} and opening_id = ${openingId}`;
  const [row] = await ctx.tx.execute<FitRow>(sql`
    select c.version || '.' || c.candidates as version, array(
      select p.interview_id::text from interview_progress p
      where p.organization_id = c.organization_id and p.opening_id = c.opening_id
        and p.interview_id = any ((select interviews_to_score())::uuid[]) order by 1) as hidden,
      (select ${sheetsText} ${marks}) as sheets,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'weights', v.weights, 'fold', v.fold)), '[]')
        from rubric_versions v where v.organization_id = c.organization_id
          and v.id in (select rubric_version_id ${marks})) as versions
    from opening_counts c where c.organization_id = ${ctx.organization.id} and c.opening_id = ${openingId}`);
  if (!row) return null;
  return {
    version: row.version,
    hidden: row.hidden,
    sheets: sheetsIn(row.sheets),
    versions: new Map(row.versions.map(({ id, ...version }) => [id, version])),
  };
}
