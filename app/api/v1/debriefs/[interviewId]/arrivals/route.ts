import { joinDebriefContract } from "@/lib/contracts/debriefs";
import { route } from "@/lib/server/route";
import { joinDebrief } from "@/lib/services/debriefs/join-debrief";

export const POST = route(joinDebriefContract, joinDebrief);
