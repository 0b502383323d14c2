import { takeOverRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { takeOverRound } from "@/lib/services/practice-rounds/take-over-round";

export const POST = route(takeOverRoundContract, takeOverRound);
