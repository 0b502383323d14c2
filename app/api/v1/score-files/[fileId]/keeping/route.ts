import { keepScoreFileContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { keepScoreFile } from "@/lib/services/score-files/keep-score-file";

export const POST = route(keepScoreFileContract, keepScoreFile);
