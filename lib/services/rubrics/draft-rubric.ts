import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { audit } from "@/db/writes/audit";
import { createDraft } from "@/db/writes/rubrics";
import type { InputOf } from "@/lib/contracts/contract";
import type { draftRubricContract, ListedRubric } from "@/lib/contracts/rubric-versions";
import { Problem } from "@/lib/domain/errors";
import { currentRubric } from "../shared/candidate-rows";
import { requirePanels } from "../shared/require-role";
import { listedView, readableVersions, requireVersion } from "./versions";

/** Begins the one draft: from a file, from a version, or from what is in use. */
export async function draftRubric(
  ctx: Context,
  { fromId, file }: InputOf<typeof draftRubricContract>,
): Promise<ListedRubric> {
  requirePanels(ctx);
  const versions = await readableVersions(ctx);
  if (versions.some(({ state }) => state === "draft"))
    throw new Problem("CONFLICT", "There is a draft already; publish it or throw it away first");
  const source = file ?? (fromId ? await requireVersion(ctx, fromId) : await currentRubric(ctx));
  const { content, weights, fold } = source;
  const number = Math.max(...versions.map((version) => version.number)) + 1;
  const id = await begun(ctx, { content, weights, fold, number });
  await audit(ctx, {
    action: "rubric.draft",
    subjectKind: "rubric-version",
    subjectId: id,
    detail: { number, fromFile: file !== undefined },
  });
  return listedView(await requireVersion(ctx, id));
}

async function begun(ctx: Context, draft: Parameters<typeof createDraft>[1]): Promise<string> {
  try {
    return await createDraft(ctx, draft);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("CONFLICT", "Another lead has just begun a draft; open that one", {}, error);
  }
}
