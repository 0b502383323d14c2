import type { Context } from "@/db/context";
import type { WhichApplications } from "@/db/queries/candidates";
import { type RubricRecord, rubricsById } from "@/db/queries/rubrics";
import { type CountedMarks, countedMarksOf } from "@/db/queries/submitted-marks";
import type { CandidateRow, DimensionSummary } from "@/lib/contracts/candidates";
import { summarizeDimension } from "@/lib/domain/comparison";
import {
  type CountedOn,
  compositeOfQualities,
  type PanelQuality,
  panelQuality,
} from "@/lib/domain/composite";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";
import { lastUsed } from "./last-used";

/** What a candidate's visible marks say: everything on a row that depends on what somebody scored. */
export type MarkFigures = Pick<CandidateRow, "counted" | "composite" | "dimensions" | "split" | "traps">;

export interface MarkFiguresSet {
  figures: ReadonlyMap<string, MarkFigures>;
  rubrics: ReadonlyMap<string, RubricRecord>;
}

/** From integer counts, in two queries however many; each rating counts by the rubric version it was scored on. */
export async function markFigures(ctx: Context, which: WhichApplications): Promise<MarkFiguresSet> {
  const counted = await countedMarksOf(ctx, which);
  const versions = [...counted.values()].flatMap((parts) => parts.map((part) => part.rubricVersionId));
  const rubrics = await rubricsById(ctx, versions);
  const figures = new Map<string, MarkFigures>();
  for (const [applicationId, marks] of counted) figures.set(applicationId, figuresOf(marks, rubrics));
  return { figures, rubrics };
}

/** Candidates whose figures one app instance keeps: about a kilobyte each. */
const KEPT_CANDIDATES_MAX = 40_000;

const kept = lastUsed<MarkFiguresSet>(KEPT_CANDIDATES_MAX, ({ figures }) => figures.size);

/**
 * The figures of a whole opening, kept for each state of its records. Only of those and for those from whom nothing is
 * hidden there: whoever is still to score somebody has figures of their own, and they are kept for nobody.
 */
export const keptFigures = {
  find: (ctx: Context, opening: VersionedOpening) => kept.get(keyOf(ctx, opening)),
  keep: (ctx: Context, opening: VersionedOpening, figures: MarkFiguresSet) =>
    kept.set(keyOf(ctx, opening), figures),
};

interface VersionedOpening {
  id: string;
  version: string;
}

const keyOf = ({ organization }: Context, { id, version }: VersionedOpening) =>
  [organization.id, id, version].join(" ");

function figuresOf(marks: readonly CountedMarks[], rubrics: ReadonlyMap<string, RubricRecord>): MarkFigures {
  const parts = marks.flatMap(({ rubricVersionId, counts }): CountedOn[] => {
    const rubric = rubrics.get(rubricVersionId);
    return rubric ? [{ counts, weights: rubric.weights, fold: rubric.fold }] : [];
  });
  const qualities = DIMENSIONS.map((dimension) => panelQuality(dimension, parts));
  const dimensions = summaries(parts, qualities);
  return {
    counted: marks.reduce((sum, { scorecards }) => sum + scorecards, 0),
    composite: compositeOfQualities(qualities),
    dimensions,
    split: dimensions.calibration.split,
    traps: TRAPS.flatMap((trap) => {
      const count = marks.reduce((sum, { traps }) => sum + (traps[trap] ?? 0), 0);
      return count === 0 ? [] : [{ trap, count }];
    }),
  };
}

function summaries(
  parts: readonly CountedOn[],
  qualities: readonly (PanelQuality | null)[],
): Record<Dimension, DimensionSummary> {
  const of = {} as Record<Dimension, DimensionSummary>;
  for (const [place, dimension] of DIMENSIONS.entries()) {
    // Mark counts are a partial record; on the wire every key present is a number.
    of[dimension] = summarizeDimension(dimension, parts, qualities[place] ?? null) as DimensionSummary;
  }
  return of;
}

/** Of a candidate without a scorecard that the viewer may see. */
export const NO_MARKS: MarkFigures = figuresOf([], new Map());
