import type { Context } from "@/db/context";
import { listProgress, type ProgressRecord } from "@/db/queries/candidates";
import type { ComparedInterview } from "@/db/queries/compared";
import { findCurrentRubric, type RubricRecord } from "@/db/queries/rubrics";
import { listMissingSeats } from "@/db/queries/seats";
import type { CandidateRow } from "@/lib/contracts/candidates";
import { stageOf } from "@/lib/domain/candidate-list";
import { Problem } from "@/lib/domain/errors";
import { groupBy } from "./group-by";
import { keptFigures, type MarkFigures, markFigures, NO_MARKS } from "./mark-figures";

/** A candidate's row before it is known whose scorecards are missing: that is asked for the rows that are shown. */
export type CandidateFigures = Omit<CandidateRow, "missing">;

export interface CandidateSet {
  figures: CandidateFigures[];
  /** Every rubric version that one of these scorecards was scored on, by id. */
  rubrics: ReadonlyMap<string, RubricRecord>;
}

/** Some candidates with their figures: comparison and dossier start here. */
export async function candidateFigures(
  ctx: Context,
  which: { applicationIds: readonly string[] },
): Promise<CandidateSet> {
  const progress = await listProgress(ctx, which);
  const { figures, rubrics } = await markFigures(ctx, which);
  return { figures: progress.map((record) => rowOf(record, figures, ctx.now)), rubrics };
}

/** All candidates of an opening with their figures: list, heatmap and their files start here. */
export async function openingFigures(
  ctx: Context,
  opening: { id: string; version: string },
): Promise<CandidateSet> {
  const which = { openingId: opening.id };
  const whole = keptFigures.find(ctx, opening);
  // The marks are asked for behind the candidates, and counted by the database while those are read here.
  const [progress, counted] = await Promise.all([
    listProgress(ctx, which),
    whole ? null : markFigures(ctx, which),
  ]);
  const isAllVisible = progress.every(({ hidden }) => hidden.length === 0);
  if (counted && isAllVisible) keptFigures.keep(ctx, opening, counted);
  const { figures, rubrics } = counted ?? (isAllVisible && whole ? whole : await markFigures(ctx, which));
  return { figures: progress.map((record) => rowOf(record, figures, ctx.now)), rubrics };
}

/** The same rows with whose scorecards are missing, in the order given. */
export async function withMissing(ctx: Context, rows: readonly CandidateFigures[]): Promise<CandidateRow[]> {
  const ids = rows.filter((row) => row.submitted < row.seats).map((row) => row.applicationId);
  const missing = groupBy(await listMissingSeats(ctx, ids), (seat) => seat.applicationId);
  return rows.map((row) => ({
    ...row,
    missing: (missing.get(row.applicationId) ?? []).map(
      ({ seatId, interviewId, member, scheduledAt, nudgedAt }) => ({
        seatId,
        interviewId,
        member,
        scheduledAt: scheduledAt.toISOString(),
        nudgedAt: nudgedAt?.toISOString() ?? null,
      }),
    ),
  }));
}

/** The same where the candidates' interviews are at hand with their seats. */
export function withMissingOf(
  rows: readonly CandidateFigures[],
  interviews: readonly ComparedInterview[],
): CandidateRow[] {
  const byCandidate = groupBy(interviews, ({ applicationId }) => applicationId);
  return rows.map((row) => ({
    ...row,
    missing: (byCandidate.get(row.applicationId) ?? []).flatMap(({ interviewId, scheduledAt, seats }) =>
      seats
        .filter(({ submittedAt }) => submittedAt === null)
        .map(({ seatId, member, nudgedAt }) => ({
          seatId,
          interviewId,
          member,
          scheduledAt: scheduledAt.toISOString(),
          nudgedAt: nudgedAt?.toISOString() ?? null,
        })),
    ),
  }));
}

function rowOf(
  record: ProgressRecord,
  figures: ReadonlyMap<string, MarkFigures>,
  now: Date,
): CandidateFigures {
  const { applicationId, candidate, seats, submitted, hidden } = record;
  const { counted, composite, dimensions, split, traps } = figures.get(applicationId) ?? NO_MARKS;
  return {
    applicationId,
    candidate,
    stage: stageOf(record, now),
    seats,
    submitted,
    counted,
    composite,
    dimensions,
    split,
    traps,
    lastActivityAt: record.lastActivityAt?.toISOString() ?? null,
    waitingSince: record.waitingSince?.toISOString() ?? null,
    blind: hidden.length > 0,
  };
}

/** The published rubric; an organisation is never without one. */
export async function currentRubric(ctx: Context): Promise<RubricRecord> {
  const rubric = await findCurrentRubric(ctx);
  if (!rubric) throw new Problem("CONFLICT", "This organisation has no published rubric yet");
  return rubric;
}
