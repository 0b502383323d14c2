import { liftHoldContract, placeHoldContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { liftHold } from "@/lib/services/privacy/lift-hold";
import { placeHold } from "@/lib/services/privacy/place-hold";

export const POST = route(placeHoldContract, placeHold);
export const DELETE = route(liftHoldContract, liftHold);
