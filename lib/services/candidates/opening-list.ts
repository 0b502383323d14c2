import type { Context } from "@/db/context";
import { listVersionedOpenings, type OpeningRecord } from "@/db/queries/candidates";
import { lastEventSeq } from "@/db/queries/live-events";
import type { RubricRecord } from "@/db/queries/rubrics";
import type { ListQuery } from "@/lib/contracts/list-query";
import { filteredRows, sortedRows } from "@/lib/domain/candidate-list";
import { Problem } from "@/lib/domain/errors";
import { type CandidateFigures, currentRubric, openingFigures } from "../shared/candidate-rows";

/** One opening's candidates as a query asks for them: what list, heatmap and their files have in common. */
export interface OpeningList {
  openings: OpeningRecord[];
  opening: OpeningRecord | null;
  /** The newest version in use here, or the published one while nothing is scored. */
  rubric: RubricRecord;
  rubrics: RubricRecord[];
  /** Filtered and in order: the whole list, not a window of it. */
  rows: CandidateFigures[];
  totals: { total: number; matching: number; missing: number; blindCandidates: number; asOf: number };
}

/** Reads, filters and orders. The number of the last event is read first: what comes later is told later. */
export async function openingList(ctx: Context, query: ListQuery): Promise<OpeningList> {
  const asOf = await lastEventSeq(ctx);
  const openings = await listVersionedOpenings(ctx);
  const opening = query.openingId ? openings.find(({ id }) => id === query.openingId) : openings[0];
  if (query.openingId && !opening) throw new Problem("NOT_FOUND", "There is no such opening");
  const set = opening
    ? await openingFigures(ctx, opening)
    : { figures: [], rubrics: new Map<string, RubricRecord>() };
  const rubrics = newestFirst(set.rubrics.values());
  const rows = sortedRows(filteredRows(set.figures, query), query.sort, query.order);
  return {
    openings: openings.map(withoutVersion),
    opening: opening ? withoutVersion(opening) : null,
    rubric: rubrics[0] ?? (await currentRubric(ctx)),
    rubrics,
    rows,
    totals: {
      total: set.figures.length,
      matching: rows.length,
      missing: set.figures.reduce((sum, { seats, submitted }) => sum + Math.max(0, seats - submitted), 0),
      blindCandidates: set.figures.filter(({ blind }) => blind).length,
      asOf,
    },
  };
}

function withoutVersion({ id, title, candidates }: OpeningRecord): OpeningRecord {
  return { id, title, candidates };
}

export function newestFirst(rubrics: Iterable<RubricRecord>): RubricRecord[] {
  return [...rubrics].sort((a, b) => b.number - a.number);
}
