import type { OwnScope } from "@/db/queries/retention";
import { listFilesToClear, listScoreParts } from "@/db/queries/score-files";
import { eraseCandidateRows, findCandidateWords, whileErasing } from "@/db/writes/privacy";
import { removeScoreFile, rewriteScoreFile } from "@/db/writes/score-files";
import { SCORE_PART_BYTES } from "@/lib/contracts/score-files";
import { type Leaving, textWithout, withoutPerson } from "./without-person";

/**
 * Takes every word about a candidate away: their own rows, and their name in the files of scores that leads brought.
 * Answers what was done, in numbers; null when there is no such candidate or it was erased before.
 */
export async function eraseCandidate(
  scope: OwnScope,
  candidateId: string,
): Promise<Record<string, number> | null> {
  const before = await findCandidateWords(scope, candidateId);
  const removed = await eraseCandidateRows(scope, candidateId);
  const after = await findCandidateWords(scope, candidateId);
  if (!before || !removed || !after) return null;
  const leaving = { ...before, standIn: after.name };
  return { ...removed, ...(await whileErasing(scope, () => clearScoreFiles(scope, leaving))) };
}

/** One file in memory at a time. What cannot be read through, or had not arrived whole, goes altogether. */
async function clearScoreFiles(scope: OwnScope, leaving: Leaving): Promise<Record<string, number>> {
  const count = { score_files_cleared: 0, score_files_removed: 0 };
  for (const { fileId, title, choices, whole } of await listFilesToClear(scope)) {
    const content = Buffer.concat(await listScoreParts(scope, fileId));
    const cleared = withoutPerson(content, leaving);
    const written = JSON.stringify([title, choices]);
    if (cleared?.equals(content) && textWithout(written, leaving) === written) continue;
    if (cleared === null || !whole) {
      await removeScoreFile(scope, fileId);
      count.score_files_removed += 1;
      continue;
    }
    await rewriteScoreFile(scope, fileId, {
      title: textWithout(title, leaving),
      choices: JSON.parse(textWithout(JSON.stringify(choices), leaving)),
      content: cleared,
      partBytes: SCORE_PART_BYTES,
    });
    count.score_files_cleared += 1;
  }
  return count;
}
