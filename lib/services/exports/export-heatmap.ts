import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportHeatmapContract } from "@/lib/contracts/exports";
import { HEATMAP_MAX } from "@/lib/contracts/heatmap";
import { openingList } from "../candidates/opening-list";
import { requireCompare } from "../shared/require-role";
import { asFile } from "./as-file";
import { heatmapTable } from "./list-table";
import { requireOpening } from "./require-opening";
import type { Download } from "./table";

/** The heatmap as a file: the rows that stand on screen, in its order. */
export async function exportHeatmap(
  ctx: Context,
  { format, ...query }: InputOf<typeof exportHeatmapContract>,
): Promise<Download> {
  requireCompare(ctx);
  const opening = await requireOpening(ctx, query.openingId);
  await audit(ctx, {
    action: "export.heatmap",
    subjectKind: "opening",
    subjectId: opening.id,
    detail: { format },
  });
  return asFile(`heatmap ${opening.title}`, format, async (reading) => {
    const { rows, rubric } = await openingList(reading, { ...query, openingId: opening.id });
    return heatmapTable(rows.slice(0, HEATMAP_MAX), rubric.content.dimensions);
  });
}
