import { draftReferenceContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { draftReference } from "@/lib/services/practice/draft-reference";

export const POST = route(draftReferenceContract, draftReference);
