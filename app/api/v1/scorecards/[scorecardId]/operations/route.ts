import { applyOperationsContract } from "@/lib/contracts/operations";
import { route } from "@/lib/server/route";
import { aheadOfSave, applyOperations } from "@/lib/services/scorecards/apply-operations";

export const POST = route(applyOperationsContract, applyOperations, aheadOfSave);
