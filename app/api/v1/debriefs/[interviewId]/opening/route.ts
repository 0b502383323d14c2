import { openDebriefContract } from "@/lib/contracts/debriefs";
import { route } from "@/lib/server/route";
import { openDebrief } from "@/lib/services/debriefs/open-debrief";

export const POST = route(openDebriefContract, openDebrief);
