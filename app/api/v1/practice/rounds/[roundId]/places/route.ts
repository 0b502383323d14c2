import { joinRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { joinRound } from "@/lib/services/practice-rounds/join-round";

export const POST = route(joinRoundContract, joinRound);
