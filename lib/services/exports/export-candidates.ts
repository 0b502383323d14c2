import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportCandidatesContract } from "@/lib/contracts/exports";
import { openingList } from "../candidates/opening-list";
import { requireCompare } from "../shared/require-role";
import { asFile } from "./as-file";
import { listTable } from "./list-table";
import { requireOpening } from "./require-opening";
import type { Download } from "./table";

/** The candidate list as a file: every row the filter lets through, in the list's order. */
export async function exportCandidates(
  ctx: Context,
  { format, ...query }: InputOf<typeof exportCandidatesContract>,
): Promise<Download> {
  requireCompare(ctx);
  const opening = await requireOpening(ctx, query.openingId);
  await audit(ctx, {
    action: "export.list",
    subjectKind: "opening",
    subjectId: opening.id,
    detail: { format },
  });
  return asFile(`candidates ${opening.title}`, format, async (reading) => {
    const { rows, rubric } = await openingList(reading, { ...query, openingId: opening.id });
    return listTable(rows, rubric.content.dimensions, rubric.content.traps);
  });
}
