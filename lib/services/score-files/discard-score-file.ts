import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { removeScoreFile } from "@/db/writes/score-files";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { discardScoreFileContract } from "@/lib/contracts/score-files";
import { requireScoreFile } from "./score-files";

/** Removes the file with everything computed from it. */
export async function discardScoreFile(
  ctx: Context,
  { fileId }: InputOf<typeof discardScoreFileContract>,
): Promise<OutputOf<typeof discardScoreFileContract>> {
  await requireScoreFile(ctx, fileId);
  await removeScoreFile(ctx, fileId);
  await audit(ctx, { action: "scores.discard", subjectKind: "score-file", subjectId: fileId });
  return { fileId };
}
