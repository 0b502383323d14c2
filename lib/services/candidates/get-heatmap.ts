import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { type getHeatmapContract, HEATMAP_MAX } from "@/lib/contracts/heatmap";
import { requireCompare } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { openingList } from "./opening-list";

/** Candidates by dimensions: the first rows of the same list, in the same order. */
export async function getHeatmap(
  ctx: Context,
  query: InputOf<typeof getHeatmapContract>,
): Promise<OutputOf<typeof getHeatmapContract>> {
  requireCompare(ctx);
  const { openings, opening, rubric, rows, totals } = await openingList(ctx, query);
  return {
    openings,
    opening,
    rubric: rubricView(rubric),
    ...totals,
    candidates: rows
      .slice(0, HEATMAP_MAX)
      .map(
        ({ applicationId, candidate, seats, submitted, counted, composite, dimensions, split, blind }) => ({
          applicationId,
          candidate,
          seats,
          submitted,
          counted,
          composite,
          dimensions,
          split,
          blind,
        }),
      ),
  };
}
