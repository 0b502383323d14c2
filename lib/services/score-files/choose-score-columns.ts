import type { Context } from "@/db/context";
import { keepScoreChoices } from "@/db/writes/score-files";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { chooseScoreColumnsContract } from "@/lib/contracts/score-files";
import { requireScoreFile } from "./score-files";

/** Keeps which column is which; the file is then read that way. */
export async function chooseScoreColumns(
  ctx: Context,
  { fileId, choices }: InputOf<typeof chooseScoreColumnsContract>,
): Promise<OutputOf<typeof chooseScoreColumnsContract>> {
  await requireScoreFile(ctx, fileId);
  await keepScoreChoices(ctx, fileId, choices);
  return { fileId };
}
