import { runImportContract } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { runImport } from "@/lib/services/imports/run-import";

export const POST = route(runImportContract, runImport);
