import type { Context } from "@/db/context";
import { listScoreParts } from "@/db/queries/score-files";
import type { InputOf } from "@/lib/contracts/contract";
import type { getScoreFileContract, ScoreFile } from "@/lib/contracts/score-files";
import { Problem } from "@/lib/domain/errors";
import { jobFor, settled } from "./jobs";
import { choicesOf, keyOf, requireScoreFile, scoreFileRow } from "./score-files";

/** A small file is answered in the same breath; a large one is asked for again. */
const PATIENCE_MS = 700;
const NO_GUESS = { candidate: null, rater: null, score: null, dimension: null, at: null };

/** What a file says, read with the choices as they stand. */
export async function getScoreFile(
  ctx: Context,
  { fileId }: InputOf<typeof getScoreFileContract>,
): Promise<ScoreFile> {
  const file = await requireScoreFile(ctx, fileId);
  const choices = choicesOf(file);
  const waiting = (progress: string): ScoreFile => ({
    ...scoreFileRow(file),
    choices,
    guess: NO_GUESS,
    reading: { state: "computing", progress },
  });
  if (file.arrived < file.parts) return waiting(`${file.arrived} of ${file.parts} pieces are here`);
  const job = await jobFor(`${ctx.organization.id} ${keyOf(file, choices)} reading`, async () => ({
    pieces: await listScoreParts(ctx, fileId),
    choices,
    want: "reading",
    at: ctx.now,
  }));
  const { result, progress, failed } = await settled(job, PATIENCE_MS);
  if (failed) throw new Problem("UNAVAILABLE", "This file could not be read just now; nothing of it is lost");
  if (result?.want !== "reading") return waiting(progress);
  return {
    ...scoreFileRow(file),
    choices: result.choices ?? choices,
    guess: result.guess,
    reading: { state: "read", ...result.reading },
  };
}
