import { createHash } from "node:crypto";
import type { Context } from "@/db/context";
import { findLastSnapshot, findSnapshot } from "@/db/queries/fit-snapshots";
import { askForSnapshot, type SnapshotAsked } from "@/db/writes/fit-snapshots";
import { type SheetComputing, type SheetFigures, sheetFigures } from "@/lib/contracts/panel-figures";
import { lastUsed } from "../shared/last-used";
import { type SheetSource, sheetOf } from "./sheet-of";
import { sheetUnderway } from "./sheet-underway";

/** Some kilobytes each, for the sheets that are being looked at now. */
const KEPT_SHEETS_MAX = 40;
const kept = lastUsed<SheetFigures>(KEPT_SHEETS_MAX, () => 1);

/** What a sheet is asked of: its ratings, and what tells the same question asked later. */
export interface SheetQuestion extends Omit<SnapshotAsked, "key" | "ratings"> {
  source: SheetSource;
}

/** Figures, and what is under way where they are not those of the ratings as they stand. */
export interface SheetAnswer {
  figures: SheetFigures;
  computing: SheetComputing | null;
}

/** Up to `most` ratings are computed here and now; more are a job's, and what it computed last stands meanwhile. */
export async function sheetFor(ctx: Context, question: SheetQuestion, most: number): Promise<SheetAnswer> {
  if (question.source.table.score.length <= most)
    return { figures: keptSheetOf(ctx, question.source), computing: null };
  const asked = snapshotOf(question);
  const known = figuresIn((await findSnapshot(ctx, asked.key))?.figures);
  if (known) return { figures: known, computing: null };
  await askForSnapshot(ctx, asked);
  const { progress, failed } = (await findSnapshot(ctx, asked.key)) ?? { progress: "", failed: false };
  // Of one's own figures an older row cannot say which interviews it rests on: none stands in.
  const earlier = asked.memberId ? null : figuresIn((await findLastSnapshot(ctx, asked.scope))?.figures);
  return {
    figures: earlier ?? sheetUnderway(question.source, ctx.now),
    computing: {
      ...{ key: asked.key, ratings: asked.ratings, progress, failed },
      shown: earlier ? "earlier" : "nothing",
    },
  };
}

/** The row that a question's figures are kept in. */
export function snapshotOf({ source, ...asked }: SheetQuestion): SnapshotAsked {
  const hash = createHash("sha256").update(JSON.stringify([asked.scope, asked.memberId, stateOf(source)]));
  return { ...asked, key: hash.digest("base64url"), ratings: source.table.score.length };
}

/** A newer version may show more than was kept: then it is computed again. */
export function figuresIn(kept: unknown): SheetFigures | null {
  return sheetFigures.safeParse(kept ?? null).data ?? null;
}

/** A sheet's figures, computed once for each set of ratings: a fit takes longer than telling whether they are the same. */
function keptSheetOf(ctx: Context, source: SheetSource): SheetFigures {
  const key = `${ctx.organization.id} ${stateOf(source)}`;
  const known = kept.get(key);
  if (known) return known;
  const figures = sheetOf(source, ctx.now);
  kept.set(key, figures);
  return figures;
}

/** Names exactly these ratings and how they are read: a hash of who gave whom what, and when. */
function stateOf({ table, options, dimensions, raterOf, candidateOf, scorecards }: SheetSource): string {
  const hash = createHash("sha256");
  for (const column of [table.candidate, table.rater, table.dimension, table.occasion, table.score])
    hash.update(column);
  const words = [
    table.candidates.map((name) => [name, candidateOf(name)]),
    table.raters.map(raterOf),
    table.dimensions,
    table.times,
    dimensions,
    scorecards,
  ];
  hash.update(
    JSON.stringify([words, options.scale, options.bipolar, options.seed, [...(options.fold ?? [])]]),
  );
  return hash.digest("base64");
}
