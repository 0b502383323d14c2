import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { discardDraft } from "@/db/writes/rubrics";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { discardRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { requirePanels } from "../shared/require-role";
import { requireDraft } from "./versions";

/** Throws the draft away; its number is free again, because nobody ever scored on it. */
export async function discardRubricDraft(
  ctx: Context,
  { rubricId }: InputOf<typeof discardRubricDraftContract>,
): Promise<OutputOf<typeof discardRubricDraftContract>> {
  requirePanels(ctx);
  const { number } = await requireDraft(ctx, rubricId);
  await discardDraft(ctx, rubricId);
  await audit(ctx, {
    action: "rubric.discard",
    subjectKind: "rubric-version",
    subjectId: rubricId,
    detail: { number },
  });
  return { rubricId };
}
