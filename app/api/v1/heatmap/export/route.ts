import { exportHeatmapContract } from "@/lib/contracts/exports";
import { download } from "@/lib/server/download";
import { exportHeatmap } from "@/lib/services/exports/export-heatmap";

export const GET = download(exportHeatmapContract, exportHeatmap);
