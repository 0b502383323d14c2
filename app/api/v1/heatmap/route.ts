import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { route } from "@/lib/server/route";
import { getHeatmap } from "@/lib/services/candidates/get-heatmap";

export const GET = route(getHeatmapContract, getHeatmap);
