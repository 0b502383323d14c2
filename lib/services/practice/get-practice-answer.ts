import type { Context } from "@/db/context";
import { findAttemptCard, listAttemptMarks, listAttempts } from "@/db/queries/practice";
import { rubricsById } from "@/db/queries/rubrics";
import type { InputOf } from "@/lib/contracts/contract";
import type { getPracticeAnswerContract, PracticeAnswerView } from "@/lib/contracts/practice";
import { currentRubric } from "../shared/candidate-rows";
import { rubricView } from "../shared/views";
import { knowersOf } from "./knowers";
import { libraryOf, requireAnswer } from "./library";
import { practiceRow } from "./list-practice";
import { sameWording } from "./standing";

/** One answer: to be scored while it is new to you on this wording, to be read with its reference afterwards. */
export async function getPracticeAnswer(
  ctx: Context,
  { answerKey }: InputOf<typeof getPracticeAnswerContract>,
): Promise<PracticeAnswerView> {
  const answer = await requireAnswer(ctx, answerKey);
  const current = await currentRubric(ctx);
  const all = await listAttempts(ctx, ctx.member.id);
  const wording = await sameWording(ctx, all, current);
  const attempts = all.filter(({ rubricVersionId }) => wording.has(rubricVersionId));
  const attempt = attempts.findLast((one) => one.answerKey === answerKey);
  const card = attempt?.revealed ? await findAttemptCard(ctx, attempt.attemptId) : null;
  const versions = await rubricsById(ctx, attempt ? [attempt.rubricVersionId] : []);
  const scored = new Set(attempts.map((one) => one.answerKey));
  const next = (await libraryOf(ctx)).find(({ key }) => key !== answerKey && !scored.has(key));
  return {
    ...practiceRow(answer, attempts, await listAttemptMarks(ctx, ctx.member.id)),
    spoken: [...answer.spoken],
    rubric: rubricView(versions.get(attempt?.rubricVersionId ?? "") ?? current),
    result:
      attempt && card
        ? {
            attemptId: attempt.attemptId,
            attemptedAt: attempt.attemptedAt.toISOString(),
            hinted: attempt.hinted,
            content: card.content,
            reference: { ...card.reference, traps: [...card.reference.traps] },
          }
        : null,
    known: !attempt && (await knowersOf(ctx, answerKey, current)).shown.has(ctx.member.id),
    roundId: attempt && !attempt.revealed ? attempt.roundId : null,
    next: next?.key ?? null,
  };
}
