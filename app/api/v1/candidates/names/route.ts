import { findCandidatesContract } from "@/lib/contracts/candidates";
import { route } from "@/lib/server/route";
import { findCandidates } from "@/lib/services/candidates/find-candidates";

export const GET = route(findCandidatesContract, findCandidates);
