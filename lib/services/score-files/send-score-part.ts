import type { Context } from "@/db/context";
import { keepScorePart } from "@/db/writes/score-files";
import type { InputOf } from "@/lib/contracts/contract";
import { SCORE_PART_BYTES, type ScoreFileRow, type sendScorePartContract } from "@/lib/contracts/score-files";
import { Problem } from "@/lib/domain/errors";
import { requireScoreFile, scoreFileRow } from "./score-files";

/** Keeps one piece. Each has the size its place says: a piece of another file would show here. */
export async function sendScorePart(
  ctx: Context,
  { fileId, place, content }: InputOf<typeof sendScorePartContract>,
): Promise<ScoreFileRow> {
  const file = await requireScoreFile(ctx, fileId);
  if (file.uploadedBy.id !== ctx.member.id)
    throw new Problem("FORBIDDEN", `${file.uploadedBy.name} brought this file; only they send its pieces`);
  const bytes = Buffer.from(content, "base64");
  const due = place === file.parts - 1 ? file.bytes - place * SCORE_PART_BYTES : SCORE_PART_BYTES;
  if (place >= file.parts || bytes.length !== due)
    throw new Problem("INVALID", "This piece does not belong to the file that was announced");
  await keepScorePart(ctx, { fileId, place, content: bytes });
  return scoreFileRow(await requireScoreFile(ctx, fileId));
}
