import { getScoreSheetContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { getScoreSheet } from "@/lib/services/score-files/get-score-sheet";

export const GET = route(getScoreSheetContract, getScoreSheet);
