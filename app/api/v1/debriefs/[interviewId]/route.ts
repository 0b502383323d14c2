import { getDebriefContract } from "@/lib/contracts/debriefs";
import { route } from "@/lib/server/route";
import { getDebrief } from "@/lib/services/debriefs/get-debrief";

export const GET = route(getDebriefContract, getDebrief);
