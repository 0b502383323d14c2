import { createHash } from "node:crypto";
import type { Context } from "@/db/context";
import { findScoreFile, type ScoreFileRecord } from "@/db/queries/score-files";
import { type ScoreChoices, type ScoreFileRow, scoreChoices } from "@/lib/contracts/score-files";
import { Problem } from "@/lib/domain/errors";
import { requirePanels } from "../shared/require-role";

/** A file of your own or one that was kept, or a refusal in words. */
export async function requireScoreFile(ctx: Context, fileId: string): Promise<ScoreFileRecord> {
  requirePanels(ctx);
  const file = await findScoreFile(ctx, fileId);
  if (!file) throw new Problem("NOT_FOUND", "This file is not here any more; choose it again");
  return file;
}

/** A file that has arrived whole. */
export async function requireWholeFile(ctx: Context, fileId: string): Promise<ScoreFileRecord> {
  const file = await requireScoreFile(ctx, fileId);
  if (file.arrived < file.parts)
    throw new Problem("CONFLICT", `${file.arrived} of ${file.parts} pieces of this file have arrived`);
  return file;
}

export function scoreFileRow(file: ScoreFileRecord): ScoreFileRow {
  const { fileId, title, uploadedBy, uploadedAt, bytes, expiresAt, arrived, parts } = file;
  return {
    ...{ fileId, title, uploadedBy, bytes, arrived, parts },
    uploadedAt: uploadedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

/** The choices as they were kept; null when there are none, or none that this version understands. */
export function choicesOf({ choices }: ScoreFileRecord): ScoreChoices | null {
  return scoreChoices.safeParse(choices).data ?? null;
}

/** Names a file read in one way: what is computed from it is kept under this. After an erasure it is another file. */
export function keyOf(
  { fileId, cleared }: Pick<ScoreFileRecord, "fileId" | "cleared">,
  choices: ScoreChoices | null,
): string {
  return createHash("sha256")
    .update(JSON.stringify([fileId, choices, ...(cleared > 0 ? [cleared] : [])]))
    .digest("base64url");
}
