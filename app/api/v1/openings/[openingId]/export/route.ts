import { exportOpeningContract } from "@/lib/contracts/exports";
import { download } from "@/lib/server/download";
import { exportOpening } from "@/lib/services/exports/export-opening";

export const GET = download(exportOpeningContract, exportOpening);
