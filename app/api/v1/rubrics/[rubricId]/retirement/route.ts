import { retireRubricContract } from "@/lib/contracts/rubric-versions";
import { route } from "@/lib/server/route";
import { retireRubric } from "@/lib/services/rubrics/retire-rubric";

export const POST = route(retireRubricContract, retireRubric);
