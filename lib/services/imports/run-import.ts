import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { lockImports, recordImport } from "@/db/writes/import-scorecards";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { IMPORT_PROBLEMS_SHOWN, type runImportContract } from "@/lib/contracts/imports";
import { Problem } from "@/lib/domain/errors";
import { currentRubric } from "../shared/candidate-rows";
import { requireImport } from "../shared/require-role";
import { fingerprintOf, makePlan } from "./make-plan";
import { changesAnything, previewOf } from "./plan";
import { writePlan } from "./write-plan";

/** Brings a file in, all or nothing. The same file again finds everything there and writes nothing. */
export async function runImport(
  ctx: Context,
  input: InputOf<typeof runImportContract>,
): Promise<OutputOf<typeof runImportContract>> {
  requireImport(ctx);
  await lockImports(ctx);
  const plan = await makePlan(ctx, input);
  const preview = previewOf(plan, IMPORT_PROBLEMS_SHOWN);
  if (preview.problemCount > 0) {
    throw new Problem(
      "INVALID",
      `${preview.problemCount} of the file's lines cannot be read. Nothing was written`,
      {
        problems: preview.problems,
        ...(plan.afterReading > 0 ? { rule: "seat-after-reading" } : {}),
      },
    );
  }
  if (!changesAnything(plan)) return { ...preview, openingId: plan.openingId };
  const openingId = await writePlan(ctx, plan, (await currentRubric(ctx)).id);
  const importId = await recordImport(ctx, {
    sha256: fingerprintOf(input),
    openingId,
    rows: plan.rows,
    summary: preview.creates,
  });
  await audit(ctx, {
    action: "import.run",
    subjectKind: "import",
    subjectId: importId,
    detail: preview.creates,
  });
  return { ...preview, openingId };
}
