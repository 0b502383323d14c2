import { applyChange, fieldKey } from "@/lib/domain/changes";
import { EMPTY_SCORECARD, type ScorecardContent } from "@/lib/domain/scorecard";
import { missingForSubmission } from "@/lib/domain/submission";
import type { Context } from "../context";
import { audit } from "../writes/audit";
import { recordOperations } from "../writes/operations";
import { recordSubmission } from "../writes/submissions";
import { fillScorecard } from "../writes/whole-scorecard";
import type { Deed } from "./deeds";
import { seedId } from "./ids";

/** The page stood open this long before the candidate began. */
const OPEN_BEFORE_MS = 90_000;

/** Writes one interviewer's changes as the cockpit would have: ledger first, then what it projects to. */
export async function seedDraft(
  ctx: Context,
  card: { scorecardId: string; rubricVersionId: string; startedAt: number },
  deeds: readonly Deed[],
): Promise<ScorecardContent> {
  const { scorecardId, rubricVersionId, startedAt } = card;
  const changes = deeds.map(({ change }) => change);
  await recordOperations(
    ctx,
    scorecardId,
    deeds.map(({ change, atMs }, n) => ({
      opId: seedId("operation", scorecardId, n + 1),
      clientId: seedId("client", scorecardId),
      clientSeq: n + 1,
      field: fieldKey(change),
      change,
      baseRevision: n,
      revision: n + 1,
      rubricVersionId,
      atMs: OPEN_BEFORE_MS + atMs,
      wallClock: new Date(startedAt + atMs),
    })),
    changes,
  );
  await fillScorecard(ctx, scorecardId, changes);
  return changes.reduce(applyChange, EMPTY_SCORECARD);
}

/** Submits what `seedDraft` wrote, under the rule the app submits by. */
export async function seedSubmission(
  ctx: Context,
  card: { scorecardId: string; interviewId: string; revision: number },
  content: ScorecardContent,
): Promise<void> {
  const { scorecardId, interviewId, revision } = card;
  const missing = missingForSubmission(content);
  if (missing.length > 0) {
    throw new Error(`Demo scorecard ${scorecardId} is incomplete: ${JSON.stringify(missing)}`);
  }
  await recordSubmission(ctx, { scorecardId, interviewId, submittedAt: ctx.now });
  await audit(ctx, {
    action: "scorecard.submit",
    subjectKind: "scorecard",
    subjectId: scorecardId,
    detail: { revision, interviewId },
  });
}
