import { amendScorecardContract } from "@/lib/contracts/amendments";
import { route } from "@/lib/server/route";
import { amendScorecard } from "@/lib/services/scorecards/amend-scorecard";

export const POST = route(amendScorecardContract, amendScorecard);
