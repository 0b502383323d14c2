import type { Context } from "@/db/context";
import { listScoreFiles as records } from "@/db/queries/score-files";
import { removeExpiredScoreFiles } from "@/db/writes/score-files";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listScoreFilesContract } from "@/lib/contracts/score-files";
import { requirePanels } from "../shared/require-role";
import { scoreFileRow } from "./score-files";

/** Your own files and those that were kept. What nobody kept is cleared away on the way. */
export async function listScoreFiles(ctx: Context): Promise<OutputOf<typeof listScoreFilesContract>> {
  requirePanels(ctx);
  await removeExpiredScoreFiles(ctx);
  return { files: (await records(ctx)).map(scoreFileRow) };
}
