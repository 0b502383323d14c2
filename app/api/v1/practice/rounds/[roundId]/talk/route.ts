import { talkRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { talkRound } from "@/lib/services/practice-rounds/talk-round";

export const PUT = route(talkRoundContract, talkRound);
