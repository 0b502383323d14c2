import { exportPersonContract } from "@/lib/contracts/privacy";
import { download } from "@/lib/server/download";
import { exportPerson } from "@/lib/services/privacy/export-person";

export const GET = download(exportPersonContract, exportPerson);
