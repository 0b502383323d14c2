import { nudgeSeatContract } from "@/lib/contracts/nudges";
import { route } from "@/lib/server/route";
import { nudgeSeat } from "@/lib/services/nudges/nudge-seat";

export const POST = route(nudgeSeatContract, nudgeSeat);
