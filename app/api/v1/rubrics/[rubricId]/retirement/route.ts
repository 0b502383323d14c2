import { reinstateRubricContract, retireRubricContract } from "@/lib/contracts/rubric-versions";
import { route } from "@/lib/server/route";
import { reinstateRubric } from "@/lib/services/rubrics/reinstate-rubric";
import { retireRubric } from "@/lib/services/rubrics/retire-rubric";

export const POST = route(retireRubricContract, retireRubric);
export const DELETE = route(reinstateRubricContract, reinstateRubric);
