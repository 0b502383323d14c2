import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { retireVersion } from "@/db/writes/rubrics";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { retireRubricContract } from "@/lib/contracts/rubric-versions";
import { Problem } from "@/lib/domain/errors";
import { requirePanels } from "../shared/require-role";
import { readableVersions, requireVersion } from "./versions";

/** Takes a version out of use. Scorecards on it stay as they are: they point at its wording for ever. */
export async function retireRubric(
  ctx: Context,
  { rubricId }: InputOf<typeof retireRubricContract>,
): Promise<OutputOf<typeof retireRubricContract>> {
  requirePanels(ctx);
  const version = await requireVersion(ctx, rubricId);
  if (version.state === "retired") return { rubricId };
  if (version.state === "draft") throw new Problem("CONFLICT", "A draft is thrown away, not retired");
  await retireVersion(ctx, rubricId);
  await audit(ctx, {
    action: "rubric.retire",
    subjectKind: "rubric-version",
    subjectId: rubricId,
    detail: { number: version.number },
  });
  // After the audit chain's lock: of two leads who retire the last two at once, the second sees none left.
  if (!(await readableVersions(ctx)).some(({ state }) => state === "published"))
    throw new Problem("CONFLICT", "One version must stay in use: publish another first");
  return { rubricId };
}
