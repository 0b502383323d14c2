import type { Context } from "@/db/context";
import { type AttemptMark, type AttemptRecord, listAttemptMarks, listAttempts } from "@/db/queries/practice";
import type { InputOf } from "@/lib/contracts/contract";
import type { listPracticeContract, PracticeLibrary, PracticeRow } from "@/lib/contracts/practice";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { accuracyOf, changedAnchors, readinessOf } from "@/lib/domain/practice";
import { spokenSeconds } from "@/lib/domain/practice-answer";
import { currentRubric } from "../shared/candidate-rows";
import { type LibraryAnswer, libraryOf } from "./library";
import { countedAttempts, namesOf, readinessRule, sameWording } from "./standing";

/** The library with your own place in it. Filtering by trap is answered here: no list carries what a trap gives away. */
export async function listPractice(
  ctx: Context,
  { work, trap }: InputOf<typeof listPracticeContract>,
): Promise<PracticeLibrary> {
  const answers = await libraryOf(ctx);
  const rubric = await currentRubric(ctx);
  const attempts = await listAttempts(ctx, ctx.member.id);
  const marks = await listAttemptMarks(ctx, ctx.member.id);
  const wording = await sameWording(ctx, attempts, rubric);
  const rule = await readinessRule(ctx);
  const onWording = attempts.filter(({ rubricVersionId }) => wording.has(rubricVersionId));
  const counted = countedAttempts(attempts, marks, wording, () => "");
  return {
    answers: answers
      .filter((answer) => !work || answer.work === work)
      .filter((answer) => !trap || answer.traps.some((one) => one.trap === trap))
      .map((answer) => practiceRow(answer, onWording, marks)),
    changedAnchors: changedAnchors(DEFAULT_RUBRIC, rubric.content),
    names: namesOf(rubric),
    readiness: readinessOf(counted, rule),
    rule,
  };
}

/** One answer as the library shows it: no mark, no trap, nothing that only its reference knows. */
export function practiceRow(
  { key, title, role, field, work, spoken, source }: LibraryAnswer,
  attempts: readonly AttemptRecord[],
  marks: readonly AttemptMark[],
): PracticeRow {
  const attempt = attempts.findLast(({ answerKey }) => answerKey === key);
  const own = marks.filter(({ attemptId }) => attemptId === attempt?.attemptId);
  return {
    key,
    title,
    role,
    field,
    work,
    source,
    seconds: spokenSeconds(spoken),
    attemptedAt: attempt?.attemptedAt.toISOString() ?? null,
    exact: attempt?.revealed ? accuracyOf(own).exact : null,
  };
}
