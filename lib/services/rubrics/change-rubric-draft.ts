import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { saveDraft } from "@/db/writes/rubrics";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { changeRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { requirePanels } from "../shared/require-role";
import { requireDraft, staleDraft } from "./versions";

/** Saves a draft, complete or not. What somebody else saved meanwhile is never overwritten. */
export async function changeRubricDraft(
  ctx: Context,
  { rubricId, revision, ...text }: InputOf<typeof changeRubricDraftContract>,
): Promise<OutputOf<typeof changeRubricDraftContract>> {
  requirePanels(ctx);
  await requireDraft(ctx, rubricId);
  if (!(await saveDraft(ctx, rubricId, revision, text))) throw staleDraft();
  await audit(ctx, {
    action: "rubric.change",
    subjectKind: "rubric-version",
    subjectId: rubricId,
    detail: { revision: revision + 1 },
  });
  return { rubricId, revision: revision + 1 };
}
