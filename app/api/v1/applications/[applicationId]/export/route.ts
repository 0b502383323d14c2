import { exportDossierContract } from "@/lib/contracts/exports";
import { download } from "@/lib/server/download";
import { exportDossier } from "@/lib/services/exports/export-dossier";

export const GET = download(exportDossierContract, exportDossier);
