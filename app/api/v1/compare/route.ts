import { compareCandidatesContract } from "@/lib/contracts/candidates";
import { route } from "@/lib/server/route";
import { compareCandidates } from "@/lib/services/candidates/compare-candidates";

export const GET = route(compareCandidatesContract, compareCandidates);
