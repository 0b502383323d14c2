import { proposeReferenceContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { proposeReference } from "@/lib/services/practice/propose-reference";

export const POST = route(proposeReferenceContract, proposeReference);
