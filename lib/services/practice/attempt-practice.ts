import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { findRound, listRoundMembers } from "@/db/queries/practice-rounds";
import { rubricsById } from "@/db/queries/rubrics";
import { audit } from "@/db/writes/audit";
import { recordAttempt } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { attemptPracticeContract } from "@/lib/contracts/practice";
import { Problem } from "@/lib/domain/errors";
import { DIMENSIONS, isMarkOf } from "@/lib/domain/scale";
import { missingForSubmission } from "@/lib/domain/submission";
import { knowersOf } from "./knowers";
import { pointerTo, requireAnswer } from "./library";

type Input = InputOf<typeof attemptPracticeContract>;

/** Keeps a blind attempt. The first is the one: asking again, or from another device, answers it. */
export async function attemptPractice(
  ctx: Context,
  input: Input,
): Promise<OutputOf<typeof attemptPracticeContract>> {
  const answer = await requireAnswer(ctx, input.answerKey);
  const rubric = (await rubricsById(ctx, [input.rubricVersionId])).get(input.rubricVersionId);
  if (!rubric || rubric.state === "draft") throw new Problem("INVALID", "This rubric version is not in use");
  const { attempts, shown } = await knowersOf(ctx, answer.key, rubric);
  const before = attempts.find(({ memberId }) => memberId === ctx.member.id);
  if (before) return { attemptId: before.attemptId, attemptedAt: before.attemptedAt.toISOString() };
  requireComplete(input);
  const roundId = await openRound(ctx, input);
  try {
    const attemptId = await recordAttempt(ctx, {
      ...pointerTo(answer.key),
      rubricVersionId: rubric.id,
      roundId,
      hinted: input.hinted || shown.has(ctx.member.id),
      content: input.content,
      reference: { reference: answer.reference, traps: answer.traps },
    });
    await audit(ctx, {
      action: "practice.attempt",
      subjectKind: "practice-attempt",
      subjectId: attemptId,
      // Named, so that everybody in the round hears that one more is done.
      detail: roundId ? { roundId } : {},
    });
    return { attemptId, attemptedAt: ctx.now.toISOString() };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("CONFLICT", "You have just scored this answer on another screen", {}, error);
  }
}

/** The same completeness as for an interview: practice that is laxer would practise something else. */
function requireComplete({ content }: Input): void {
  const missing = missingForSubmission(content);
  const offScale = DIMENSIONS.filter((dimension) => {
    const rating = content.ratings[dimension];
    return rating?.state === "observed" && !isMarkOf(dimension, rating.mark);
  });
  if (missing.length === 0 && offScale.length === 0) return;
  const count = missing.length + offScale.length;
  throw new Problem("INVALID", `${count} ${count === 1 ? "thing is" : "things are"} missing`, {
    missing,
    offScale,
  });
}

/**
 * In a round: you have a place, it is this answer on this wording, and nothing has been shown yet. Null for an attempt
 * of one's own, which it becomes when the round was called off in the meantime: it was blind all the same.
 */
async function openRound(
  ctx: Context,
  { roundId, answerKey, rubricVersionId }: Input,
): Promise<string | null> {
  if (roundId === null) return null;
  const round = await findRound(ctx, roundId);
  const here = (await listRoundMembers(ctx, roundId)).some(({ id }) => id === ctx.member.id);
  if (!round || !here || round.answerKey !== answerKey || round.rubricVersionId !== rubricVersionId)
    throw new Problem("FORBIDDEN", "You have no place in this round; join it first");
  if (round.revealedAt)
    throw new Problem("CONFLICT", "The round was revealed before this came in, so it no longer counts");
  return round.closedAt ? null : roundId;
}
