import { endSessionContract } from "@/lib/contracts/sessions";
import { route } from "@/lib/server/route";
import { endSession } from "@/lib/services/sessions/end-session";

export const DELETE = route(endSessionContract, endSession);
