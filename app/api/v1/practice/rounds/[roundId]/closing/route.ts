import { closeRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { closeRound } from "@/lib/services/practice-rounds/close-round";

export const POST = route(closeRoundContract, closeRound);
