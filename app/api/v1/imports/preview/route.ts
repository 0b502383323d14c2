import { previewImportContract } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { previewImport } from "@/lib/services/imports/preview-import";

export const POST = route(previewImportContract, previewImport);
