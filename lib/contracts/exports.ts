import { z } from "zod";
import { compareCandidatesContract } from "./candidates";
import { contract } from "./contract";
import { listQuery } from "./list-query";
import { id } from "./values";

/** Tables as files: one row a line, the same numbers as on screen. */
export const TABLE_FORMATS = ["csv", "xlsx"] as const;
const format = z.enum(TABLE_FORMATS);
const file = z.string();

export const exportCandidatesContract = contract({
  name: "exportCandidates",
  method: "GET",
  path: "/candidates/export",
  summary: "The candidate list as a file: the same filters, order and numbers, every row.",
  answers: "file",
  input: z.strictObject({ ...listQuery, format }),
  output: file,
});

export const exportHeatmapContract = contract({
  name: "exportHeatmap",
  method: "GET",
  path: "/heatmap/export",
  summary: "The heatmap as a file: a candidate a line, a dimension a column, n beside each figure.",
  answers: "file",
  input: z.strictObject({ ...listQuery, format }),
  output: file,
});

export const exportComparisonContract = contract({
  name: "exportComparison",
  method: "GET",
  path: "/compare/export",
  summary:
    "A comparison as a file, by the view on screen: every mark with its weight, composites, fair scores, pairs; or its heatmap; or with the evidence, as the packet has it.",
  answers: "file",
  input: compareCandidatesContract.input.extend({
    format,
    view: z.enum(["marks", "heatmap", "packet"]).default("marks"),
  }),
  output: file,
});

export const exportDossierContract = contract({
  name: "exportDossier",
  method: "GET",
  path: "/applications/{applicationId}/export",
  summary:
    "One candidate as a file: every scorecard you may see with evidence, changes since, traps, beats, facts and decisions.",
  answers: "file",
  input: z.strictObject({ applicationId: id, format }),
  output: file,
});

export const exportOpeningContract = contract({
  name: "exportOpening",
  method: "GET",
  path: "/openings/{openingId}/export",
  summary:
    "An opening whole, as far as you may see it. JSON carries rubric versions (weights, fold), candidates, interviews and every rating; csv is what our own import reads.",
  answers: "file",
  input: z.strictObject({ openingId: id, format: z.enum(["json", "csv"]) }),
  output: file,
});
