import { revealRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { revealRound } from "@/lib/services/practice-rounds/reveal-round";

export const POST = route(revealRoundContract, revealRound);
