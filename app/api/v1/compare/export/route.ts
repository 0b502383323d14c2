import { exportComparisonContract } from "@/lib/contracts/exports";
import { download } from "@/lib/server/download";
import { exportComparison } from "@/lib/services/exports/export-comparison";

export const GET = download(exportComparisonContract, exportComparison);
