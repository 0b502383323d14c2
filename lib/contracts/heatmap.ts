import { z } from "zod";
import { candidateRow, listTotals, openingSummary } from "./candidates";
import { contract } from "./contract";
import { listQuery } from "./list-query";
import { rubricVersion } from "./rubric";

/** More rows than this nobody takes in at once; filter first. */
export const HEATMAP_MAX = 200;

/** A candidate's row of figures. A dimension with n = 0 is "no data": its quality is null, never a colour. */
export const heatmapRow = candidateRow.pick({
  applicationId: true,
  candidate: true,
  seats: true,
  submitted: true,
  counted: true,
  composite: true,
  dimensions: true,
  split: true,
  blind: true,
});
export type HeatmapRow = z.output<typeof heatmapRow>;

export const getHeatmapContract = contract({
  name: "getHeatmap",
  method: "GET",
  path: "/heatmap",
  summary: `The first ${HEATMAP_MAX} candidates of the same list as rows of figures, ties in the order of names.`,
  input: z.strictObject(listQuery),
  output: z.object({
    openings: z.array(openingSummary),
    opening: openingSummary.nullable(),
    rubric: rubricVersion.nullable(),
    ...listTotals,
    candidates: z.array(heatmapRow),
  }),
});
export type Heatmap = z.output<typeof getHeatmapContract.output>;
