import { listRoundsContract, startRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { listRounds } from "@/lib/services/practice-rounds/list-rounds";
import { startRound } from "@/lib/services/practice-rounds/start-round";

export const GET = route(listRoundsContract, listRounds);
export const POST = route(startRoundContract, startRound);
