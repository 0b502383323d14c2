import { listErasedScorecardsContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { listErasedScorecards } from "@/lib/services/privacy/list-erased-scorecards";

export const GET = route(listErasedScorecardsContract, listErasedScorecards);
