import { sendScorePartContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { sendScorePart } from "@/lib/services/score-files/send-score-part";

export const PUT = route(sendScorePartContract, sendScorePart);
