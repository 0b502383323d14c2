import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { publishDraft } from "@/db/writes/rubrics";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { publishRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { Problem } from "@/lib/domain/errors";
import { changedAnchors } from "@/lib/domain/practice";
import { foldProblems, rubricProblems } from "@/lib/domain/rubric";
import { rubricDiff } from "@/lib/domain/rubric-diff";
import { currentRubric } from "../shared/candidate-rows";
import { requirePanels } from "../shared/require-role";
import { requireDraft, staleDraft } from "./versions";

/** Publishes a complete draft with its reason. Interviews under way keep the version they began with. */
export async function publishRubricDraft(
  ctx: Context,
  { rubricId, revision, reason }: InputOf<typeof publishRubricDraftContract>,
): Promise<OutputOf<typeof publishRubricDraftContract>> {
  requirePanels(ctx);
  const draft = await requireDraft(ctx, rubricId);
  const before = await currentRubric(ctx);
  const problems = [...rubricProblems(draft.content, draft.weights), ...foldProblems(draft.fold)];
  if (problems.length > 0) throw new Problem("INVALID", problems[0] ?? "", { problems });
  if (rubricDiff(before, draft).length === 0)
    throw new Problem(
      "INVALID",
      `It reads exactly like rubric ${before.number}; there is nothing to publish`,
    );
  if (!(await publishDraft(ctx, rubricId, revision, reason))) throw staleDraft();
  await audit(ctx, {
    action: "rubric.publish",
    subjectKind: "rubric-version",
    subjectId: rubricId,
    detail: { number: draft.number },
  });
  return { rubricId, number: draft.number, changedAnchors: changedAnchors(before.content, draft.content) };
}
