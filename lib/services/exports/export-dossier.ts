import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportDossierContract } from "@/lib/contracts/exports";
import { getDossier } from "../candidates/get-dossier";
import { asFile } from "./as-file";
import { dossierTable } from "./dossier-table";
import type { Download } from "./table";

/** One candidate as a file: every scorecard you may see, mark by mark, with what was changed since. */
export async function exportDossier(
  ctx: Context,
  { format, applicationId }: InputOf<typeof exportDossierContract>,
): Promise<Download> {
  const { application } = await getDossier(ctx, { applicationId });
  await audit(ctx, {
    action: "export.dossier",
    subjectKind: "application",
    subjectId: applicationId,
    detail: { format },
  });
  return asFile(`dossier ${application.candidate.name}`, format, async (reading) =>
    dossierTable(await getDossier(reading, { applicationId })),
  );
}
