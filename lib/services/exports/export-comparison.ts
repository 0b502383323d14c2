import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportComparisonContract } from "@/lib/contracts/exports";
import { comparisonTable, packetTable } from "@/lib/domain/comparison-table";
import { compareCandidates } from "../candidates/compare-candidates";
import { asFile } from "./as-file";
import { heatmapTable } from "./list-table";
import type { Download } from "./table";

/** A comparison as a file, as its view on screen has it. */
export async function exportComparison(
  ctx: Context,
  { format, view, applications }: InputOf<typeof exportComparisonContract>,
): Promise<Download> {
  const { opening } = await compareCandidates(ctx, { applications });
  await audit(ctx, {
    action: "export.comparison",
    subjectKind: "opening",
    subjectId: opening.id,
    detail: { format, view, applications: applications.length },
  });
  const title = view === "marks" ? "compare" : `compare ${view}`;
  return asFile(`${title} ${opening.title}`, format, async (reading) => {
    const comparison = await compareCandidates(reading, { applications });
    switch (view) {
      case "heatmap":
        return heatmapTable(comparison.candidates, comparison.rubric.content.dimensions);
      case "packet":
        return packetTable(comparison);
      default:
        return comparisonTable(comparison);
    }
  });
}
