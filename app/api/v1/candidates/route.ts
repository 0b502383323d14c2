import { listCandidatesContract } from "@/lib/contracts/candidates";
import { route } from "@/lib/server/route";
import { listCandidates } from "@/lib/services/candidates/list-candidates";

export const GET = route(listCandidatesContract, listCandidates);
