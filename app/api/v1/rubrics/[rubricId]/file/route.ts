import { exportRubricContract } from "@/lib/contracts/rubric-versions";
import { download } from "@/lib/server/download";
import { exportRubric } from "@/lib/services/rubrics/export-rubric";

export const GET = download(exportRubricContract, exportRubric);
