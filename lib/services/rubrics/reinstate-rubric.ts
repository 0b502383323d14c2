import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { reinstateVersion } from "@/db/writes/rubrics";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { reinstateRubricContract } from "@/lib/contracts/rubric-versions";
import { Problem } from "@/lib/domain/errors";
import { requirePanels } from "../shared/require-role";
import { requireVersion } from "./versions";

/** Takes a retired version back into use, as it was; the audit log has both deeds. */
export async function reinstateRubric(
  ctx: Context,
  { rubricId }: InputOf<typeof reinstateRubricContract>,
): Promise<OutputOf<typeof reinstateRubricContract>> {
  requirePanels(ctx);
  const version = await requireVersion(ctx, rubricId);
  if (version.state === "published") return { rubricId };
  if (version.state === "draft")
    throw new Problem("CONFLICT", "A draft is published, not taken back into use");
  await reinstateVersion(ctx, rubricId);
  await audit(ctx, {
    action: "rubric.reinstate",
    subjectKind: "rubric-version",
    subjectId: rubricId,
    detail: { number: version.number },
  });
  return { rubricId };
}
