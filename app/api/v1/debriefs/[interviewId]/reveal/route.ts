import { revealDebriefContract } from "@/lib/contracts/debriefs";
import { route } from "@/lib/server/route";
import { revealDebrief } from "@/lib/services/debriefs/reveal-debrief";

export const POST = route(revealDebriefContract, revealDebrief);
