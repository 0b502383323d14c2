import { endOtherSessionsContract, listSessionsContract } from "@/lib/contracts/sessions";
import { route } from "@/lib/server/route";
import { endOtherSessions } from "@/lib/services/sessions/end-other-sessions";
import { listSessions } from "@/lib/services/sessions/list-sessions";

export const GET = route(listSessionsContract, listSessions);
export const DELETE = route(endOtherSessionsContract, endOtherSessions);
