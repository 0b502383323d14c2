import { submitScorecardContract } from "@/lib/contracts/submission";
import { route } from "@/lib/server/route";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";

export const POST = route(submitScorecardContract, submitScorecard);
