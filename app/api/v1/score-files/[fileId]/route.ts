import { discardScoreFileContract, getScoreFileContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { discardScoreFile } from "@/lib/services/score-files/discard-score-file";
import { getScoreFile } from "@/lib/services/score-files/get-score-file";

export const GET = route(getScoreFileContract, getScoreFile);
export const DELETE = route(discardScoreFileContract, discardScoreFile);
