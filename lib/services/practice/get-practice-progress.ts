import type { Context } from "@/db/context";
import { listAttemptMarks, listAttempts } from "@/db/queries/practice";
import type { PracticeProgress } from "@/lib/contracts/practice";
import { readinessOf } from "@/lib/domain/practice";
import { currentRubric } from "../shared/candidate-rows";
import { libraryOf } from "./library";
import { countedAttempts, namesOf, readinessRule, sameWording } from "./standing";

/** Your own attempts beside their references, for your eyes first. */
export async function getPracticeProgress(ctx: Context): Promise<PracticeProgress> {
  const rubric = await currentRubric(ctx);
  const attempts = await listAttempts(ctx, ctx.member.id);
  const marks = await listAttemptMarks(ctx, ctx.member.id);
  const wording = await sameWording(ctx, attempts, rubric);
  const rule = await readinessRule(ctx);
  const titles = new Map((await libraryOf(ctx)).map(({ key, title }) => [key, title]));
  const counted = countedAttempts(
    attempts,
    marks,
    wording,
    (key) => titles.get(key) ?? "An answer no longer here",
  );
  return {
    attempts: counted.map((attempt) => ({ ...attempt, marks: [...attempt.marks] })),
    leftOut: {
      hinted: attempts.filter(({ hinted, rubricVersionId }) => hinted && wording.has(rubricVersionId)).length,
      otherWording: attempts.filter(({ rubricVersionId }) => !wording.has(rubricVersionId)).length,
    },
    readiness: readinessOf(counted, rule),
    rule,
    rubricNumber: rubric.number,
    names: namesOf(rubric),
  };
}
