import { chooseScoreColumnsContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { chooseScoreColumns } from "@/lib/services/score-files/choose-score-columns";

export const PUT = route(chooseScoreColumnsContract, chooseScoreColumns);
