import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { createScoreFile, removeExpiredScoreFiles } from "@/db/writes/score-files";
import type { InputOf } from "@/lib/contracts/contract";
import { type addScoreFileContract, SCORE_PART_BYTES, type ScoreFileRow } from "@/lib/contracts/score-files";
import { requirePanels } from "../shared/require-role";
import { requireScoreFile, scoreFileRow } from "./score-files";

/** Long enough to look at it today; what is worth more is kept on purpose. */
const KEPT_UNASKED_MS = 24 * 3_600_000;

/** Makes room for a file whose pieces follow. */
export async function addScoreFile(
  ctx: Context,
  { fileId, title, bytes }: InputOf<typeof addScoreFileContract>,
): Promise<ScoreFileRow> {
  requirePanels(ctx);
  await removeExpiredScoreFiles(ctx);
  const parts = Math.ceil(bytes / SCORE_PART_BYTES);
  const expiresAt = new Date(ctx.now.getTime() + KEPT_UNASKED_MS);
  await createScoreFile(ctx, { id: fileId, title, bytes, parts, expiresAt });
  await audit(ctx, { action: "scores.add", subjectKind: "score-file", subjectId: fileId, detail: { bytes } });
  return scoreFileRow(await requireScoreFile(ctx, fileId));
}
