import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { markScoreFileKept } from "@/db/writes/score-files";
import type { InputOf } from "@/lib/contracts/contract";
import type { keepScoreFileContract, ScoreFileRow } from "@/lib/contracts/score-files";
import { requireScoreFile, scoreFileRow } from "./score-files";

/** Keeps the file for every lead. That somebody did is a deed: it may hold names. */
export async function keepScoreFile(
  ctx: Context,
  { fileId }: InputOf<typeof keepScoreFileContract>,
): Promise<ScoreFileRow> {
  const { expiresAt } = await requireScoreFile(ctx, fileId);
  if (expiresAt !== null) {
    await markScoreFileKept(ctx, fileId);
    await audit(ctx, { action: "scores.keep", subjectKind: "score-file", subjectId: fileId });
  }
  return scoreFileRow(await requireScoreFile(ctx, fileId));
}
