import type { Context } from "@/db/context";
import { findScoreFigures, listScoreParts } from "@/db/queries/score-files";
import { keepScoreFigures } from "@/db/writes/score-files";
import type { InputOf } from "@/lib/contracts/contract";
import { sheetFigures } from "@/lib/contracts/panel-figures";
import type { getScoreSheetContract, ScoreSheet } from "@/lib/contracts/score-files";
import { jobFor, settled } from "./jobs";
import { choicesOf, keyOf, requireWholeFile } from "./score-files";

const PATIENCE_MS = 700;

/** The sheet as it was computed for these choices; else it is begun, on a thread of its own, and asked for again. */
export async function getScoreSheet(
  ctx: Context,
  { fileId }: InputOf<typeof getScoreSheetContract>,
): Promise<ScoreSheet> {
  const file = await requireWholeFile(ctx, fileId);
  const choices = choicesOf(file);
  const key = keyOf(file, choices);
  if (file.figuresFor === key) {
    // A newer version may show more than was kept: then it is computed again.
    const kept = sheetFigures.safeParse(await findScoreFigures(ctx, fileId));
    if (kept.success) return { state: "known", sheet: kept.data };
  }
  const job = await jobFor(`${ctx.organization.id} ${key} sheet`, async () => ({
    pieces: await listScoreParts(ctx, fileId),
    choices,
    want: "sheet",
    at: ctx.now,
  }));
  const { result, progress, failed } = await settled(job, PATIENCE_MS);
  if (failed)
    return { state: "unreadable", reason: "It needs more memory than there is; npm run analyze reads it." };
  if (result?.want !== "sheet") return { state: "computing", progress };
  if (!result.sheet) return { state: "unreadable", reason: result.reason };
  await keepScoreFigures(ctx, fileId, key, result.sheet);
  return { state: "known", sheet: result.sheet };
}
