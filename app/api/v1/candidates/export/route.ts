import { exportCandidatesContract } from "@/lib/contracts/exports";
import { download } from "@/lib/server/download";
import { exportCandidates } from "@/lib/services/exports/export-candidates";

export const GET = download(exportCandidatesContract, exportCandidates);
