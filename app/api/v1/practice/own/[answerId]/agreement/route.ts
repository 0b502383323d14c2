import { agreeReferenceContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { agreeReference } from "@/lib/services/practice/agree-reference";

export const POST = route(agreeReferenceContract, agreeReference);
