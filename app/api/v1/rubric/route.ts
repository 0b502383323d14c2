import { getRubricContract } from "@/lib/contracts/rubric";
import { route } from "@/lib/server/route";
import { getRubric } from "@/lib/services/rubrics/get-rubric";

export const GET = route(getRubricContract, getRubric);
