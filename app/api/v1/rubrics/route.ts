import { draftRubricContract, listRubricsContract } from "@/lib/contracts/rubric-versions";
import { route } from "@/lib/server/route";
import { draftRubric } from "@/lib/services/rubrics/draft-rubric";
import { listRubrics } from "@/lib/services/rubrics/list-rubrics";

export const GET = route(listRubricsContract, listRubrics);
export const POST = route(draftRubricContract, draftRubric);
