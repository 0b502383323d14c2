import { decideDebriefContract } from "@/lib/contracts/debriefs";
import { route } from "@/lib/server/route";
import { decideDebrief } from "@/lib/services/debriefs/decide-debrief";

export const POST = route(decideDebriefContract, decideDebrief);
